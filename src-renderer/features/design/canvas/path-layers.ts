import { getStroke } from 'perfect-freehand';
import type { PathNode } from '#shared/design/layers/path.ts';
import { pathDefaults } from '#shared/design/layers/path.ts';
import { addNodes, updateNodes } from '#shared/design/operations.ts';
import type { PenPath } from '#shared/design/pen.ts';
import { layerOfPaths, mapPaths, placing, readPaths } from '#shared/design/pen.ts';
import { newId } from '#shared/domain/id.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { readableColour } from '../session/readable-colour.ts';

/** A stroke's width as a fraction of the page's shorter side. */
const strokeShare = 0.006;

/** One sample of a drawn line: page px and how hard the pen was pressed (0.5 for a mouse). */
export interface Sample {
  x: number;
  y: number;
  pressure: number;
}

function add(store: EditorStore, paths: readonly PenPath[], look: Partial<PathNode>): void {
  const box = layerOfPaths(paths);
  const { body, pageId } = store.snapshot();
  if (!box) return;
  const node: PathNode = { ...pathDefaults, ...box, ...look, id: newId(), pageId, order: '' };
  store.enter(null, []);
  store.apply(addNodes(body, [node]), { select: [node.id] });
}

function strokeWidth({ body }: { body: { width: number; height: number } }): number {
  return Math.max(2, Math.round(Math.min(body.width, body.height) * strokeShare));
}

/** What the pen drew: a closed path is filled, an open one is a line. */
export function addPenPath(store: EditorStore, path: PenPath): void {
  const state = store.snapshot();
  const [first] = path.points;
  if (!first || path.points.length < 2) return;
  const stroke = readableColour(state.body, state.pageId, first);
  add(
    store,
    [path],
    path.closed ? {} : { fill: null, stroke, strokeWidth: strokeWidth(state), lineJoin: 'round' },
  );
}

/** The outline of a line drawn by hand: thicker where the pen was pressed or slow. */
export function outlineOf(samples: readonly Sample[], size: number, byPressure: boolean): PenPath | null {
  const outline = getStroke([...samples], {
    size,
    thinning: 0.6,
    smoothing: 0.6,
    streamline: 0.45,
    simulatePressure: !byPressure,
    last: true,
  });
  const count = outline.length;
  if (count < 3) return null;
  // Curves through the middles of the sides, with the corners as their arms: smooth, and few numbers.
  const points = outline.map(([x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % count] ?? [x, y];
    const middle = { x: (x + nextX) / 2, y: (y + nextY) / 2 };
    const towards = (ax: number, ay: number) => ({
      x: middle.x + ((ax - middle.x) * 2) / 3,
      y: middle.y + ((ay - middle.y) * 2) / 3,
    });
    return { ...middle, in: towards(x, y), out: towards(nextX, nextY) };
  });
  return { points, closed: true };
}

/** What the pencil drew, as a filled outline. */
export function addPencilPath(store: EditorStore, samples: readonly Sample[], byPressure: boolean): void {
  const state = store.snapshot();
  const [first] = samples;
  const path = outlineOf(samples, strokeWidth(state) * 2, byPressure);
  if (!first || !path) return;
  add(store, [path], { fill: readableColour(state.body, state.pageId, first) });
}

/** The runs of a path layer, in page px. */
export function pathsOf(node: PathNode): PenPath[] {
  return mapPaths(readPaths(node.d), placing(placeOf(node)).toPage);
}

function placeOf(node: PathNode) {
  const { x, y, width, height, rotation, viewWidth, viewHeight, flipX, flipY } = node;
  const flips = { flipX: flipX ?? false, flipY: flipY ?? false };
  return { x, y, width, height, rotation, viewWidth, viewHeight, ...flips };
}

/** Writes changed runs into their layer, whose box follows the ink; one step of undo. */
export function writePaths(store: EditorStore, id: string, paths: readonly PenPath[]): void {
  const box = layerOfPaths(paths);
  const { body } = store.snapshot();
  // The points are where they are on the page: what turned and mirrored them before is in them now.
  if (box)
    store.apply(updateNodes(body, { [id]: { ...box, rotation: 0, flipX: false, flipY: false } }), {
      select: [id],
    });
}
