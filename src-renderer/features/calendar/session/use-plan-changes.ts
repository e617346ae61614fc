import { useLayoutEffect, useMemo, useRef } from 'react';
import { call } from '#renderer/bridge/client.ts';
import type { CallInput } from '#shared/contract/index.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry, Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { placedOf, type RowMove, shownInRow } from './row-move.ts';
import type { Plan } from './use-plan.ts';

/**
 * An entry and the time it shall have; null takes a post off the calendar, and a target with its own time back to its
 * post's.
 */
export interface Move {
  post: PlanEntry;
  schedule: Schedule | null;
}

const sameTime = (one: Schedule | null, other: Schedule | null): boolean =>
  one?.local === other?.local && one?.zone === other?.zone;

const stored = ({ post, schedule }: Move) => ({ id: post.id, targetId: post.targetId, schedule });

/** Whether a time cannot be moved because what was published has it. */
async function isFixed({ post }: Move): Promise<boolean> {
  const { targets } = await call('posts.get', { id: post.id });
  return targets.some(
    (target) =>
      target.status === 'published' &&
      (post.targetId === null ? target.schedule === null : target.id === post.targetId),
  );
}

/** Stores the moves; where a part of a post was published, all others. */
async function storeMovable(moves: readonly Move[]): Promise<readonly Move[]> {
  try {
    await call('posts.schedule', { moves: moves.map(stored) });
    return moves;
  } catch (error) {
    if (!(error instanceof GalleyError) || error.code !== 'conflict' || moves.length === 1) throw error;
    const fixed = await Promise.all(moves.map(isFixed));
    const others = moves.filter((_, index) => fixed[index] === false);
    if (others.length === 0 || others.length === moves.length) throw error;
    await call('posts.schedule', { moves: others.map(stored) });
    return others;
  }
}

function shortTitle(post: PlanEntry, untitled: string): string {
  const title = post.title || post.excerpt || untitled;
  return title.length > 40 ? `${title.slice(0, 39)}…` : title;
}

/** The entries as they are once the moves are stored. */
function withMoves(posts: readonly PlanEntry[], moves: readonly Move[]): readonly PlanEntry[] {
  const keys = new Set(moves.map(({ post }) => post.key));
  const moved = moves.flatMap(({ post, schedule }) =>
    schedule === null ? [] : [{ ...post, schedule, dueAt: dueInstant(schedule) }],
  );
  return [...posts.filter((post) => !keys.has(post.key)), ...moved];
}

/** What `plan.change` changes. */
export type FieldChange = CallInput<'plan.change'>['change'];

export interface PlanChanges {
  move(moves: readonly Move[]): Promise<void>;
  /** As `move`, into another row of the timeline; says why where that cannot be. */
  place(moves: readonly Move[], row: RowMove): Promise<void>;
  /** Copies entries to other times, and into another row. Answers the ids of the copies. */
  copy(copies: readonly Move[], row?: RowMove | null): Promise<string[]>;
  /** Makes a post. */
  create(change: CallInput<'posts.create'>['change'], schedule: Schedule | null): Promise<Post>;
  /** Changes fields of the posts of entries; `said` is the sentence beside Undo. */
  change(posts: readonly PlanEntry[], change: FieldChange, said: string): Promise<void>;
  /** Runs any call that is a step of the plan's undo and says it with Undo beside; failures are shown. */
  run(work: () => Promise<unknown>, said: string): Promise<void>;
  trash(posts: readonly PlanEntry[]): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Changes of the plan: shown at once, stored, said with Undo beside. */
export function usePlanChanges(plan: Plan): PlanChanges {
  const words = useWords();
  const steps = useRef(0);
  const latest = useRef({ plan, words });
  useLayoutEffect(() => {
    latest.current = { plan, words };
  });
  return useMemo<PlanChanges>(() => {
    const undo = async (): Promise<void> => {
      const { t, say } = latest.current.words;
      const step = await latest.current.plan.during(() => call('plan.undo', {}));
      steps.current += 1;
      notify(step.label ? t('calendar.undid', { what: say(step.label) }) : t('calendar.nothing-to-undo'));
    };
    /** Undo beside a sentence means that change, even when others were made since. */
    const undoOf = (back: () => Promise<unknown>): (() => Promise<void>) => {
      steps.current += 1;
      const mine = steps.current;
      return async () => {
        if (steps.current === mine) await undo();
        else {
          steps.current += 1;
          await latest.current.plan.during(back);
        }
      };
    };
    const run = async (work: () => Promise<unknown>, said: string): Promise<void> =>
      latest.current.plan
        .during(async () => {
          await work();
          notifyUndo(
            said,
            undoOf(async () => notify(latest.current.words.t('calendar.undo-later'))),
          );
        })
        .catch(notifyFailure);
    return {
      undo,
      async redo() {
        const { t, say } = latest.current.words;
        const step = await latest.current.plan.during(() => call('plan.redo', {}));
        steps.current += 1;
        notify(step.label ? t('calendar.redid', { what: say(step.label) }) : t('calendar.nothing-to-redo'));
      },
      async move(wanted) {
        const { t, locale } = latest.current.words;
        const movable = wanted.filter(({ post }) => post.status !== 'published');
        const moves = movable.filter(({ post, schedule }) => !sameTime(post.schedule, schedule));
        const fixed = wanted.length - movable.length;
        if (fixed > 0)
          notify(
            movable.length === 0
              ? t('calendar.published-fixed')
              : t('calendar.published-stay', { count: fixed }),
          );
        const first = moves[0];
        if (!first) return;
        const { during, patch } = latest.current.plan;
        patch((posts) => withMoves(posts, moves));
        await during(async () => {
          const moved = await storeMovable(moves);
          const left = moves.length - moved.length;
          if (left > 0) notify(t('calendar.published-stay', { count: left }));
          const back = moved.map(({ post }) => stored({ post, schedule: post.schedule }));
          const undoMoves = undoOf(() => call('posts.schedule', { moves: back }));
          const [said = first] = moved;
          const title = shortTitle(said.post, t('ui.untitled'));
          const when = said.schedule ? formatWallTime(said.schedule.local, locale) : '';
          if (moved.every(({ schedule }) => schedule === null))
            notifyUndo(
              moved.length === 1
                ? said.post.targetId === null
                  ? t('calendar.unscheduled', { title })
                  : t('calendar.with-its-post', { title })
                : t('calendar.unscheduled-many', { count: moved.length }),
              undoMoves,
            );
          else
            notifyUndo(
              moved.length === 1
                ? t('calendar.moved', { title, when })
                : t('calendar.moved-many', { count: moved.length }),
              undoMoves,
            );
        }).catch(notifyFailure);
      },
      async place(wanted, row) {
        const { t, locale } = latest.current.words;
        const moves = wanted.filter(({ post }) => post.status !== 'published');
        const fixed = wanted.length - moves.length;
        const [first] = moves;
        if (!first) return notify(t('calendar.published-fixed'));
        if (fixed > 0) notify(t('calendar.published-stay', { count: fixed }));
        const rows = new Map(moves.map(({ post }) => [post.key, shownInRow(post, row)]));
        latest.current.plan.patch((posts) =>
          withMoves(posts, moves).map((post) => {
            const placed = rows.get(post.key);
            return placed ? { ...placed, schedule: post.schedule, dueAt: post.dueAt } : post;
          }),
        );
        const when = first.schedule ? formatWallTime(first.schedule.local, locale) : '';
        await run(
          () => call('plan.place', { moves: moves.map((move) => placedOf(move, row)), to: row.to }),
          moves.length === 1
            ? t('calendar-views.moved-to', {
                title: shortTitle(first.post, t('ui.untitled')),
                column: sameTime(first.post.schedule, first.schedule) ? row.name : `${row.name}, ${when}`,
              })
            : t('calendar-views.moved-to-many', { count: moves.length, column: row.name }),
        );
      },
      async copy(copies, row = null) {
        const { t, locale } = latest.current.words;
        const first = copies[0];
        if (!first) return [];
        return latest.current.plan.during(async () => {
          const made = await call('plan.copy', {
            copies: copies.map((copy) => placedOf(copy, row)),
            ...(row && { to: row.to }),
          });
          const ids = made.posts.map(({ id }) => id);
          notifyUndo(
            copies.length === 1
              ? t('calendar.copied', {
                  title: shortTitle(first.post, t('ui.untitled')),
                  when: first.schedule ? formatWallTime(first.schedule.local, locale) : '',
                })
              : t('calendar.copied-many', { count: copies.length }),
            undoOf(() => call('posts.trash', { ids })),
          );
          return ids;
        });
      },
      async create(change, schedule) {
        const { t, locale } = latest.current.words;
        return latest.current.plan.during(async () => {
          const post = await call('posts.create', { change, schedule, undoable: true });
          const title = post.title || t('ui.untitled');
          notifyUndo(
            schedule
              ? t('calendar.made-on', { title, when: formatWallTime(schedule.local, locale) })
              : t('calendar.made', { title }),
            undoOf(() => call('posts.trash', { ids: [post.id] })),
          );
          return post;
        });
      },
      async change(posts, change, said) {
        const ids = [...new Set(posts.map((post) => post.id))];
        if (ids.length > 0) await run(() => call('plan.change', { ids, change }), said);
      },
      run,
      async trash(posts) {
        const { t } = latest.current.words;
        const first = posts[0];
        if (!first) return;
        const ids = [...new Set(posts.map((post) => post.id))];
        const gone = new Set(ids);
        const { during, patch } = latest.current.plan;
        patch((shown) => shown.filter((post) => !gone.has(post.id)));
        await during(async () => {
          await call('posts.trash', { ids });
          notifyUndo(
            ids.length === 1
              ? t('calendar.trashed', { title: shortTitle(first, t('ui.untitled')) })
              : t('calendar.trashed-many', { count: ids.length }),
            undoOf(() => call('posts.restore', { ids })),
          );
        }).catch(notifyFailure);
      },
    };
  }, []);
}
