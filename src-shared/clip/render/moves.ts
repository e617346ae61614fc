import type { Move } from '../edit/schema.ts';
import { number, term } from './writer.ts';

/** How small something is when it begins to zoom in. */
export const smallest = 0.6;

/** Seconds of the timeline during which an overlay comes and goes; never more than half of its time each. */
export function moveSeconds(move: Move | undefined, length: number): number {
  return move && move.kind !== 'none' ? Math.min(move.seconds, length / 2) : 0;
}

/** Where a slide comes from, or leaves to, along one axis; null when it does not move along it. */
function outside(
  move: Move,
  axis: 'x' | 'y',
  { size, room, leaves }: { size: number; room: number; leaves: boolean },
): number | null {
  const forward = axis === 'x' ? 'slide-right' : 'slide-down';
  const back = axis === 'x' ? 'slide-left' : 'slide-up';
  if (move.kind !== forward && move.kind !== back) return null;
  // To the left: comes from the right, leaves to the left.
  return (move.kind === back) === leaves ? -size : room;
}

/**
 * One coordinate of an overlay as an expression of the time `t`: comes in slowing down, leaves gathering speed (both
 * by the third power). All in pixels and seconds.
 */
export function slideExpression(
  axis: 'x' | 'y',
  place: { at: number; size: number; room: number },
  {
    from,
    to,
    enter,
    leave,
  }: { from: number; to: number; enter?: Move | undefined; leave?: Move | undefined },
): string {
  let text = number(place.at);
  const comes = moveSeconds(enter, to - from);
  const start = enter && outside(enter, axis, { ...place, leaves: false });
  if (comes > 0 && start !== null && start !== undefined) {
    text += `+${term(start - place.at)}*pow(1-clip((t-${term(from)})/${number(comes)},0,1),3)`;
  }
  const goes = moveSeconds(leave, to - from);
  const end = leave && outside(leave, axis, { ...place, leaves: true });
  if (goes > 0 && end !== null && end !== undefined) {
    text += `+${term(end - place.at)}*pow(clip((t-${term(to - goes)})/${number(goes)},0,1),3)`;
  }
  return text;
}
