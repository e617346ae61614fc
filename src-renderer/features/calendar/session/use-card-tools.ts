import { type PointerEvent, type RefObject, useMemo } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { followDrag } from '../drag/drag.ts';
import { droppedMoves } from '../drag/dropped-moves.ts';
import type { Floated } from '../peek/floats.tsx';
import type { Arrangement } from './arrange.ts';
import { type RowMove, rowMoveAt } from './row-move.ts';
import type { CalendarTools } from './calendar-context.ts';
import type { Selection } from './selection.ts';
import type { PlanChanges } from './use-plan-changes.ts';

/** The newest state of the screen, for what is called later. */
export interface Live {
  arrangement: Arrangement;
  days: readonly Day[];
  changes: PlanChanges;
}

/** Clicks on cards and days and drags of cards; stable, so that the cards draw only when they change. */
export function useCardTools({
  live,
  selection,
  clock,
  homeZone,
  postsOf,
  turn,
  float,
}: {
  live: RefObject<Live>;
  selection: Selection;
  clock: ZoneClock;
  /** The workspace's: times of what had none are kept in it. */
  homeZone: string;
  postsOf(keys: Iterable<string>): PlanEntry[];
  turn(step: -1 | 1): void;
  float(floated: Floated | null): void;
}): CalendarTools {
  const { t } = useWords();
  return useMemo<CalendarTools>(
    () => ({
      selection,
      clock,
      pick(event, key, element) {
        const placed = live.current.arrangement.byKey.get(key);
        const day = placed?.day ?? selection.place.day;
        if (event.ctrlKey || event.metaKey) {
          selection.toggle(key);
          selection.goTo(day, key);
        } else if (event.shiftKey) {
          const all = [...live.current.arrangement.byKey.values()]
            .filter((each) => live.current.days.includes(each.day))
            .sort((one, other) => (one.wall < other.wall ? -1 : 1))
            .map((each) => each.post.key);
          const from = all.indexOf(selection.place.key ?? key);
          const to = all.indexOf(key);
          if (from < 0 || to < 0) selection.add(key);
          else selection.choose(all.slice(Math.min(from, to), Math.max(from, to) + 1));
        } else {
          selection.clear();
          selection.goTo(day, key);
          float({ kind: 'peek', key, beside: element.getBoundingClientRect() });
        }
      },
      grab(event: PointerEvent<HTMLElement>, post) {
        if (event.button !== 0) return;
        const carried = selection.chosen.has(post.key) ? postsOf(selection.chosen) : [post];
        const element = event.currentTarget;
        let row: RowMove | null = null;
        // Before the drag ends, which tells the day only.
        const lookForRow = (up: globalThis.PointerEvent): void => {
          row = rowMoveAt(element, up.clientX, up.clientY);
        };
        window.addEventListener('pointerup', lookForRow, { capture: true, once: true });
        followDrag(event.nativeEvent, {
          element,
          count: carried.length,
          fixed: carried.every((each) => each.status === 'published'),
          copies: true,
          title: post.title || post.excerpt || t('ui.untitled'),
          fromHours: element.dataset['shape'] === 'block' || element.dataset['shape'] === 'sliver',
          flip: turn,
          active: (on) => on || float(null),
          drop: (place, copy) => {
            const { arrangement, changes } = live.current;
            const moves = droppedMoves(carried, post, place, arrangement.byKey, clock, homeZone);
            const done = copy
              ? changes.copy(moves, row)
              : row && place.kind !== 'tray'
                ? changes.place(moves, row)
                : changes.move(moves);
            done.then(() => selection.clear(), notifyFailure);
          },
        });
      },
      carry: (event, element, title, drop) =>
        followDrag(event, {
          element,
          count: 1,
          title,
          fromHours: false,
          flip: turn,
          active: (on) => on || float(null),
          drop,
        }),
      showDay: (day, element) => float({ kind: 'day', day, beside: element.getBoundingClientRect() }),
      addAt: (wall, element) => float({ kind: 'add', wall, beside: element.getBoundingClientRect() }),
    }),
    [live, selection, clock, homeZone, float, postsOf, turn, t],
  );
}
