import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Post } from '#shared/domain/post.ts';
import { newId } from '#shared/domain/id.ts';
import { rowsOfEvents } from '#shared/plan/files/ics-rows.ts';
import { writeCalendar } from '#shared/plan/files/ics-write.ts';
import { type MergeWorld, mergeRow } from '#shared/plan/files/merge-row.ts';
import { ownTable } from '#shared/plan/files/own-table.ts';
import type { ReadRow } from '#shared/plan/files/plan-row.ts';
import { createPlatformReader } from '#shared/plan/files/platform-names.ts';
import { recognise } from '#shared/plan/files/presets.ts';
import { readRows } from '#shared/plan/files/read-rows.ts';
import { account, arbitraryPost, now } from '#shared/plan/files/testing/arbitrary-post.ts';
import { csvText } from '#shared/tables/csv.ts';
import { createTableReader } from '../tables/reader.ts';
import { writeWorkbook } from '../tables/workbook-writer.ts';
import { readPlanEvents } from './plan-events.ts';

const world: MergeWorld = {
  now,
  newId: () => newId(),
  account: (_, id) => id,
  exists: () => true,
  guard: (_before, next) => next,
};
const first = { way: 'first', today: '2026-03-01' } as const;
const accountName = (): string => account;
const options = { zone: 'UTC', order: 'mdy', platforms: createPlatformReader([]), format: null } as const;

function actionOf(read: ReadRow | undefined, post: Post): string {
  return read?.ok ? mergeRow(read.row, post, world).action : `refused: ${read?.refused.reason.en}`;
}

it('what a calendar can carry comes back from it as it was', () => {
  fc.assert(
    fc.property(arbitraryPost, (post) => {
      const calendar = writeCalendar([post], { name: 'Plan', alarmMinutes: 5, accountName });
      if (calendar.events === 0) return;
      const [row] = rowsOfEvents(
        readPlanEvents(calendar.text),
        { ...options, preset: 'ics', mapping: [] },
        first,
      );
      expect(actionOf(row, post)).toBe('same');
    }),
    { numRuns: 60 },
  );
});

it('CSV files and workbooks come back as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-tables-'));
  const tables = createTableReader();
  const posts = fc.sample(arbitraryPost, 100);
  const table = ownTable(posts, accountName);
  try {
    writeFileSync(join(folder, 'plan.csv'), csvText(table));
    writeFileSync(join(folder, 'plan.xlsx'), await writeWorkbook(table, 'Plan'));
    for (const name of ['plan.csv', 'plan.xlsx']) {
      const { cells } = await tables.cells(join(folder, name), {});
      const [header = [], ...rows] = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
      const { preset, mapping } = recognise(header);
      const numbered = rows.map((row, index) => ({ row: index, cells: row }));
      const read = readRows(numbered, { ...options, preset, mapping });
      const other = posts.filter((post, index) => actionOf(read[index], post) !== 'same');
      expect({ name, other }).toEqual({ name, other: [] });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const calendars = join(import.meta.dirname, '../../../../shared/testdata/ics');
it.skipIf(!hasCalendars())('every event of the real calendars becomes a row or says why not', () => {
  let rows = 0;
  for (const name of readdirSync(calendars).filter((each) => each.endsWith('.ics'))) {
    let events: ReturnType<typeof readPlanEvents>;
    try {
      events = readPlanEvents(readFileSync(join(calendars, name), 'utf8'));
    } catch (error) {
      expect(error, name).toMatchObject({ code: 'unreadable-file' });
      continue;
    }
    const read = rowsOfEvents(events, { ...options, preset: 'ics', mapping: [] }, first);
    expect(read.length, name).toBe(events.length);
    rows += read.length;
  }
  expect(rows).toBeGreaterThan(50);
});

function hasCalendars(): boolean {
  try {
    return readdirSync(calendars).length > 0;
  } catch {
    return false;
  }
}
