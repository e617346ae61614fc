import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankSummary } from '#shared/domain/blank-post.ts';
import type { PostSummary } from '#shared/domain/post.ts';
import { columnOf, groupings, ideaColumns, matches, movedTo } from './idea-columns.ts';

const name = fc.constantFrom('', 'A', 'B', 'C');
const idea: fc.Arbitrary<PostSummary> = fc
  .record({ id: fc.uuid(), pillar: name, campaign: name, labels: fc.uniqueArray(fc.constantFrom('x', 'y')) })
  .map(({ id, ...rest }) => ({ ...blankSummary(id), ...rest }));

it('puts every idea into exactly one column', () => {
  fc.assert(
    fc.property(fc.array(idea), fc.constantFrom(...groupings), fc.array(name), (ideas, by, known) => {
      const columns = ideaColumns(ideas, by, known);
      expect(new Set(columns.map(({ value }) => value)).size).toBe(columns.length);
      expect(columns.flatMap((column) => column.ideas.map(({ id }) => id)).sort()).toEqual(
        ideas.map(({ id }) => id).sort(),
      );
      for (const column of columns)
        for (const each of column.ideas) expect(columnOf(each, by)).toBe(column.value);
    }),
  );
});

it('finds words wherever they are', () => {
  const one = { ...blankSummary('1'), title: 'Lantern walk', labels: ['city'] };
  expect(matches(one, 'CITY lantern')).toBe(true);
  expect(matches(one, 'city sea')).toBe(false);
});

it('a label takes the place of the one it came from; the others stay', () => {
  const one = { ...blankSummary('1'), labels: ['a', 'b'] };
  expect(movedTo(one, 'label', 'c')).toEqual({
    idea: { ...one, labels: ['c', 'b'] },
    change: { addLabels: ['c'], removeLabels: ['a'] },
  });
});
