import type { Bilingual } from '#shared/contract/failure.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { PlanStepAnswer } from '#shared/contract/plan-step.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PlanChange, Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requirePost } from '../posts/post-errors.ts';
import { type Direction, turn } from './plan-change.ts';
import { writeKept } from './kept-change.ts';

type Step = PlanStepAnswer;

/** A label by how many things it is about. */
export function numbered(count: number, one: Bilingual, many: (count: number) => Bilingual): Bilingual {
  return count === 1 ? one : many(count);
}

/** Does the changes and stores their inverse in the same transaction. */
export function recordPlanChanges(
  { holder, events, clock }: RecordContext,
  changes: PlanChange[],
  label: Bilingual,
): Step {
  const { repositories } = holder.current();
  if (changes.length === 0) return { undoable: false, label: null };
  const now = clock.now().toISOString();
  const done = repositories.transaction(() => {
    const touched = writeChanges(repositories, changes, 'redo', now);
    repositories.history.push({ id: newId(), label, changes }, now);
    return touched;
  });
  announce(events, done);
  return { undoable: true, label };
}

/** What a step really changed. */
interface Touched {
  posts: string[];
  kit: string[];
}

/** Turns every change and saves each post and kept thing once. */
function writeChanges(
  repositories: Repositories,
  changes: readonly PlanChange[],
  direction: Direction,
  now: string,
): Touched {
  const kit = writeKept(repositories, changes, direction, now);
  const stored = repositories.posts.many([
    ...new Set(changes.flatMap((change) => (change.field === 'kit' ? [] : [change.postId]))),
  ]);
  const posts = new Map<string, { before: Post; after: Post }>();
  for (const change of direction === 'undo' ? changes.toReversed() : changes) {
    if (change.field === 'kit') continue;
    const known = posts.get(change.postId);
    const before = known?.before ?? stored.get(change.postId) ?? requirePost(repositories, change.postId);
    posts.set(change.postId, { before, after: turn(known?.after ?? before, change, direction, now) });
  }
  const touched: string[] = [];
  for (const { before, after } of posts.values()) {
    if (before === after) continue;
    const next = { ...after, revision: before.revision + 1, updatedAt: now };
    if (!repositories.posts.rewrite(before, next)) throw new Error('changed inside a transaction');
    touched.push(before.id);
  }
  return { posts: touched, kit };
}

function announce(events: RecordContext['events'], { posts, kit }: Touched): void {
  if (posts.length > 0) events.emit('records.changed', { kind: 'post', ids: posts });
  if (kit.length > 0) events.emit('records.changed', { kind: 'kit', ids: kit });
}

/** Moves posts or single targets to other times, or back to the unscheduled list. */
export function schedulePosts(
  context: RecordContext,
  { moves }: ParsedInput<'posts.schedule'>,
): CallOutput<'posts.schedule'> {
  const { repositories } = context.holder.current();
  // A day that does not exist is refused before anything is written.
  for (const move of moves) if (move.schedule) dueInstant(move.schedule);
  const latest = new Map<string, Schedule | null>();
  const changes = moves.flatMap(({ id, targetId, schedule }): PlanChange[] => {
    const post = requirePost(repositories, id);
    const key = `${id} ${targetId}`;
    const target = targetId === null ? null : post.targets.find((candidate) => candidate.id === targetId);
    if (target === undefined) {
      throw new GalleyError('not-found', {
        en: 'This platform version is no longer part of the post. Reload the post.',
        zh: '帖子中已没有这个平台版本。请重新载入帖子。',
      });
    }
    const before = latest.has(key) ? (latest.get(key) ?? null) : (target ?? post).schedule;
    latest.set(key, schedule);
    if (before?.local === schedule?.local && before?.zone === schedule?.zone) return [];
    return [{ field: 'schedule', postId: id, targetId, before, after: schedule }];
  });
  const back = moves.every((move) => move.schedule === null);
  const count = new Set(moves.map((move) => move.id)).size;
  const label = back
    ? numbered(count, { en: 'Unschedule post', zh: '取消排期' }, (n) => ({
        en: `Unschedule ${n} posts`,
        zh: `取消 ${n} 篇帖子的排期`,
      }))
    : numbered(count, { en: 'Move post', zh: '移动帖子' }, (n) => ({
        en: `Move ${n} posts`,
        zh: `移动 ${n} 篇帖子`,
      }));
  return recordPlanChanges(context, changes, label);
}

/** Puts posts into the trash or takes them out. */
export function setTrashed(context: RecordContext, ids: readonly string[], trashed: boolean): Step {
  const { repositories } = context.holder.current();
  const changes = [...new Set(ids)].flatMap((id): PlanChange[] => {
    const before = requirePost(repositories, id).trashedAt !== null;
    return before === trashed ? [] : [{ field: 'trashed', postId: id, before, after: trashed }];
  });
  const label = trashed
    ? numbered(changes.length, { en: 'Delete post', zh: '删除帖子' }, (n) => ({
        en: `Delete ${n} posts`,
        zh: `删除 ${n} 篇帖子`,
      }))
    : numbered(changes.length, { en: 'Restore post', zh: '恢复帖子' }, (n) => ({
        en: `Restore ${n} posts`,
        zh: `恢复 ${n} 篇帖子`,
      }));
  return recordPlanChanges(context, changes, label);
}

/**
 * Undoes or redoes the newest step. Fields that were changed again since keep their newer value.
 * Throws `conflict` when a target was published meanwhile.
 */
export function stepThrough(context: RecordContext, direction: Direction): Step {
  const { repositories } = context.holder.current();
  const step = direction === 'undo' ? repositories.history.nextUndo() : repositories.history.nextRedo();
  if (!step) return { undoable: false, label: null };
  const now = context.clock.now().toISOString();
  const done = repositories.transaction(() => {
    repositories.history.setUndone(step.id, direction === 'undo');
    return writeChanges(repositories, step.changes, direction, now);
  });
  announce(context.events, done);
  return { undoable: true, label: step.label };
}

/** What the next undo and redo would do. */
export function planHistory(context: RecordContext): CallOutput<'plan.history'> {
  const { history } = context.holder.current().repositories;
  const undo = history.nextUndo();
  const redo = history.nextRedo();
  return {
    undo: { undoable: undo !== null, label: undo?.label ?? null },
    redo: { undoable: redo !== null, label: redo?.label ?? null },
  };
}
