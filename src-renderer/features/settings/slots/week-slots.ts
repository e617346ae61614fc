import type { KitBody, KitItem } from '#shared/kit/schema.ts';

type Slot = KitItem<'slot'>;

/** One day of one slot in the week. */
export interface SlotPlace {
  slot: Slot;
  weekday: number;
  /** Minute of the day. */
  minute: number;
  /** Its lane among those that overlap it, and how many there are. */
  lane: number;
  lanes: number;
}

/** Minutes that a mark covers in the week. */
const markLength = 60;

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export function timeOf(minute: number): string {
  const within = Math.min(24 * 60 - 15, Math.max(0, Math.round(minute / 15) * 15));
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Where the slots stand on a weekday, those that overlap side by side. */
export function placesOn(slots: readonly Slot[], weekday: number): SlotPlace[] {
  const sorted = slots
    .filter(({ body }) => body.weekdays.includes(weekday))
    .map((slot) => ({ slot, weekday, minute: minuteOf(slot.body.time), lane: 0, lanes: 1 }))
    .toSorted((a, b) => a.minute - b.minute);
  let group: SlotPlace[] = [];
  let end = -1;
  for (const place of sorted) {
    if (place.minute >= end) group = [];
    group.push(place);
    place.lane = group.length - 1;
    for (const each of group) each.lanes = group.length;
    end = Math.max(end, place.minute + markLength);
  }
  return sorted;
}

/** The slot with one of its days moved to another day and all of it to another time. */
export function moved(body: KitBody<'slot'>, from: number, to: number, time: string): KitBody<'slot'> {
  const weekdays = [...new Set(body.weekdays.map((day) => (day === from ? to : day)))].toSorted(
    (a, b) => a - b,
  );
  return { ...body, weekdays, time };
}
