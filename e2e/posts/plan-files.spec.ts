import { readFile } from 'node:fs/promises';
import { type DroppedFile, droppedFiles } from '../drivers/files.ts';
import { violations } from '../drivers/axe.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const table = [
  'Topic,Copy,Publish date,Channel,Owner,Views',
  'Spring sale,Everything must go,03/04/2026 10:00,Instagram,Mei,120',
  'Open day,Come and see,05/06/2026 11:30,小红书,Tom,80',
  'Total,,,,,200',
].join('\n');

const file: DroppedFile = { name: 'plan.csv', type: 'text/csv', bytes: Buffer.from(table) };

test('a table becomes posts: its columns, the order of its dates, a look at every row, and back again', async ({
  studioPage: page,
}) => {
  await page.goto(new URL('/#/posts', page.url()).href);
  await page.getByRole('main').getByRole('button', { name: 'Import a plan…' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Import a plan' });
  const place = dialog.getByText('Drop a file here').locator('..');
  await place.dispatchEvent('drop', { dataTransfer: await droppedFiles(page, [file]) });

  await expect(dialog.getByText('plan.csv · Table · 3 rows')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'What “Copy” becomes' })).toHaveValue('Text');
  await expect(dialog.getByRole('combobox', { name: 'What “Views” becomes' })).toHaveValue('Nothing');
  const next = dialog.getByRole('button', { name: 'Preview' }).last();
  await expect(next).toBeDisabled();
  await dialog.getByText('Day first: 3 April').click();
  await page.screenshot({ path: test.info().outputPath('columns.png') });
  expect(await violations(page, 'columns', '[role=dialog]')).toEqual([]);
  await next.click();

  await expect(dialog.getByText('It is a row of totals, not a post.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('preview.png') });
  expect(await violations(page, 'preview', '[role=dialog]')).toEqual([]);
  await dialog.getByRole('radiogroup', { name: 'Rows shown' }).getByText('Refused 1').click();
  await expect(dialog.getByText('Spring sale')).toBeHidden();
  await dialog.getByRole('button', { name: 'Import 2' }).click();
  await expect(dialog.getByText('3 rows: 2 new, 0 changed, 0 as they were, 1 refused.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('result.png') });
  expect(await violations(page, 'result', '[role=dialog]')).toEqual([]);

  const posts = () =>
    callStudio<{ items: { title: string; schedule: { local: string } | null; formats: string[] }[] }>(
      page,
      'posts.list',
      {},
    );
  const { items } = await posts();
  expect(Object.fromEntries(items.map(({ title, schedule }) => [title, schedule?.local]))).toEqual({
    'Open day': '2026-06-05T11:30',
    'Spring sale': '2026-04-03T10:00',
  });
  await dialog.getByRole('button', { name: 'Undo the import' }).click();
  await expect.poll(async () => (await posts()).items).toEqual([]);
});

test('the plan is written as a file that a calendar can subscribe to, and as a page of the month', async ({
  studioPage: page,
}) => {
  await callStudio(page, 'posts.create', {
    change: { title: 'Spring sale', body: 'x', targets: [{ format: 'instagram/portrait' }] },
    schedule: { local: '2026-04-03T10:00', zone: 'Europe/Berlin' },
  });
  await page.goto(new URL('/#/posts', page.url()).href);
  await page.getByRole('button', { name: 'Export the plan…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the plan' });
  await dialog.getByText('ICS', { exact: true }).click();
  await page.screenshot({ path: test.info().outputPath('export.png') });
  expect(await violations(page, 'export', '[role=dialog]')).toEqual([]);
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const text = await readFile(await calendar.path(), 'utf8');
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260403T100000');
  await expect(dialog.getByRole('status')).toContainText('.ics: 1.');

  await dialog.getByText('PDF', { exact: true }).click();
  await dialog.getByLabel('First month').fill('2026-04');
  await dialog.getByLabel('Last month').fill('2026-05');
  await expect(dialog.getByText('May 2026')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('months.png') });
  expect(await violations(page, 'months', '[role=dialog]')).toEqual([]);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const pdf = await readFile(await sheet.path(), 'latin1');
  expect(pdf.slice(0, 4)).toBe('%PDF');
  expect(pdf.match(/\/Count (\d+)/)?.[1]).toBe('2');
});
