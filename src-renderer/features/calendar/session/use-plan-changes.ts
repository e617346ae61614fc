import { useLayoutEffect, useMemo, useRef } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { dueInstant } from '#shared/domain/due.ts';
import type { PostSummary } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { Plan } from './use-plan.ts';

/** A post and the time it shall have; null takes it off the calendar. */
export interface Move {
  post: PostSummary;
  schedule: Schedule | null;
}

interface StoredMove {
  id: string;
  targetId: string | null;
  schedule: Schedule | null;
}

const sameTime = (one: Schedule | null, other: Schedule | null): boolean =>
  one?.local === other?.local && one?.zone === other?.zone;

/**
 * Which stored times a card stands for: the post's own, or that of its targets when the post's own is elsewhere.
 */
async function storedMoves(move: Move): Promise<StoredMove[]> {
  const { id } = move.post;
  const post = await call('posts.get', { id });
  const targets = post.targets.filter(
    (target) => target.schedule !== null && sameTime(target.schedule, move.post.schedule),
  );
  if (sameTime(post.schedule, move.post.schedule) || targets.length === 0)
    return [{ id, targetId: null, schedule: move.schedule }];
  return targets.map((target) => ({ id, targetId: target.id, schedule: move.schedule }));
}

function shortTitle(post: PostSummary, untitled: string): string {
  const title = post.title || post.excerpt || untitled;
  return title.length > 40 ? `${title.slice(0, 39)}…` : title;
}

/** The posts as they are once the moves are stored. */
function withMoves(posts: readonly PostSummary[], moves: readonly Move[]): readonly PostSummary[] {
  const ids = new Set(moves.map(({ post }) => post.id));
  const moved = moves.flatMap(({ post, schedule }) =>
    schedule === null ? [] : [{ ...post, schedule, dueAt: dueInstant(schedule) }],
  );
  return [...posts.filter((post) => !ids.has(post.id)), ...moved];
}

export interface PlanChanges {
  move(moves: readonly Move[]): Promise<void>;
  trash(posts: readonly PostSummary[]): Promise<void>;
  duplicate(post: PostSummary): Promise<string>;
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
        if (fixed > 0) notify(t('calendar.published-stay', { count: fixed }));
        const first = moves[0];
        if (!first) return;
        const { during, patch } = latest.current.plan;
        patch((posts) => withMoves(posts, moves));
        await during(async () => {
          const stored = (await Promise.all(moves.map(storedMoves))).flat();
          await call('posts.schedule', { moves: stored });
          const back = moves.map(({ post, schedule }) => ({
            post: { ...post, schedule },
            schedule: post.schedule,
          }));
          const undoMoves = undoOf(async () =>
            call('posts.schedule', { moves: (await Promise.all(back.map(storedMoves))).flat() }),
          );
          const title = shortTitle(first.post, t('ui.untitled'));
          const when = first.schedule ? formatWallTime(first.schedule.local, locale) : '';
          if (moves.every(({ schedule }) => schedule === null))
            notifyUndo(
              moves.length === 1
                ? t('calendar.unscheduled', { title })
                : t('calendar.unscheduled-many', { count: moves.length }),
              undoMoves,
            );
          else
            notifyUndo(
              moves.length === 1
                ? t('calendar.moved', { title, when })
                : t('calendar.moved-many', { count: moves.length }),
              undoMoves,
            );
        }).catch(notifyFailure);
      },
      async trash(posts) {
        const { t } = latest.current.words;
        const first = posts[0];
        if (!first) return;
        const ids = posts.map((post) => post.id);
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
      async duplicate(post) {
        const { t } = latest.current.words;
        const { during } = latest.current.plan;
        return during(async () => {
          const copy = await call('posts.duplicate', { id: post.id });
          if (post.schedule)
            await call('posts.schedule', { moves: [{ id: copy.id, schedule: post.schedule }] });
          notifyUndo(t('calendar.duplicated', { title: shortTitle(post, t('ui.untitled')) }), async () => {
            steps.current += 1;
            await during(() => call('posts.trash', { ids: [copy.id] }));
          });
          return copy.id;
        });
      },
    };
  }, []);
}
