import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GalleyError } from '#shared/contract/failure.ts';
import { createIcsReader } from './ics-reader.ts';

const reader = createIcsReader();
const folder = join(import.meta.dirname, '../../../../shared/testdata/ics');

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
}

function event(...lines: string[]): string {
  return ['BEGIN:VEVENT', `UID:${lines.join()}`, 'SUMMARY:Fair', ...lines, 'END:VEVENT'].join('\r\n');
}

const days = (text: string, zone = 'Asia/Shanghai', from = '2026-01-01', to = '2026-12-31'): string[] =>
  reader
    .read(text)
    .between(from, to, zone)
    .map(({ from: first, time }) => (time ? `${first} ${time}` : first));

describe('reading calendars', () => {
  it('takes whole days as they are written, without the day of their end', () => {
    const read = reader.read(
      calendar('X-WR-CALNAME:Fairs', event('DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260312')),
    );
    expect([read.name, read.events, read.problems]).toEqual(['Fairs', 1, []]);
    expect(read.between('2026-03-01', '2026-03-31', 'America/New_York')).toEqual([
      { title: 'Fair', from: '2026-03-10', to: '2026-03-11', time: null },
    ]);
  });

  it('shows times on the clocks of the workspace, over days when the clocks change', () => {
    const weekly = event('DTSTART;TZID=America/New_York:20260301T090000', 'RRULE:FREQ=WEEKLY;COUNT=3');
    expect(days(calendar(weekly))).toEqual(['2026-03-01 22:00', '2026-03-08 21:00', '2026-03-15 21:00']);
    expect(days(calendar(event('DTSTART:20260301T230000Z')))).toEqual(['2026-03-02 07:00']);
    expect(days(calendar(event('DTSTART:20260301T230000')))).toEqual(['2026-03-01 23:00']);
  });

  it('follows a zone that only the file defines', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Office',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(days(calendar(...zone, event('DTSTART;TZID=Office:20260301T100000')))).toEqual([
      '2026-03-01 15:00',
    ]);
  });

  it('knows extra, cancelled and moved occurrences', () => {
    const series = [
      'BEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Live\r\nDTSTART:20260601T020000Z\r\nRRULE:FREQ=DAILY;COUNT=4',
      'EXDATE:20260602T020000Z\r\nRDATE:20260620T020000Z\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Live\r\nRECURRENCE-ID:20260603T020000Z\r\nDTSTART:20260605T030000Z\r\nEND:VEVENT',
    ];
    expect(days(calendar(...series))).toEqual([
      '2026-06-01 10:00',
      '2026-06-04 10:00',
      '2026-06-05 11:00',
      '2026-06-20 10:00',
    ]);
    expect(days(calendar(event('DTSTART:20260601T020000Z', 'STATUS:CANCELLED')))).toEqual([]);
  });

  it('answers the same whichever years are asked first', () => {
    const text = calendar(
      event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'),
      event('DTSTART;VALUE=DATE:20251230', 'RRULE:FREQ=DAILY;COUNT=5'),
    );
    const asked = reader.read(text);
    const late = asked.between('2028-01-01', '2028-12-31', 'UTC');
    const early = asked.between('2025-12-31', '2026-01-01', 'UTC');
    expect(late.map(({ from }) => from)).toEqual(['2028-02-29']);
    expect(early.map(({ from }) => from)).toEqual(['2025-12-31', '2026-01-01']);
  });

  it('keeps what is sound of a calendar with a damaged event, and names the other', () => {
    const damaged =
      'BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Broken\r\nDTSTART:2026\r\nRRULE:FREQ=YEARLY;BYMONTH=13\r\nEND:VEVENT';
    const read = reader.read(calendar(damaged, event('DTSTART;VALUE=DATE:20260310')));
    expect(read.events).toBe(1);
    expect(read.problems.map(({ en }) => en)).toEqual(['“Broken” has dates that cannot be read.']);
  });

  it('ends for rules that never come and for those that come each second', () => {
    for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=SECONDLY', 'FREQ=DAILY;INTERVAL=0'])
      expect(days(calendar(event('DTSTART:20200101T100000Z', `RRULE:${rule}`))).length).toBeLessThan(5001);
    expect(
      reader.read(calendar(event('DTSTART:20240101T000000Z', 'DURATION:P999999999999W'))).problems,
    ).toHaveLength(1);
  });

  it('refuses what is no calendar with a sentence', () => {
    for (const text of ['', 'hello', '{"a":1}', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\n'])
      expect(() => reader.read(text)).toThrow(GalleyError);
  });

  it.skipIf(!existsSync(folder))('reads or refuses every real calendar of the test data', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ics'));
    expect(files.length).toBeGreaterThan(70);
    let read = 0;
    for (const file of files) {
      try {
        const found = reader.read(readFileSync(join(folder, file), 'utf8'));
        for (const year of [1997, 2005, 2012, 2016, 2021, 2024, 2026])
          for (const one of found.between(`${year}-01-01`, `${year}-12-31`, 'Europe/Berlin'))
            expect(one.from <= one.to, file).toBe(true);
        read += 1;
      } catch (error) {
        expect(error, file).toBeInstanceOf(GalleyError);
      }
    }
    expect(read).toBeGreaterThan(65);
  });
});
