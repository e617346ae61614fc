import { reorder } from '#shared/clip/edit/operations/arrange.ts';
import { segmentName } from '../draw/badges.ts';
import type { DrawnWords } from '../draw/canvas.ts';
import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { Gesture, GestureTools } from './gesture.ts';

/** Between which segments a thing at a time would come: before `index`, whose edge stands at `at`. */
export function placeBetween(
  placed: readonly PlacedSegment[],
  seconds: number,
): { index: number; at: number; beforeId: string | null } {
  const next = placed.find(({ start, end }) => (start + end) / 2 > seconds);
  if (next) return { index: next.index, at: next.start, beforeId: next.segment.id };
  return { index: placed.length, at: placed.at(-1)?.end ?? 0, beforeId: null };
}

/** Drags segments to another place; they are put there when let go. */
export function reorderGesture(tools: GestureTools, ids: readonly string[], words: DrawnWords): Gesture {
  const { editor } = tools;
  const placed = editor.placed();
  const [first] = placed.filter(({ segment }) => ids.includes(segment.id));
  const name = first
    ? segmentName({ source: (assetId) => editor.sources.get(assetId), words }, first.segment)
    : '';
  return {
    move(pointer) {
      const { at } = placeBetween(placed, pointer.time);
      const tip = ids.length > 1 ? `${name} +${ids.length - 1}` : name;
      tools.show({ tip, x: pointer.x, y: pointer.y, insertAt: at });
    },
    end(pointer) {
      const { beforeId } = placeBetween(placed, pointer.time);
      editor.change((edit) => reorder(edit, ids, beforeId));
    },
    cancel: () => {},
  };
}
