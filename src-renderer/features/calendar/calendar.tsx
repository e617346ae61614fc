import { SegmentedControl } from '@mantine/core';
import { type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, addMonths, type Day, monthDays, weekDays, weekOf } from '#shared/domain/calendar-days.ts';
import { createZoneClock, shiftDays } from '#shared/domain/calendar-zone.ts';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from './calendar.module.css';
import { droppedMoves } from './drag/dropped-moves.ts';
import { followDrag } from './drag/drag.ts';
import { usualTime } from './grid/day-cell.tsx';
import { MonthGrid } from './grid/month-grid.tsx';
import { WeekGrid } from './grid/week-grid.tsx';
import { type Floated, Floats } from './peek/floats.tsx';
import { createArranger } from './session/arrange.ts';
import { CalendarToolsProvider, type CalendarTools } from './session/calendar-context.ts';
import { filterPosts, isFiltering, noFilter, useRemembered, type View } from './session/remembered.ts';
import { Selection } from './session/selection.ts';
import { CalendarStatus } from './status.tsx';
import { useCalendarActions } from './session/use-calendar-actions.ts';
import { focusPlace, useCalendarKeys } from './session/use-calendar-keys.ts';
import { useNow } from './session/use-now.ts';
import { rangeOf, usePlan } from './session/use-plan.ts';
import { usePlanChanges } from './session/use-plan-changes.ts';
import { Teach } from './teach.tsx';
import { DayJump } from './toolbar/day-jump.tsx';
import { FilterBar } from './toolbar/filter-bar.tsx';
import toolbar from './toolbar/toolbar.module.css';
import { periodTitle } from './toolbar/period-title.ts';
import { Tray } from './tray/tray.tsx';

const nothing: readonly PostSummary[] = [];

/** Month and week of the plan with everything that is done to it. */
export function Calendar({
  zone,
  locale,
  wantedWeekStart,
}: {
  zone: string;
  locale: string;
  /** From the settings; null by locale. */
  wantedWeekStart: 0 | 1 | null;
}) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const clock = useMemo(() => createZoneClock(zone), [zone]);
  const now = clock.wall(useNow());
  const today = now.slice(0, 10);
  const memory = useRemembered(today);
  const { view, anchor, filter } = memory;
  const week = useMemo(() => weekOf(locale), [locale]);
  const weekStart = wantedWeekStart ?? week.start;
  const [selection] = useState(() => new Selection(anchor));

  const daysFor = useCallback(
    (of: View, day: Day) => (of === 'month' ? monthDays(day, weekStart) : weekDays(day, weekStart)),
    [weekStart],
  );
  // A week stands in the range of its month, so that the two views and most steps need no new answer.
  const month = anchor.slice(0, 7);
  const days = useMemo(() => daysFor(view, anchor), [daysFor, view, anchor]);
  const wide = useMemo(
    () => rangeOf([...new Set([...monthDays(`${month}-01`, weekStart), ...days])].sort()),
    [month, weekStart, days],
  );
  const neighbours = useMemo(
    () => [-1, 1].map((step) => rangeOf(monthDays(addMonths(`${month}-01`, step), weekStart))),
    [month, weekStart],
  );
  const plan = usePlan(wide, zone, neighbours);
  const changes = usePlanChanges(plan);
  const posts = plan.posts ?? nothing;
  const shown = useMemo(() => filterPosts(posts, filter), [posts, filter]);
  const [arrangeNext] = useState(createArranger);
  const arrangement = useMemo(() => arrangeNext(shown, clock), [arrangeNext, shown, clock]);

  const [floated, setFloated] = useState<Floated | null>(null);
  const [jumping, setJumping] = useState(false);
  const [trayPosts, setTrayPosts] = useState<readonly PostSummary[]>(nothing);
  const focusAfter = useRef(false);
  const live = useRef({ arrangement, trayPosts, view, anchor, days, memory, changes });
  useLayoutEffect(() => {
    live.current = { arrangement, trayPosts, view, anchor, days, memory, changes };
  });

  const postsOf = useCallback((ids: Iterable<string>): PostSummary[] => {
    const known = live.current;
    return [...ids].flatMap((id) => {
      const post = known.arrangement.byId.get(id)?.post ?? known.trayPosts.find((each) => each.id === id);
      return post ? [post] : [];
    });
  }, []);

  const goTo = useCallback(
    (day: Day, postId: string | null): void => {
      selection.goTo(day, postId);
      focusAfter.current = true;
      const page = live.current;
      const onPage =
        page.view === 'month' ? day.slice(0, 7) === page.anchor.slice(0, 7) : page.days.includes(day);
      if (onPage || page.days.includes(day)) {
        focusAfter.current = false;
        focusPlace(selection);
        if (page.view === 'week') page.memory.setAnchor(day);
      } else page.memory.setAnchor(day);
    },
    [selection],
  );
  useLayoutEffect(() => {
    if (!focusAfter.current) return;
    focusAfter.current = false;
    focusPlace(selection);
  });
  // A card that was moved or deleted takes the focus with it; the day keeps it.
  useEffect(() => {
    const place = selection.place;
    if (place.postId !== null) {
      const placed = arrangement.byId.get(place.postId);
      if (placed) selection.goTo(placed.day, placed.post.id);
      else if (plan.posts && !trayPosts.some((post) => post.id === place.postId)) selection.goTo(place.day);
    }
    if (floated === null && document.activeElement === document.body) focusPlace(selection);
  }, [arrangement, plan.posts, trayPosts, selection, floated]);

  const turn = useCallback(
    (step: -1 | 1): void => {
      const { anchor: day, view: of, memory: remembered } = live.current;
      const next = of === 'month' ? addMonths(day, step) : addDays(day, step * 7);
      remembered.setAnchor(next);
      selection.goTo(next);
    },
    [selection],
  );
  const show = (next: View): void => {
    memory.setAnchor(view === 'month' && days.includes(selection.place.day) ? selection.place.day : anchor);
    memory.setView(next);
  };
  const float = useCallback((next: Floated | null) => setFloated(next), []);
  const placeBox = (): DOMRect => {
    focusPlace(selection);
    return document.activeElement?.getBoundingClientRect() ?? new DOMRect();
  };

  const actions = useCalendarActions(
    {
      turn,
      today: () => {
        memory.setAnchor(today);
        selection.goTo(today);
        focusAfter.current = true;
      },
      show,
      jump: () => setJumping(true),
      toggleTray: () => memory.setTrayOpen(!memory.trayOpen),
      search: () => document.querySelector<HTMLElement>('[data-calendar-search]')?.focus(),
      add: () => {
        const place = selection.place.day;
        if (!days.includes(place)) selection.goTo(anchor);
        float({ kind: 'add', wall: `${selection.place.day}T${usualTime}`, beside: placeBox() });
      },
      moveDays: async (count) => {
        const moving = postsOf(selection.meant());
        await changes.move(
          moving.map((post) => ({ post, schedule: post.schedule && shiftDays(post.schedule, count) })),
        );
      },
      unschedule: async () => {
        await changes.move(postsOf(selection.meant()).map((post) => ({ post, schedule: null })));
        selection.clear();
      },
      trash: async () => {
        await changes.trash(postsOf(selection.meant()));
        selection.clear();
      },
      undo: changes.undo,
      redo: changes.redo,
      clear: () => {
        if (selection.chosen.size > 0) selection.clear();
        else selection.goTo(selection.place.day);
        focusPlace(selection);
      },
    },
    selection,
  );
  const onKeyDown = useCalendarKeys({ selection, arrangement, view, days, goTo });

  const tools = useMemo<CalendarTools>(
    () => ({
      selection,
      clock,
      pick(event, id, element) {
        const placed = live.current.arrangement.byId.get(id);
        const day = placed?.day ?? selection.place.day;
        if (event.ctrlKey || event.metaKey) {
          selection.toggle(id);
          selection.goTo(day, id);
        } else if (event.shiftKey) {
          const all = [...live.current.arrangement.byId.values()]
            .filter((each) => live.current.days.includes(each.day))
            .sort((one, other) => (one.wall < other.wall ? -1 : 1))
            .map((each) => each.post.id);
          const from = all.indexOf(selection.place.postId ?? id);
          const to = all.indexOf(id);
          if (from < 0 || to < 0) selection.add(id);
          else selection.choose(all.slice(Math.min(from, to), Math.max(from, to) + 1));
        } else {
          selection.clear();
          selection.goTo(day, id);
          float({ kind: 'peek', id, beside: element.getBoundingClientRect() });
        }
      },
      grab(event: PointerEvent<HTMLElement>, post) {
        if (event.button !== 0) return;
        const carried = selection.chosen.has(post.id) ? postsOf(selection.chosen) : [post];
        const movable = carried.filter((each) => each.status !== 'published');
        const element = event.currentTarget;
        followDrag(event.nativeEvent, {
          element,
          count: Math.max(1, movable.length),
          title: post.title || post.excerpt || t('ui.untitled'),
          fromHours: element.dataset['shape'] === 'block' || element.dataset['shape'] === 'sliver',
          flip: turn,
          active: (on) => on || float(null),
          drop: (place) => {
            if (movable.length === 0) return notify(t('calendar.published-fixed'));
            const moves = droppedMoves(movable, post, place, live.current.arrangement.byId, clock.zone);
            void live.current.changes.move(moves).then(() => selection.clear());
          },
        });
      },
      showDay: (day, element) => float({ kind: 'day', day, beside: element.getBoundingClientRect() }),
      addAt: (wall, element) => float({ kind: 'add', wall, beside: element.getBoundingClientRect() }),
    }),
    [selection, clock, float, postsOf, turn, t],
  );

  const closeFloat = (): void => {
    setFloated(null);
    focusAfter.current = true;
  };

  return (
    <CalendarToolsProvider value={tools}>
      <div className={styles.screen}>
        <Slot name="topbar-title">
          <DayJump
            title={periodTitle(view, days, anchor, locale)}
            day={anchor}
            weekStart={weekStart}
            opened={jumping}
            onOpened={setJumping}
            onJump={(day) => {
              memory.setAnchor(day);
              selection.goTo(day);
              focusAfter.current = true;
            }}
          />
        </Slot>
        <Slot name="topbar-actions">
          <ActionButton action={actions.add} primary />
        </Slot>
        <CalendarStatus
          shown={days.reduce((sum, day) => sum + (arrangement.byDay.get(day)?.length ?? 0), 0)}
          selection={selection}
          zone={zone}
        />
        <div className={toolbar.bar}>
          <IconAction action={actions.tray} active={memory.trayOpen} />
          <span className={toolbar.step}>
            <span className={toolbar.flip} data-drop="previous">
              <IconAction action={actions.previous} />
            </span>
            <ActionButton action={actions.today} />
            <span className={toolbar.flip} data-drop="next">
              <IconAction action={actions.next} />
            </span>
          </span>
          <SegmentedControl
            aria-label={t('calendar.view')}
            value={view}
            data={[
              { value: 'month', label: t('calendar.month') },
              { value: 'week', label: t('calendar.week') },
            ]}
            onChange={(value) => show(value === 'week' ? 'week' : 'month')}
          />
          <FilterBar posts={posts} filter={filter} onChange={memory.setFilter} />
        </div>
        {plan.failure && (
          <div className={styles.failure}>
            <FailureNote error={plan.failure} onRetry={plan.reload} />
          </div>
        )}
        <div className={styles.middle}>
          {memory.trayOpen && <Tray known={setTrayPosts} />}
          <ContextMenu
            actions={[
              actions.add,
              null,
              actions.earlier,
              actions.later,
              actions.unschedule,
              actions.trash,
              null,
              actions.undo,
              actions.redo,
            ]}
          >
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the role */}
            <div
              className={styles.grow}
              onKeyDown={onKeyDown}
              onContextMenuCapture={(event) => {
                const target = event.target instanceof Element ? event.target : null;
                const id = target?.closest<HTMLElement>('[data-post]')?.dataset['post'] ?? null;
                const day = target?.closest<HTMLElement>('[data-day]')?.dataset['day'];
                if (id === null || !selection.chosen.has(id)) selection.clear();
                if (day) selection.goTo(day, id);
              }}
            >
              {view === 'month' ? (
                <MonthGrid
                  days={days}
                  month={month}
                  now={now}
                  weekend={week.weekend}
                  arrangement={arrangement}
                />
              ) : (
                <WeekGrid days={days} now={now} weekend={week.weekend} arrangement={arrangement} />
              )}
            </div>
          </ContextMenu>
          {plan.posts && shown.length === 0 && (
            <Teach
              filtering={isFiltering(filter)}
              view={view}
              onClear={() => memory.setFilter(noFilter)}
              onAdd={actions.add.run}
            />
          )}
        </div>
        {floated && (
          <Floats
            floated={floated}
            arrangement={arrangement}
            trayPosts={trayPosts}
            zone={zone}
            now={now}
            changes={changes}
            onClose={closeFloat}
            onOpen={(id) => navigate(`/posts/${id}`)}
            onMade={(id) => selection.goTo(selection.place.day, id)}
          />
        )}
      </div>
    </CalendarToolsProvider>
  );
}
