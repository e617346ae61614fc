import { expect, test } from 'vitest';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { envelopeAt, factorOf, segmentLevel, soundLevel, soundTime } from './levels.ts';

const edit: ClipEdit = {
  segments: [
    { id: 'a', kind: 'clip', source: 's', from: 0, to: 4, sound: { gain: -6, fadeIn: 1 } },
    { id: 'b', kind: 'colour', colour: '#000000', duration: 4 },
  ],
  sounds: [{ id: 'm', source: 'm', role: 'music', at: 0, from: 1, to: 3, loop: true, duck: -12, gain: -3 }],
};
const placed = placeSegments(edit);
const [first] = placed;
const [music] = edit.sounds ?? [];
if (!first || !music) throw new Error('There is nothing to listen to.');

test('decibels become factors, silence is silence', () => {
  expect(factorOf(0)).toBe(1);
  expect(factorOf(-6)).toBeCloseTo(0.501, 3);
  expect(factorOf(-60)).toBe(0);
});

test('between the points of a volume line decibels change evenly', () => {
  const line = [
    { at: 1, gain: 0 },
    { at: 3, gain: -20 },
  ];
  expect(envelopeAt(line, 0)).toBe(0);
  expect(envelopeAt(line, 2)).toBe(-10);
  expect(envelopeAt(line, 9)).toBe(-20);
});

test('a fade rises from nothing; a muted track is silent', () => {
  expect(segmentLevel(edit, first, 0, 1)).toBe(0);
  expect(segmentLevel(edit, first, 0.5, 1)).toBeCloseTo(factorOf(-6) / 2);
  expect(segmentLevel(edit, first, 2, 1)).toBeCloseTo(factorOf(-6));
  expect(segmentLevel({ ...edit, muted: true }, first, 2, 1)).toBe(0);
});

test('looped music starts again, and yields while the main track is heard', () => {
  expect(soundTime(music, 2.5, 8)).toBe(1.5);
  expect(soundTime(music, 8, 8)).toBeNull();
  expect(soundLevel(edit, placed, music, 2)).toBeCloseTo(factorOf(-15));
  expect(soundLevel(edit, placed, music, 6)).toBeCloseTo(factorOf(-3));
});
