import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderWantedSchema } from '#shared/contract/renders.ts';
import { firstChoice, flipped, restoredChoice, wantedOf } from './render-choice.ts';

it('asks for the own frame with its settings, and for formats with theirs', () => {
  const choice = { ...firstChoice, formats: ['x/post'], type: 'gif' as const, maxMegabytes: 2, cover: true };
  expect(wantedOf(choice)).toMatchObject([
    { format: null, type: 'gif', maxBytes: 2_000_000, cover: true },
    { format: 'x/post', type: 'mp4', cover: true },
  ]);
  expect(wantedOf({ ...choice, range: true }).every(({ range }) => range)).toBe(true);
  // A part is of one export: the next clip is exported whole.
  expect(restoredChoice({ ...choice, range: true })).toEqual(choice);
  expect(wantedOf({ ...choice, own: false })).toHaveLength(1);
  expect(flipped(flipped(['a'], 'b'), 'a')).toEqual(['b']);
});

it('makes a choice that the studio takes of whatever was remembered', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('mp4', null, 30, true, ['x/post']));
  const saved = fc.record(Object.fromEntries(Object.keys(firstChoice).map((key) => [key, value])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), saved), (remembered) => {
      for (const one of wantedOf({ ...restoredChoice(remembered), own: true }))
        expect(renderWantedSchema.safeParse(one).success).toBe(true);
    }),
  );
});
