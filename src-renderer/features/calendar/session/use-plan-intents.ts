import { type RefObject, useMemo, useRef } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notify } from '#renderer/ui/notify.tsx';
import type { PickedMedia } from '#renderer/ui/media-picker/use-media.ts';
import { openReviewPackage } from '#renderer/ui/review/review-store.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays } from '#shared/domain/calendar-days.ts';
import { addMinutes, shiftDays, type ZoneClock } from '#shared/domain/calendar-zone.ts';
import { newId } from '#shared/domain/id.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { type CopiedEntries, pastedMoves } from './clipboard.ts';
import type { Selection } from './selection.ts';
import { movesToFreeDays, movesToToday } from './to-today.ts';
import type { Live } from './use-card-tools.ts';

/** Days ahead that are looked through for a free one. */
const searchedDays = 180;
const nothing: CopiedEntries = { entries: [], placed: new Map() };

/** What is done to the chosen or current entries, by keys, menus and buttons. */
export function usePlanIntents({
  live,
  selection,
  clock,
  homeZone,
  postsOf,
}: {
  live: RefObject<Live & { now: string }>;
  selection: Selection;
  /** Of the shown zone. */
  clock: ZoneClock;
  homeZone: string;
  postsOf(keys: Iterable<string>): PlanEntry[];
}) {
  const { t } = useWords();
  const copied = useRef(nothing);
  return useMemo(() => {
    const meant = (): PlanEntry[] => postsOf(selection.meant());
    const wallOf = ({ dueAt }: PlanEntry): string => (dueAt === null ? '' : clock.wall(dueAt));
    const moveBy = (change: (schedule: Schedule) => Schedule): Promise<void> =>
      live.current.changes.move(
        meant().map((post) => ({ post, schedule: post.schedule && change(post.schedule) })),
      );
    return {
      moveDays: (count: number) => moveBy((schedule) => shiftDays(schedule, count)),
      moveMinutes: (minutes: number) =>
        moveBy((schedule) => ({ ...schedule, local: addMinutes(schedule.local, minutes) })),
      async unschedule() {
        await live.current.changes.move(meant().map((post) => ({ post, schedule: null })));
        selection.clear();
      },
      async trash() {
        await live.current.changes.trash(meant());
        selection.clear();
      },
      review: () => openReviewPackage([...new Set(meant().map(({ id }) => id))]),
      copy() {
        copied.current = { entries: meant(), placed: live.current.arrangement.byKey };
        notify(t('calendar.copied-to-paste', { count: copied.current.entries.length }));
      },
      canPaste: () => copied.current.entries.length > 0,
      async paste() {
        await live.current.changes.copy(pastedMoves(copied.current, selection.place.day, clock, homeZone));
      },
      async duplicate() {
        await live.current.changes.copy(meant().map((post) => ({ post, schedule: post.schedule })));
      },
      async toToday(entries: readonly PlanEntry[] = meant()) {
        const { now, changes } = live.current;
        const today = now.slice(0, 10);
        const around = await call('plan.range', {
          from: `${today}T00:00`,
          to: `${addDays(today, 3)}T00:00`,
          zone: clock.zone,
        });
        const moving = new Set(entries.map(({ key }) => key));
        const taken = around.filter(({ key }) => !moving.has(key)).map(wallOf);
        await changes.move(movesToToday(entries, now, taken, wallOf, clock.zone, homeZone));
        selection.clear();
      },
      async toFreeDays(entries: readonly PlanEntry[]) {
        const { now, changes } = live.current;
        const today = now.slice(0, 10);
        const busy = await call('plan.density', {
          from: `${today}T00:00`,
          to: `${addDays(today, searchedDays)}T00:00`,
          zone: clock.zone,
        });
        const days = new Set(busy.map(({ day }) => day));
        await changes.move(movesToFreeDays(entries, today, days, wallOf, clock.zone, homeZone));
        selection.clear();
      },
      /** A new post with a picture, design or clip. */
      async makeWith(item: PickedMedia, schedule: Schedule | null) {
        const attachment = {
          id: newId(),
          kind: item.shelf,
          refId: item.id,
          alt: item.alt,
          crop: null,
          trim: null,
          coverAt: null,
        };
        // The name of a file is seldom what a post is about.
        const title = item.shelf === 'asset' ? '' : item.name;
        return live.current.changes.create({ title, attachments: [attachment] }, schedule);
      },
    };
  }, [live, selection, clock, homeZone, postsOf, t]);
}

export type PlanIntents = ReturnType<typeof usePlanIntents>;
