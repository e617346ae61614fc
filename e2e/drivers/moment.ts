import type { Page } from '@playwright/test';

/** Types a wall time `YYYY-MM-DDTHH:mm` into the fields of a day and a time of day. */
export async function fillMoment(page: Page, wall: string, name = 'Date and time'): Promise<void> {
  const fields = page.getByRole('group', { name, exact: true });
  await fields.getByRole('textbox', { name: 'Day', exact: true }).fill(wall.slice(0, 10));
  await fields.getByRole('textbox', { name: 'Time', exact: true }).fill(wall.slice(11));
}
