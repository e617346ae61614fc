import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../domain/id.ts';
import type { Post } from '../../domain/post.ts';
import { ownTexts, ownTable } from './own-table.ts';
import { readPlanJson } from './json-rows.ts';
import { type MergeWorld, mergeRow } from './merge-row.ts';
import { createPlatformReader } from './platform-names.ts';
import { recognise } from './presets.ts';
import { readRows } from './read-rows.ts';
import type { ReadRow } from './plan-row.ts';
import { account, arbitraryPost, now } from './testing/arbitrary-post.ts';

const world: MergeWorld = {
  now,
  newId: () => newId(),
  account: (_, name) => (name === 'Shop (main); #1' ? account : null),
  exists: () => true,
  guard: (_before, next) => next,
};
const accountName = (): string => 'Shop (main); #1';

function readOwn(table: readonly string[][]): ReadRow[] {
  const [header = [], ...rows] = table;
  const { preset, mapping } = recognise(header);
  expect(preset).toBe('galley');
  return readRows(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    { preset, mapping, zone: 'UTC', order: 'mdy', platforms: createPlatformReader([]), format: null },
  );
}

function merged(read: ReadRow | undefined, before: Post | null) {
  if (!read?.ok) throw new Error(`refused: ${read?.refused.reason.en}`);
  return mergeRow(read.row, before, world);
}

describe('our own table', () => {
  it('changes nothing when it comes back', () => {
    fc.assert(
      fc.property(arbitraryPost, (one) => {
        expect(merged(readOwn(ownTable([one], accountName))[0], one).action).toBe('same');
      }),
    );
  });

  it('makes the same posts in another workspace, and from these the same table', () => {
    fc.assert(
      fc.property(arbitraryPost, (one) => {
        const table = ownTable([one], accountName);
        const made = merged(readOwn(table)[0], null);
        expect(made.action).toBe('new');
        if (made.post) expect(ownTexts(made.post, accountName)).toEqual(ownTexts(one, accountName));
      }),
    );
  });
});

it('a JSON file changes nothing when it comes back', () => {
  fc.assert(
    fc.property(arbitraryPost, (one) => {
      const known: MergeWorld = { ...world, account: (_, id) => id };
      const read = readPlanJson(JSON.stringify({ kind: 'plan', version: 1, posts: [one] }));
      const [row] = read.kind === 'posts' ? read.rows : [];
      if (!row?.ok) throw new Error('refused');
      expect(mergeRow(row.row, one, known).action).toBe('same');
      const fresh = mergeRow(row.row, null, known).post;
      expect(fresh?.targets.map((target) => ({ ...target, id: '' }))).toEqual(
        one.targets.map((target) => ({ ...target, id: '' })),
      );
    }),
  );
});
