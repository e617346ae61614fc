import { editDuration, placeSegments } from '#shared/clip/edit/layout.ts';
import { addBeside } from '#shared/clip/edit/operations/beside.ts';
import type { ClipEdit, SoundItem } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';

/** A file that can be heard, and its length in seconds. */
export interface SoundFile {
  id: string;
  duration: number;
}

/** Decibels by which new music yields to voices. */
export const usualDuck = -12;
/** Seconds over which new music goes away at its end. */
const usualFade = 1;

/** Files as music from a time on, one after another. Under voices it is softer, at its end it goes away. */
export function musicItems(files: readonly SoundFile[], at: number, newId: () => string): SoundItem[] {
  let next = at;
  return files
    .filter(({ duration }) => duration > 0)
    .map(({ id, duration }) => {
      const item: SoundItem = {
        id: newId(),
        source: id,
        at: next,
        from: 0,
        to: duration,
        role: 'music',
        duck: usualDuck,
        fadeOut: usualFade,
      };
      next += duration;
      return item;
    });
}

/** The sound of the main track is off, and another one takes its place from the start on. */
export function replaceSound(edit: ClipEdit, file: SoundFile, newId: () => string): ClipEdit {
  const item: SoundItem = { id: newId(), source: file.id, at: 0, from: 0, to: file.duration, role: 'voice' };
  return addBeside({ ...edit, muted: true }, 'sounds', [item]);
}

/** Whether the sound of a segment can stand on its own: sounds beside the main track play at speed 1, forwards. */
export const canDetach = (segment: Segment): boolean =>
  segment.kind === 'clip' &&
  (segment.speed ?? 1) === 1 &&
  !segment.reversed &&
  !segment.sound?.muted &&
  segment.sound?.stream === undefined;

/** The sound of segments as items of its own at the same place, to be moved and cut by itself. */
export function detachSound(
  edit: ClipEdit,
  ids: readonly string[],
  newId: () => string,
): { edit: ClipEdit; items: SoundItem[] } {
  const items: SoundItem[] = [];
  const ended = editDuration(edit);
  for (const { segment, start } of placeSegments(edit)) {
    if (!ids.includes(segment.id) || segment.kind !== 'clip' || !canDetach(segment)) continue;
    const { stream: _first, ...shape } = segment.sound ?? {};
    const { source, from, to } = segment;
    if (start < ended) items.push({ ...shape, id: newId(), source, at: start, from, to, role: 'voice' });
  }
  const detached = edit.segments.map((segment) =>
    ids.includes(segment.id) && segment.kind === 'clip' && canDetach(segment)
      ? { ...segment, sound: { muted: true } }
      : segment,
  );
  return { edit: addBeside({ ...edit, segments: detached }, 'sounds', items), items };
}
