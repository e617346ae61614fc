import { addDays, weekdayOf } from '../domain/calendar-days.ts';
import { createZoneClock } from '../domain/calendar-zone.ts';
import { dueInstant } from '../domain/due.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { KitBody, KitItem } from '../kit/schema.ts';

/** Minutes around a post within which a slot of its account is taken. */
export const slotReach = 15;

/** Days that are looked through for a free slot at most. */
const horizon = 732;

/** A kept slot with its zone known. */
export interface SlotTimes extends Omit<KitBody<'slot'>, 'zone'> {
  id: string;
  zone: string;
}

export function slotTimes(items: readonly KitItem<'slot'>[], workspaceZone: string): SlotTimes[] {
  return items.map(({ id, body }) => ({ id, ...body, zone: body.zone ?? workspaceZone }));
}

/** A turn of a slot. */
export interface SlotTurn {
  slotId: string;
  accountId: string | null;
  pillar: string;
  schedule: Schedule;
  /** ISO 8601 in UTC. */
  dueAt: string;
}

/** What stands on the plan. */
export interface Standing {
  dueAt: string;
  /** Empty: no account is named, so it stands on every one. */
  accountIds: readonly string[];
}

/** What is to be put into a slot. */
export interface Wanted {
  /** Accounts it is for; empty: any. */
  accountIds: readonly string[];
  /** '' fits only slots of any pillar; null fits every slot. */
  pillar: string | null;
}

/** The turns of one slot at or after an instant (ISO 8601), by time; one that a clock change skips moves forward. */
function* turnsOf(slot: SlotTimes, after: string): Generator<SlotTurn> {
  const first = createZoneClock(slot.zone).wall(after).slice(0, 10);
  // A skipped turn of the day before may fall after midnight.
  for (let step = -1; step < horizon; step += 1) {
    const day = addDays(first, step);
    if (!slot.weekdays.includes(weekdayOf(day))) continue;
    const schedule = { local: `${day}T${slot.time}`, zone: slot.zone };
    const dueAt = dueInstant(schedule);
    if (dueAt < after) continue;
    yield { slotId: slot.id, accountId: slot.accountId, pillar: slot.pillar, schedule, dueAt };
  }
}

/** The turns of all slots by time; of two at the same time the one of an account comes first. */
function* allTurns(slots: readonly SlotTimes[], after: string): Generator<SlotTurn> {
  const heads = slots.flatMap((slot) => {
    const turns = turnsOf(slot, after);
    const { value } = turns.next();
    return value ? [{ turns, next: value }] : [];
  });
  const rank = ({ next }: { next: SlotTurn }): string => `${next.dueAt} ${next.accountId === null ? 1 : 0}`;
  while (heads.length > 0) {
    let best = 0;
    for (const [index, head] of heads.entries()) {
      const leader = heads[best];
      if (leader && rank(head) < rank(leader)) best = index;
    }
    const head = heads[best];
    if (!head) return;
    yield head.next;
    const { value } = head.turns.next();
    if (value) head.next = value;
    else heads.splice(best, 1);
  }
}

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((id) => other.includes(id));

/** May it be put into this slot at all? */
function fits(turn: SlotTurn, { accountIds, pillar }: Wanted): boolean {
  if (turn.accountId !== null && accountIds.length > 0 && !accountIds.includes(turn.accountId)) return false;
  return turn.pillar === '' || pillar === null || turn.pillar === pillar;
}

/** Which posts stand when, asked for a few minutes around an instant. */
export class Occupied {
  private readonly minutes = new Map<number, Standing[]>();
  private static readonly span = slotReach * 60_000;

  constructor(standing: Iterable<Standing>) {
    for (const each of standing) this.add(each);
  }

  add(standing: Standing): void {
    const box = Math.floor(Date.parse(standing.dueAt) / Occupied.span);
    const held = this.minutes.get(box);
    if (held) held.push(standing);
    else this.minutes.set(box, [standing]);
  }

  /** Does a post of one of these accounts (empty: of any) stand less than 15 minutes away? */
  near(dueAt: string, accountIds: readonly string[]): boolean {
    const at = Date.parse(dueAt);
    const box = Math.floor(at / Occupied.span);
    return [box - 1, box, box + 1].some((each) =>
      this.minutes
        .get(each)
        ?.some(
          (standing) =>
            Math.abs(Date.parse(standing.dueAt) - at) < Occupied.span &&
            share(standing.accountIds, accountIds),
        ),
    );
  }
}

/** The accounts for which a slot is asked: its own, else those of what is to be put there. */
const asked = (turn: SlotTurn, wanted: Wanted): readonly string[] =>
  wanted.accountIds.length > 0 ? wanted.accountIds : turn.accountId === null ? [] : [turn.accountId];

/** The next `count` free slots at or after an instant (ISO 8601), by time. */
export function nextFreeSlots(
  slots: readonly SlotTimes[],
  occupied: Occupied,
  { after, count, ...wanted }: Wanted & { after: string; count: number },
): SlotTurn[] {
  const free: SlotTurn[] = [];
  if (count < 1) return free;
  for (const turn of allTurns(slots, after)) {
    if (!fits(turn, wanted) || occupied.near(turn.dueAt, asked(turn, wanted))) continue;
    free.push(turn);
    if (free.length >= count) break;
  }
  return free;
}

/**
 * Puts each, in order, into the first slot that is free by then; null where none is within two years.
 * What is placed takes its slot from those after it.
 */
export function queueIntoSlots(
  wanted: readonly Wanted[],
  slots: readonly SlotTimes[],
  standing: Iterable<Standing>,
  after: string,
): (SlotTurn | null)[] {
  const occupied = new Occupied(standing);
  const turns = allTurns(slots, after);
  const seen: SlotTurn[] = [];
  const fitting = (turn: SlotTurn, each: Wanted): boolean =>
    fits(turn, each) && !occupied.near(turn.dueAt, asked(turn, each));
  const find = (each: Wanted): SlotTurn | null => {
    const known = seen.find((turn) => fitting(turn, each));
    if (known) return known;
    for (let next = turns.next(); !next.done; next = turns.next()) {
      seen.push(next.value);
      if (fitting(next.value, each)) return next.value;
    }
    return null;
  };
  return wanted.map((each) => {
    const turn = find(each);
    if (turn) occupied.add({ dueAt: turn.dueAt, accountIds: asked(turn, each) });
    return turn;
  });
}
