import { expect, test } from 'vitest';
import { describeClip, clipFormat } from '../document.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { inToOut } from './in-to-out.ts';
import type { ClipEdit } from './schema.ts';
import { simplePart } from './simple.ts';

const whole: ClipEdit = {
  segments: [{ id: 'a', kind: 'clip', source: 'x', from: 10, to: 20 }],
  cover: { kind: 'frame', at: 9 },
};
const newId = (): string => 'b';

test('in and out point keep what lies between them, and the cover with it', () => {
  const edit = { ...whole, range: { from: 1, to: 4.5 } };
  const part = inToOut(edit, newId);
  expect(simplePart(part)).toEqual({ from: 11, to: 14.5 });
  expect(part.cover).toEqual({ kind: 'frame', at: 3.5 });
  expect(part.range).toBeUndefined();
  expect(describeClip(writeDocument(clipFormat, edit)).duration).toBe(3.5);
});

test('without points, or with points around everything, nothing changes', () => {
  expect(inToOut(whole, newId)).toBe(whole);
  const all = { ...whole, range: { from: 0, to: 10 } };
  expect(inToOut(all, newId)).toBe(all);
});
