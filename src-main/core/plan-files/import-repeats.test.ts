import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

const zone = 'Asia/Shanghai';
const tomorrow = addDays(createZoneClock(zone).wall(new Date().toISOString()).slice(0, 10), 1);
const basic = (day: string): string => `${day.replaceAll('-', '')}T090000`;

let studio: TestStudio;
let path: string;

beforeEach(async () => {
  studio = await createTestStudio();
  const folder = join(studio.folder, 'files');
  mkdirSync(folder);
  path = join(folder, 'weekly.ics');
  writeFileSync(
    path,
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//x//y',
      'BEGIN:VEVENT',
      'UID:weekly@x',
      'SUMMARY:Market',
      `DTSTART;TZID=${zone}:${basic(tomorrow)}`,
      'RRULE:FREQ=WEEKLY;COUNT=6',
      `EXDATE;TZID=${zone}:${basic(addDays(tomorrow, 14))}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  );
});
afterEach(() => studio.remove());

type Way = CallInput<'planfile.import'>['repeats'];
const input = (repeats: Way) => ({
  source: { kind: 'path' as const, path },
  name: 'weekly.ics',
  ...(repeats ? { repeats } : {}),
});
const bring = (repeats: Way) => studio.job('planfile.import', input(repeats));
const times = async (): Promise<string[]> =>
  (await studio.call('posts.list', { limit: 50 })).items
    .map(({ schedule }) => schedule?.local ?? '')
    .toSorted();
const wanted = [0, 7, 21, 28, 35].map((days) => `${addDays(tomorrow, days)}T09:00`);

it('says how often an event repeats before anything is written', async () => {
  expect(await studio.job('planfile.read', input(undefined))).toMatchObject({ rows: 1, repeating: 1 });
  const { rows } = await studio.job('planfile.preview', input(undefined));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.problems[0]?.en).toBe(
    `It repeats: 5 dates until ${addDays(tomorrow, 35)}. Only its first date is taken.`,
  );
  expect(await times()).toEqual([]);
});

it('makes a post of each date, once, also after its first alone', async () => {
  expect(await bring(undefined)).toMatchObject({ imported: 1 });
  expect(await bring('dates')).toMatchObject({ rows: 5, imported: 4, same: 1 });
  expect(await times()).toEqual(wanted);
  expect(await bring('dates')).toMatchObject({ rows: 5, imported: 0, same: 5 });
  await studio.call('plan.undo', {});
  expect(await times()).toEqual(wanted.slice(0, 1));
});

it('makes a repeating post, once, as one step, which each date then is a turn of', async () => {
  expect(await bring('series')).toMatchObject({ rows: 1, imported: 1, series: 1 });
  expect(await times()).toEqual(wanted);
  const [series] = await studio.call('kit.list', { kind: 'series' });
  expect(series?.body).toMatchObject({
    rule: 'FREQ=WEEKLY;COUNT=6',
    start: wanted[0],
    exceptions: [`${addDays(tomorrow, 14)}T09:00`],
  });
  expect(await bring('series')).toMatchObject({ imported: 0, same: 1, series: 0 });
  expect(await bring('dates')).toMatchObject({ rows: 5, imported: 0, same: 5 });
  expect(await times()).toEqual(wanted);
  await studio.call('plan.undo', {});
  expect(await times()).toEqual([]);
  expect(await studio.call('kit.list', { kind: 'series' })).toEqual([]);
  await studio.call('plan.redo', {});
  expect(await times()).toEqual(wanted);
  expect(await studio.call('kit.list', { kind: 'series' })).toHaveLength(1);
  // What was taken back begins again.
  await studio.call('plan.undo', {});
  expect(await bring('series')).toMatchObject({ rows: 1, series: 1 });
  expect(await times()).toEqual(wanted);
  expect(await studio.call('kit.list', { kind: 'series' })).toHaveLength(1);
});
