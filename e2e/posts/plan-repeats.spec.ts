import type { PostSummary } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { type DroppedFile, droppedFiles } from '../drivers/files.ts';
import { violations } from '../drivers/axe.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//y',
  'BEGIN:VEVENT',
  'UID:market@x',
  'SUMMARY:Market day',
  'DTSTART;TZID=Europe/Berlin:20240105T090000',
  'RRULE:FREQ=WEEKLY;COUNT=4',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
const file: DroppedFile = { name: 'market.ics', type: 'text/calendar', bytes: Buffer.from(calendar) };

test('an event that repeats is shown with its dates, and becomes one post, one a date, or a repeating one', async ({
  studioPage: page,
}) => {
  const posts = async (): Promise<(string | undefined)[]> =>
    (await callStudio<{ items: PostSummary[] }>(page, 'posts.list', {})).items.map(
      ({ schedule }) => schedule?.local,
    );
  const dialog = page.getByRole('dialog', { name: 'Import a plan' });
  const open = async (): Promise<void> => {
    await page.goto(new URL('/#/posts', page.url()).href);
    await page.getByRole('main').getByRole('button', { name: 'Import a plan…' }).last().click();
    const place = dialog.getByText('Drop a file here').locator('..');
    await place.dispatchEvent('drop', { dataTransfer: await droppedFiles(page, [file]) });
    await expect(dialog.getByText('1 events repeat. What shall they become?')).toBeVisible();
  };
  await open();
  await page.screenshot({ path: test.info().outputPath('repeats.png') });
  expect(await violations(page, 'repeats', '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Preview' }).last().click();
  await expect(
    dialog.getByText('It repeats: 4 dates until 2024-01-26. Only its first date is taken.'),
  ).toBeVisible();

  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByText('Each date as a post').click();
  await dialog.getByRole('button', { name: 'Preview' }).last().click();
  await expect(dialog.getByText('It repeats: 4 dates until 2024-01-26. Each date is a post.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('dates.png') });
  await dialog.getByRole('button', { name: 'Import 4' }).click();
  await expect(dialog.getByText('4 rows: 4 new, 0 changed, 0 as they were, 0 refused.')).toBeVisible();
  expect((await posts()).map(String).toSorted()).toEqual(
    ['05', '12', '19', '26'].map((day) => `2024-01-${day}T09:00`),
  );
  await dialog.getByRole('button', { name: 'Undo the import' }).click();
  await expect.poll(posts).toEqual([]);

  await page.reload();
  await open();
  await dialog.getByText('A repeating post').click();
  await dialog.getByRole('button', { name: 'Preview' }).last().click();
  await dialog.getByRole('button', { name: 'Import 1' }).click();
  await expect.poll(posts).toEqual(['2024-01-05T09:00']);
  const [series] = await callStudio<KitItem<'series'>[]>(page, 'kit.list', { kind: 'series' });
  expect(series?.body).toMatchObject({ rule: 'FREQ=WEEKLY;COUNT=4', start: '2024-01-05T09:00' });
});
