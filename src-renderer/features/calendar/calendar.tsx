import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { handOffAddress } from '#renderer/ui/reminders/use-reminder-acts.ts';
import { Slot } from '#renderer/ui/slots.tsx';
import { type Day, weekOf } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { filterEntries, isFiltering, noFilter } from '#shared/plan/filter.ts';
import { CalendarArea } from './calendar-area.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { CalendarPage } from './calendar-page.tsx';
import styles from './calendar.module.css';
import { DatesProvider } from './dates/dates-provider.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { usualTime } from './grid/day-cell.tsx';
import { PanelPlace } from './panels/panel-place.tsx';
import { planHosts } from './panels/panels.tsx';
import { type Floated, Floats } from './peek/floats.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { createArranger } from './session/arrange.ts';
import { CalendarToolsProvider } from './session/calendar-context.ts';
import { countShown } from './session/count-shown.ts';
import { type PlanTools, PlanToolsProvider } from './session/plan-tools.ts';
import { useRemembered, type View } from './session/remembered.ts';
import { Selection } from './session/selection.ts';
import { useAside } from './session/use-aside.ts';
import { useCalendarActions } from './session/use-calendar-actions.ts';
import { focusPlace, useCalendarKeys } from './session/use-calendar-keys.ts';
import { useCardTools } from './session/use-card-tools.ts';
import { useMarquee } from './session/use-marquee.ts';
import { useNow } from './session/use-now.ts';
import { usePlan } from './session/use-plan.ts';
import { usePlanChanges } from './session/use-plan-changes.ts';
import { usePlanIntents } from './session/use-plan-intents.ts';
import { neighbourRanges, spanOf, turnPage } from './session/view-span.ts';
import { ShownCount, ZoneStatus } from './status.tsx';
import { Teach } from './teach.tsx';
import { DayJump } from './toolbar/day-jump.tsx';
import { periodTitle } from './toolbar/period-title.ts';
import { OverdueBand, useOverdueIntents } from './tray/overdue.tsx';
import { Tray } from './tray/tray.tsx';

const nothing: readonly PlanEntry[] = [];

/** The plan in all its views with everything that is done to it. */
export function Calendar({
  homeZone,
  locale,
  wantedWeekStart,
}: {
  /** The workspace's. */
  homeZone: string;
  locale: string;
  /** From the settings; null by locale. */
  wantedWeekStart: 0 | 1 | null;
}) {
  const [, navigate] = useLocation();
  const instant = useNow();
  const memory = useRemembered(createZoneClock(homeZone).wall(instant).slice(0, 10));
  const { view, anchor, filter, density } = memory;
  const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = memory.ownZone ? viewerZone : homeZone;
  const clock = useMemo(() => createZoneClock(zone), [zone]);
  const now = clock.wall(instant);
  const today = now.slice(0, 10);
  const week = useMemo(() => weekOf(locale), [locale]);
  const weekStart = wantedWeekStart ?? week.start;
  const [selection] = useState(() => new Selection(anchor));

  const { days, range } = useMemo(() => spanOf(view, anchor, weekStart), [view, anchor, weekStart]);
  const neighbours = useMemo(() => neighbourRanges(view, anchor, weekStart), [view, anchor, weekStart]);
  const plan = usePlan(view === 'year' ? null : range, zone, neighbours);
  const changes = usePlanChanges(plan);
  const posts = plan.posts ?? nothing;
  const shown = useMemo(() => filterEntries(posts, filter), [posts, filter]);
  const [arrangeNext] = useState(createArranger);
  const arrangement = useMemo(
    () => arrangeNext(shown, clock, homeZone),
    [arrangeNext, shown, clock, homeZone],
  );
  const aside = useAside(now, view === 'agenda' || view === 'board');
  const overdue = useMemo(() => filterEntries(aside.overdue, filter), [aside.overdue, filter]);
  const unscheduled = useMemo(() => filterEntries(aside.unscheduled, filter), [aside.unscheduled, filter]);
  const count = useMemo(
    () => countShown(view, days, arrangement, shown, overdue, unscheduled),
    [view, days, arrangement, shown, overdue, unscheduled],
  );
  // Agenda and board also show what stands beside the range, so their filter offers its values too.
  const filterable = useMemo(
    () =>
      view === 'agenda' || view === 'board'
        ? [
            ...new Map(
              [...posts, ...aside.overdue, ...aside.unscheduled].map((entry) => [entry.key, entry]),
            ).values(),
          ]
        : posts,
    [view, posts, aside.overdue, aside.unscheduled],
  );

  const [floated, setFloated] = useState<Floated | null>(null);
  const [jumping, setJumping] = useState(false);
  const [trayPosts, setTrayPosts] = useState<readonly PlanEntry[]>(nothing);
  const focusAfter = useRef(false);
  const known = useMemo(
    () => new Map([...unscheduled, ...trayPosts, ...aside.overdue, ...shown].map((post) => [post.key, post])),
    [unscheduled, trayPosts, aside.overdue, shown],
  );
  const live = useRef({ arrangement, known, view, anchor, days, memory, changes, now });
  useLayoutEffect(() => {
    live.current = { arrangement, known, view, anchor, days, memory, changes, now };
  });

  const postsOf = useCallback(
    (keys: Iterable<string>): PlanEntry[] => [...keys].flatMap((key) => live.current.known.get(key) ?? []),
    [],
  );

  const goTo = useCallback(
    (day: Day, key: string | null): void => {
      selection.goTo(day, key);
      const page = live.current;
      if (page.days.includes(day)) {
        focusPlace(selection);
        if (page.view === 'week') page.memory.setAnchor(day);
      } else {
        focusAfter.current = true;
        page.memory.setAnchor(day);
      }
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
    if (place.key !== null) {
      const placed = arrangement.byKey.get(place.key);
      if (placed) selection.goTo(placed.day, placed.post.key);
      else if (plan.posts && !known.has(place.key)) selection.goTo(place.day);
    }
    if (floated === null && document.activeElement === document.body) focusPlace(selection);
  }, [arrangement, plan.posts, known, selection, floated]);

  const turn = useCallback(
    (step: -1 | 1): void => {
      const { anchor: day, view: of, memory: remembered } = live.current;
      const next = turnPage(of, day, step);
      remembered.setAnchor(next);
      selection.goTo(next);
    },
    [selection],
  );
  const show = useCallback(
    (next: View, day?: Day): void => {
      const page = live.current;
      const place = selection.place.day;
      page.memory.setAnchor(day ?? (page.days.includes(place) ? place : page.anchor));
      page.memory.setView(next);
    },
    [selection],
  );
  // Drawn before the next key arrives: what is typed after `N` belongs into the field that it opens.
  const float = useCallback((next: Floated | null) => flushSync(() => setFloated(next)), []);
  const placeBox = (): DOMRect => {
    focusPlace(selection);
    return document.activeElement?.getBoundingClientRect() ?? new DOMRect();
  };
  const jumpTo = (day: Day): void => {
    memory.setAnchor(day);
    selection.goTo(day);
    focusAfter.current = true;
  };
  const openPost = useCallback((id: string) => navigate(`/posts/${id}`), [navigate]);
  const openHandOff = useCallback((entry: PlanEntry) => navigate(handOffAddress(entry)), [navigate]);

  const intents = usePlanIntents({ live, selection, clock, homeZone, postsOf });
  const actions = useCalendarActions(
    {
      turn,
      today: () => jumpTo(today),
      show,
      jump: () => setJumping(true),
      toggleTray: () => memory.setTrayOpen(!memory.trayOpen),
      search: () => document.querySelector<HTMLElement>('[data-calendar-search]')?.focus(),
      add: () => {
        const place = selection.place.day;
        if (!days.includes(place)) selection.goTo(anchor);
        float({ kind: 'add', wall: `${selection.place.day}T${usualTime}`, beside: placeBox() });
      },
      ...intents,
      toToday: () => intents.toToday(),
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
  const tools = useCardTools({ live, selection, clock, homeZone, postsOf, turn, float });
  const onMarquee = useMarquee(selection);
  const late = useOverdueIntents(intents);
  const planTools = useMemo<PlanTools>(
    () => ({
      view,
      entries: shown,
      range,
      days,
      anchor,
      today,
      now,
      zone,
      workspaceZone: homeZone,
      clock,
      weekStart,
      selection,
      postsOf,
      changes,
      goTo,
      openPost,
      openHandOff,
    }),
    [
      view,
      shown,
      range,
      days,
      anchor,
      today,
      now,
      zone,
      homeZone,
      clock,
      weekStart,
      selection,
      postsOf,
      changes,
      goTo,
      openPost,
      openHandOff,
    ],
  );

  const closeFloat = (): void => {
    setFloated(null);
    focusAfter.current = true;
  };

  return (
    <CalendarToolsProvider value={tools}>
      <PlanToolsProvider value={planTools}>
        <div className={styles.screen}>
          <Slot name="topbar-title">
            <DayJump
              title={periodTitle(view, days, anchor, locale)}
              day={anchor}
              weekStart={weekStart}
              opened={jumping}
              onOpened={setJumping}
              onJump={jumpTo}
            />
          </Slot>
          <Slot name="topbar-actions">
            <ActionButton action={actions.add} primary />
          </Slot>
          {view !== 'year' && <ShownCount shown={count} selection={selection} />}
          <ZoneStatus zone={zone} homeZone={homeZone} />
          <CalendarBar
            actions={actions}
            view={view}
            onView={show}
            trayOpen={memory.trayOpen}
            posts={filterable}
            filter={filter}
            onFilter={memory.setFilter}
            panel={memory.panel}
            onPanel={memory.setPanel}
          >
            <DisplayMenu
              density={density}
              onDensity={memory.setDensity}
              {...(viewerZone === homeZone
                ? {}
                : {
                    zones: {
                      workspace: homeZone,
                      viewer: viewerZone,
                      own: memory.ownZone,
                      onOwn: memory.setOwnZone,
                    },
                  })}
            />
            <PlanMenu month={anchor.slice(0, 7)} />
          </CalendarBar>
          {!memory.trayOpen && (
            <OverdueBand
              entries={aside.overdue}
              total={aside.overdueTotal}
              intents={late}
              onShow={() => memory.setTrayOpen(true)}
            />
          )}
          {plan.failure && (
            <div className={styles.failure}>
              <FailureNote error={plan.failure} onRetry={plan.reload} />
            </div>
          )}
          <div className={styles.middle}>
            {memory.trayOpen && (
              <Tray
                known={setTrayPosts}
                overdue={{ entries: aside.overdue, total: aside.overdueTotal }}
                shelf={memory.shelf}
                onShelf={memory.setShelf}
                intents={intents}
              />
            )}
            <CalendarArea actions={actions} selection={selection} onKeyDown={onKeyDown} onMarquee={onMarquee}>
              <DatesProvider from={days[0] ?? anchor} to={days.at(-1) ?? anchor}>
                <CalendarPage
                  view={view}
                  arrangement={arrangement}
                  density={density}
                  shared={{
                    entries: shown,
                    overdue,
                    unscheduled,
                    days,
                    range,
                    anchor,
                    today,
                    now,
                    clock,
                    zone,
                    weekStart,
                    weekend: week.weekend,
                    locale,
                    filter,
                    onOpenDay: (day) => show('day', day),
                    onOpenMonth: (day) => show('month', day),
                    onOpenPost: openPost,
                  }}
                />
              </DatesProvider>
            </CalendarArea>
            {plan.posts && shown.length === 0 && (view === 'month' || view === 'week' || view === 'day') && (
              <Teach
                filtering={isFiltering(filter)}
                view={view}
                onClear={() => memory.setFilter(noFilter)}
                onAdd={actions.add.run}
              />
            )}
            <PanelPlace open={memory.panel} onClose={() => memory.setPanel('')} />
          </div>
          {floated && (
            <Floats
              floated={floated}
              arrangement={arrangement}
              known={known}
              zone={zone}
              homeZone={homeZone}
              now={now}
              changes={changes}
              onClose={closeFloat}
              onOpen={openPost}
              onMade={(id) => selection.goTo(selection.place.day, id)}
            />
          )}
          {planHosts.map((Host, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes
            <Host key={index} />
          ))}
        </div>
      </PlanToolsProvider>
    </CalendarToolsProvider>
  );
}
