import { useSyncExternalStore } from 'react';
import { segmentAt } from '#shared/clip/edit/layout.ts';
import { changeSegments } from '#shared/clip/edit/operations/arrange.ts';
import type { Segment, SegmentPicture } from '#shared/clip/edit/segment.ts';
import { isIdle } from '../fields/idle.ts';
import { useClip, useClipEditor, useClipSelection } from '../session/editor.tsx';

/** A picture without what changes nothing; undefined when nothing is left. */
export function tidyPicture(picture: SegmentPicture): SegmentPicture | undefined {
  const entries = Object.entries(picture).filter(([, value]) => !isIdle(value));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A segment with other fields of its picture. */
export function withPicture(segment: Segment, change: Partial<SegmentPicture>): Segment {
  const { picture: _was, ...rest } = segment;
  const picture = tidyPicture({ ...segment.picture, ...change });
  return (picture ? { ...rest, picture } : rest) as Segment;
}

/** The segments that panels are about: the chosen ones, else the one under the playhead. */
export function useChosenSegments(): readonly Segment[] {
  const { player, placed } = useClipEditor();
  const selection = useClipSelection();
  const segments = useClip((snapshot) => snapshot.edit.segments);
  const under = useSyncExternalStore(
    player.subscribe,
    () => segmentAt(placed(), player.now().time)?.segment.id ?? null,
  );
  const ids = selection?.kind === 'segment' && selection.ids.length > 0 ? selection.ids : [under];
  return segments.filter((segment) => ids.includes(segment.id));
}

/** Changes of these segments; those with the same gesture in a row undo together. */
export function useSegmentChanges(segments: readonly Segment[]) {
  const { change } = useClipEditor();
  const ids = segments.map((segment) => segment.id);
  const of = (next: (segment: Segment) => Segment, gesture?: string): void =>
    change((edit) => changeSegments(edit, ids, next), gesture && `${gesture}:${ids.join()}`);
  return {
    ids,
    segment: of,
    picture: (next: Partial<SegmentPicture>, gesture?: string): void =>
      of((segment) => withPicture(segment, next), gesture),
  };
}

/** What all have in common, or null where they differ. */
export function shared<Value>(segments: readonly Segment[], read: (segment: Segment) => Value): Value | null {
  const [first, ...others] = segments;
  if (!first) return null;
  const value = read(first);
  return others.every((other) => JSON.stringify(read(other)) === JSON.stringify(value)) ? value : null;
}
