import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { callStudio, expect, test } from '../drivers/studio.ts';

const cell = (page: Page, day: string): Locator => page.locator(`[data-calendar-grid] [data-day="${day}"]`);

async function speak(page: Page, language: 'en' | 'zh'): Promise<void> {
  await callStudio(page, 'settings.set', { language });
}

async function openMonth(page: Page, day: string): Promise<void> {
  await callStudio(page, 'workspace.update', { zone: 'Asia/Shanghai' });
  await page.evaluate((shown) => {
    sessionStorage.setItem('galley.calendar.day', shown);
    localStorage.setItem('galley.calendar.view', 'month');
  }, day);
  await page.goto(new URL('/#/calendar', page.url()).href);
  await expect(page.getByRole('grid')).toBeVisible();
}

test('days show the lunar date, terms, holidays and worked weekends in Chinese', async ({
  studioPage: page,
}) => {
  await speak(page, 'zh');
  await openMonth(page, '2026-02-10');
  await expect(cell(page, '2026-02-10')).toContainText('小年');
  await expect(cell(page, '2026-02-11')).toContainText('廿四');
  await expect(cell(page, '2026-02-17')).toContainText('春节');
  await expect(cell(page, '2026-02-17')).toContainText('休');
  await expect(cell(page, '2026-02-14')).toContainText('班');
  await expect(cell(page, '2026-02-04')).toContainText('立春');
});

test('days stay quiet in English, and say more under the pointer', async ({ studioPage: page }) => {
  await speak(page, 'en');
  await openMonth(page, '2026-04-10');
  await expect(cell(page, '2026-04-05')).toContainText('off');
  await expect(cell(page, '2026-04-10')).not.toContainText('/');
  await cell(page, '2026-04-05').getByText('off').hover();
  await expect(page.getByRole('tooltip')).toContainText('Bright and Clear, 02:40 in Beijing');
});

test('a lead-up becomes ideas on its days, and undo takes them back', async ({ studioPage: page }) => {
  await speak(page, 'en');
  const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await callStudio(page, 'plan.saveKit', {
    kind: 'event',
    name: 'Shop opening',
    body: { from: soon, to: soon, yearly: false, leadDays: 20, hue: null, note: '' },
  });
  await openMonth(page, soon);
  await page.getByRole('button', { name: 'Dates', exact: true }).click();
  await page.getByRole('button', { name: 'Plan a lead-up to Shop opening' }).click();
  await page.getByRole('button', { name: 'Make 5 ideas' }).click();
  await expect(page.getByText('5 ideas for Shop opening are in the plan.')).toBeVisible();
  await expect(cell(page, soon).getByRole('button', { name: 'Shop opening: The day' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(cell(page, soon).getByRole('button', { name: 'Shop opening: The day' })).toHaveCount(0);
});

test('a calendar file is looked at, kept and shown on its days', async ({ studioPage: page }) => {
  await speak(page, 'en');
  const folder = await mkdtemp(join(tmpdir(), 'galley-dates-'));
  try {
    const file = join(folder, 'fairs.ics');
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Fairs', 'BEGIN:VEVENT', 'UID:1'];
    lines.push('SUMMARY:Canton Fair', 'DTSTART;VALUE=DATE:20260415', 'END:VEVENT', 'END:VCALENDAR');
    await writeFile(file, lines.join('\r\n'));
    await page.goto(new URL('/#/settings/dates', page.url()).href);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add calendar file' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: 'Add calendar', exact: true }).click();
    await expect(page.getByRole('switch', { name: 'Show Fairs' })).toBeChecked();
    const [day] = await callStudio<{ events: { title: string }[] }[]>(page, 'dates.range', {
      from: '2026-04-15',
      to: '2026-04-15',
    });
    expect(day?.events.map(({ title }) => title)).toEqual(['Canton Fair']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
