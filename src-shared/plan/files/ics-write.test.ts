import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankPost } from '../../domain/blank-post.ts';
import { newId } from '../../domain/id.ts';
import { escapeText, foldLine } from './ics-text.ts';
import { writeCalendar } from './ics-write.ts';

it('folds every line at 75 octets between characters, and unfolds to the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`;
      const folded = foldLine(line);
      const pieces = folded.split('\r\n');
      expect(
        pieces.every((piece) => Buffer.byteLength(piece) <= 75 && Buffer.from(piece).toString() === piece),
      ).toBe(true);
      expect(folded.replaceAll('\r\n ', '')).toBe(line);
    }),
  );
});

it('tells the clock of the zone, a stable id, the revision and the alarm', () => {
  const post = { ...blankPost(newId(), '2026-01-01T00:00:00.000Z'), title: 'a;b,c\\d', revision: 7 };
  const schedule = { local: '2026-03-29T02:30', zone: 'Europe/Berlin' };
  const options = { name: 'Plan', alarmMinutes: 15, accountName: (id: string) => id };
  const { text, events, left } = writeCalendar(
    [{ ...post, schedule }, blankPost(newId(), post.createdAt)],
    options,
  );
  expect({ events, left }).toEqual({ events: 1, left: 1 });
  expect(text).toContain(`UID:${post.id}@galley\r\n`);
  expect(text).toContain('SEQUENCE:7\r\n');
  expect(text).toContain('SUMMARY:a\\;b\\,c\\\\d\r\n');
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260329T023000\r\n');
  expect(text).toContain('TRIGGER:-PT15M\r\n');
  expect(text).toMatch(
    /BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0200\r\nEND:DAYLIGHT/,
  );
});
