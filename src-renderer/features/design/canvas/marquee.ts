import type { Point } from '#shared/design/geometry.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { selectionBox } from '../session/layer-boxes.ts';
import type { Overlay } from './overlay.ts';
import { emptyOverlay } from './overlay.ts';
import { pickWithin } from './picking.ts';

/** Chooses what lies in the rectangle between two points of the page, beside what was chosen `before`. */
export function chooseWithin(
  store: EditorStore,
  overlay: Overlay,
  from: Point,
  to: Point,
  before: readonly string[],
): void {
  const { body, pageId, selection } = store.snapshot();
  const area = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
  const found = new Set([...before, ...pickWithin(body, pageId, area, null)]);
  if (found.size !== selection.length || selection.some((id) => !found.has(id))) store.select([...found]);
  overlay.show({
    ...emptyOverlay,
    marquee: area,
    outlines: [...found].flatMap((id) => selectionBox(body, [id]) ?? []),
  });
}
