import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { arbitraryPost } from '#shared/plan/files/testing/arbitrary-post.ts';
import { type Connection, openConnection } from '../connection.ts';
import { createTestWorkspace, type TestWorkspace } from '../test-workspace.ts';
import { samePlacedContent } from './post-rewrite.ts';
import { createPostRepository } from './posts.ts';

let studio: TestWorkspace;
let connection: Connection;

beforeAll(() => {
  studio = createTestWorkspace();
  connection = openConnection(join(studio.root, 'workspace.db'), false);
});
afterAll(() => {
  connection.close();
  studio.remove();
});

/** Everything stored of a post. */
function rowsOf(id: string): unknown[] {
  return [
    connection.all('SELECT * FROM posts WHERE id = :id', { id }),
    connection.all('SELECT * FROM targets WHERE post_id = :id ORDER BY position', { id }),
    connection.all('SELECT text FROM post_search WHERE rowid = (SELECT number FROM posts WHERE id = :id)', {
      id,
    }),
    connection.all(
      "SELECT * FROM uses WHERE user_kind = 'post' AND user_id = :id ORDER BY used_kind, used_id",
      {
        id,
      },
    ),
    ...['上新', 'sale'].map((word) =>
      connection.all('SELECT rowid FROM post_search WHERE post_search MATCH :word', { word: `"${word}xy"` }),
    ),
  ];
}

/** What `write` leaves of a fresh `before`; nothing of it stays. */
function leftBy(
  before: Post,
  write: (repository: ReturnType<typeof createPostRepository>) => void,
): unknown[] {
  const repository = createPostRepository(connection);
  connection.raw.exec('BEGIN');
  try {
    repository.insert(before);
    write(repository);
    return rowsOf(before.id);
  } finally {
    connection.raw.exec('ROLLBACK');
  }
}

const schedule = fc.option(
  fc.record<Schedule>({
    local: fc.constantFrom('2026-03-29T02:30', '2026-11-01T01:30', '2027-02-28T09:00'),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Shanghai'),
  }),
);
const word = fc.constantFrom('', '上新xy', 'salexy', 'Mei');
const newTitle = fc.option(word, { freq: 1 });
const place = fc.record<Partial<Post>>(
  {
    schedule,
    status: fc.constantFrom('idea', 'draft', 'review', 'approved'),
    campaign: word,
    pillar: word,
    owner: word,
    labels: fc.array(word, { maxLength: 3 }),
    trashedAt: fc.option(fc.constant('2026-06-01T00:00:00.000Z')),
  },
  { requiredKeys: [] },
);

it('a post that moved in the plan has the rows that writing all of it leaves', () => {
  let cheap = 0;
  fc.assert(
    fc.property(
      arbitraryPost,
      newTitle,
      place,
      schedule,
      fc.boolean(),
      fc.nat(),
      (one, title, change, own, touch, which) => {
        const before = {
          ...one,
          id: newId(),
          targets: one.targets.map((each) => ({ ...each, id: newId() })),
        };
        const touched = before.targets[which % Math.max(1, before.targets.length)];
        const after: Post = {
          ...before,
          ...change,
          ...(title === null ? {} : { title }),
          revision: before.revision + 1,
          updatedAt: '2026-07-01T00:00:00.000Z',
          targets: touch
            ? before.targets.map((each) => (each === touched ? { ...each, schedule: own } : each))
            : before.targets,
        };
        if (samePlacedContent(before, after)) cheap += 1;
        expect(leftBy(before, (posts) => expect(posts.rewrite(before, after)).toBe(true))).toEqual(
          leftBy(before, (posts) => expect(posts.replace(after, before.revision)).toBe(true)),
        );
        expect(
          leftBy(before, (posts) => expect(posts.rewrite({ ...before, revision: 99 }, after)).toBe(false)),
        ).toEqual(leftBy(before, () => undefined));
      },
    ),
  );
  expect(cheap).toBeGreaterThan(20);
});
