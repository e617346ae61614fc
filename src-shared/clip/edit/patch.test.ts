import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { removeRange, rippleDelete } from './operations/remove.ts';
import { applyPatch, patchBetween, sameContent } from './patch.ts';
import type { ClipEdit } from './schema.ts';

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e3) / 1e3 : value;
const stored = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;

test('a patch makes one edit of the other and back, also after it was stored', () => {
  fc.assert(
    fc.property(arbitraryEdit(), arbitraryEdit(), (one, other) => {
      expect(applyPatch(one, stored(patchBetween(one, other)))).toEqual(stored(other));
      expect(applyPatch(other, stored(patchBetween(other, one)))).toEqual(stored(one));
      expect(patchBetween(one, structuredClone(one))).toEqual([]);
      expect(sameContent(one, structuredClone(one))).toBe(true);
      expect(sameContent(one, other)).toBe(patchBetween(one, other).length === 0);
      expect(sameContent({ ...one, colour: undefined }, one)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the patch of an operation leads there and back exactly', () => {
  const time = fc.integer({ min: 0, max: 4000 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(arbitraryEdit(), time, time, (edit, from, length) => {
      const next = removeRange(edit, { from, to: from + length / 5 }, () => 'new');
      expect(applyPatch(edit, stored(patchBetween(edit, next)))).toEqual(next);
      expect(applyPatch(next, stored(patchBetween(next, edit)))).toEqual(edit);
    }),
    { numRuns: 300 },
  );
});

test('any list of items with ids becomes any other', () => {
  const list = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), value: fc.nat(3) }),
    {
      selector: ({ id }) => id,
    },
  );
  fc.assert(
    fc.property(list, list, (one, other) => {
      const patch = patchBetween({ list: one }, { list: other });
      expect(applyPatch({ list: one }, stored(patch))).toEqual({ list: other });
    }),
    { numRuns: 500 },
  );
});

test('one caption of a thousand costs one caption', () => {
  const cues = Array.from({ length: 1000 }, (_, index) => ({
    id: `cue-${index}`,
    from: index,
    to: index + 1,
    text: `Words of caption ${index}`,
  }));
  const edit = { segments: [], captions: [{ id: 'track', cues }] } as unknown as ClipEdit;
  const change = (next: typeof cues): ClipEdit =>
    ({ ...edit, captions: [{ id: 'track', cues: next }] }) as unknown as ClipEdit;
  const size = (next: typeof cues): number => JSON.stringify(patchBetween(edit, change(next))).length;
  expect(size(cues.map((cue, index) => (index === 500 ? { ...cue, text: 'Other' } : cue)))).toBeLessThan(150);
  expect(size(cues.filter((_, index) => index !== 500))).toBeLessThan(150);
  expect(size(cues.toSpliced(500, 0, { id: 'new', from: 500, to: 501, text: 'New' }))).toBeLessThan(200);
  expect(size(cues.toSpliced(500, 1).toSpliced(20, 0, cues[500] as (typeof cues)[0]))).toBeLessThan(200);
});

test('a deleted segment costs the segment and what moved', () => {
  const edit: ClipEdit = {
    segments: Array.from({ length: 500 }, (_, index) => ({
      id: `s${index}`,
      kind: 'clip' as const,
      source: 'recording',
      from: index,
      to: index + 1,
    })),
  };
  const next = rippleDelete(edit, ['s7']);
  expect(JSON.stringify(patchBetween(edit, next)).length).toBeLessThan(100);
  expect(JSON.stringify(patchBetween(next, edit)).length).toBeLessThan(200);
});

test('a cut in front of a thousand captions with words costs one shift', () => {
  const cues = Array.from({ length: 1000 }, (_, index) => ({
    id: `cue-${index}`,
    from: 20 + index * 3.217,
    to: 22 + index * 3.217,
    text: 'three short words',
    words: [
      { start: 0, end: 5, from: 20 + index * 3.217, to: 20.5 + index * 3.217 },
      { start: 6, end: 11, from: 20.5 + index * 3.217, to: 21 + index * 3.217 },
    ],
  }));
  const edit = applyPatch({}, [
    {
      set: {
        segments: [{ id: 'a', kind: 'clip', source: 'recording', from: 0, to: 5000 }],
        captions: [{ id: 'track', cues: JSON.parse(JSON.stringify(cues, rounded)) as unknown }],
        markers: [{ id: 'm', at: 900, name: '' }],
      },
    },
  ]) as ClipEdit;
  const next = removeRange(edit, { from: 3, to: 4.371 }, () => 'b');
  expect(next.captions?.[0]?.cues[0]?.from).toBe(18.629);
  for (const [one, other] of [
    [edit, next],
    [next, edit],
  ] as const) {
    const patch = patchBetween(one, other);
    expect(JSON.stringify(patch).length).toBeLessThan(600);
    expect(applyPatch(one, stored(patch))).toEqual(other);
  }
});

test('a patch that does not fit is refused', () => {
  const patch = patchBetween({ list: [{ id: 'a' }, { id: 'b' }] }, { list: [{ id: 'b' }, { id: 'a' }] });
  expect(() => applyPatch({ list: [{ id: 'c' }] }, patch)).toThrow(RangeError);
  expect(() => applyPatch({ list: 3 }, patch)).toThrow(RangeError);
});
