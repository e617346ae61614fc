import type { Post, Target } from '#shared/domain/post.ts';
import type { Connection } from '../connection.ts';
import { placeParameters, postSearchText, targetTimes } from './post-rows.ts';

/** Stored in the document of a row, searched, or taken for its cover. */
const content = [
  'title',
  'body',
  'document',
  'hashtags',
  'link',
  'firstComment',
  'disclosure',
  'sources',
  'attachments',
  'notes',
  'brief',
  'checklist',
] as const satisfies (keyof Post)[];

/** Whether only its place in the plan is another: times, state, campaign, pillar, owner, labels, series, trash. */
export function samePlacedContent(before: Post, after: Post): boolean {
  return (
    content.every((field) => before[field] === after[field]) &&
    before.targets.length === after.targets.length &&
    after.targets.every((target, index) => sameTargetContent(before.targets[index], target))
  );
}

function sameTargetContent(before: Target | undefined, after: Target): boolean {
  return (
    before === after ||
    (before?.id === after.id &&
      before.format === after.format &&
      before.accountId === after.accountId &&
      before.overrides === after.overrides)
  );
}

const sameSearched = (before: Post, after: Post): boolean =>
  before.campaign === after.campaign &&
  before.pillar === after.pillar &&
  before.owner === after.owner &&
  JSON.stringify(before.labels) === JSON.stringify(after.labels);

/** Whether nothing but times is another, and nothing that search or an index of names looks at. */
const sameNamed = (before: Post, after: Post): boolean =>
  before.status === after.status &&
  before.series?.id === after.series?.id &&
  before.series?.at === after.series?.at &&
  before.origin === after.origin &&
  before.createdAt === after.createdAt &&
  before.trashedAt === after.trashedAt &&
  sameSearched(before, after);

/** What a change of times alone writes: indexes of columns that are not named are left alone. */
function rewriteTimes(connection: Connection, before: Post, after: Post): boolean {
  const changed = connection.run(
    `UPDATE posts SET revision = :revision, base_formats = :base_formats, base_accounts = :base_accounts, local = :local,
       zone = :zone, due_at = :due_at, scheduled = :scheduled, updated_at = :updated_at
     WHERE id = :id AND revision = :base`,
    { ...placeParameters(after), base: before.revision },
  );
  if (changed === 0) return false;
  rewriteTargets(connection, before, after);
  return true;
}

function rewriteTargets(connection: Connection, before: Post, after: Post): void {
  for (const [position, target] of after.targets.entries()) {
    if (target === before.targets[position]) continue;
    connection.run(
      `UPDATE targets SET local = :local, zone = :zone, due_at = :due_at, status = :status,
         published_at = :published_at, published_url = :published_url WHERE id = :id`,
      targetTimes(target),
    );
  }
}

/**
 * Leaves the rows that a whole write of `after` would, for posts of the same content: words, cover and uses stay as
 * they are, targets and search text are written where they changed. Answers whether the revision was that of `before`.
 */
export function rewritePlace(connection: Connection, before: Post, after: Post): boolean {
  if (sameNamed(before, after)) return rewriteTimes(connection, before, after);
  const row = connection.get<{ number: number }>(
    `UPDATE posts SET revision = :revision, status = :status, campaign = :campaign, pillar = :pillar, owner = :owner,
       labels = :labels, base_formats = :base_formats, base_accounts = :base_accounts, series_id = :series_id,
       series_at = :series_at, origin = :origin, local = :local, zone = :zone, due_at = :due_at,
       scheduled = :scheduled, created_at = :created_at, updated_at = :updated_at, trashed_at = :trashed_at
     WHERE id = :id AND revision = :base RETURNING number`,
    { ...placeParameters(after), base: before.revision },
  );
  if (!row) return false;
  rewriteTargets(connection, before, after);
  if (!sameSearched(before, after)) {
    connection.run('UPDATE post_search SET text = :text WHERE rowid = :number', {
      number: row.number,
      text: postSearchText(after),
    });
  }
  return true;
}
