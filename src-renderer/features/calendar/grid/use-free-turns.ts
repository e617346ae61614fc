import { useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { EventPayload } from '#shared/contract/index.ts';
import { type Day, weekdayOf } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';

/** Slots that are free at the same time of a day. */
export interface FreeTurn {
  /** Minutes since midnight, in the shown zone. */
  minute: number;
  /** `YYYY-MM-DDTHH:mm` in the shown zone. */
  wall: string;
  /** The accounts and pillars that they are for. */
  words: string;
}

const refresh = ['records.changed', 'workspace.changed'] as const;
const refreshing = {
  concerns: ({ kind }: EventPayload<'records.changed'>) => kind === 'post' || kind === 'kit',
  quiet: 150,
};
/** What the studio answers at most. */
const most = 200;
const nothing: ReadonlyMap<Day, readonly FreeTurn[]> = new Map();

/** The slots of the shown days that are still to come and free; asks nothing of a plan without slots. */
export function useFreeTurns(
  days: readonly Day[],
  today: Day,
  clock: ZoneClock,
): ReadonlyMap<Day, readonly FreeTurn[]> {
  const { t } = useWords();
  const slots = useKit('slot');
  const accounts = useKit('account');
  const first = days[0] ?? today;
  const last = days.at(-1) ?? first;
  // One day more on each side, for slots of other zones and turns that are taken.
  const turns = slots?.reduce(
    (sum, { body }) =>
      sum +
      days.filter((day) => body.weekdays.includes(weekdayOf(day))).length +
      Math.min(2, body.weekdays.length),
    0,
  );
  const wanted = turns !== undefined && turns > 0 && last >= today;
  const after = first > today ? dueInstant({ local: `${first}T00:00`, zone: clock.zone }) : undefined;
  const { data } = useCall(
    'slots.next',
    wanted ? { count: Math.min(most, turns), ...(after === undefined ? {} : { after }) } : null,
    refresh,
    refreshing,
  );
  return useMemo(() => {
    if (!wanted || !data || data.length === 0) return nothing;
    const names = new Map(accounts?.map(({ id, name }) => [id, name]));
    const byWall = new Map<string, Set<string>>();
    for (const { dueAt, accountId, pillar } of data) {
      const wall = clock.wall(dueAt);
      if (wall.slice(0, 10) < first || wall.slice(0, 10) > last) continue;
      const words = byWall.get(wall) ?? new Set();
      const name = accountId === null ? '' : (names.get(accountId) ?? '');
      for (const word of [name, pillar]) if (word !== '') words.add(word);
      byWall.set(wall, words);
    }
    const byDay = new Map<Day, FreeTurn[]>();
    for (const [wall, words] of byWall) {
      const day = wall.slice(0, 10);
      const list = byDay.get(day) ?? [];
      list.push({
        wall,
        minute: Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14)),
        words: [...words].join(' · ') || t('calendar.free-slot'),
      });
      byDay.set(day, list);
    }
    return byDay;
  }, [wanted, data, accounts, clock, first, last, t]);
}
