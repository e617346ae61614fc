import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Alignment } from '#shared/design/geometry.ts';
import { alignMove, boundsOfNode, centreOf, unionOf } from '#shared/design/geometry.ts';
import type { Edit, Reordering } from '#shared/design/operations.ts';
import {
  duplicateNodes,
  edit,
  groupNodes,
  moveNodes,
  removeNodes,
  reorderNode,
  settleMasks,
  ungroupNode,
  updateNodes,
} from '#shared/design/operations.ts';
import { ordersBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { distributeMoves, tidyMoves } from '#shared/design/tidy.ts';
import { childrenOf } from '#shared/design/tree.ts';
import { newId } from '#shared/domain/id.ts';
import type { EditorStore } from './editor-store.ts';
import { joinEdits } from './editor-store.ts';
import { fitText, leavesOf, selectionBox } from './layer-boxes.ts';
import { movable } from './locks.ts';
import { fieldsOf, scaleLayer, turnLayer } from './transforms.ts';

function chain(body: DesignBody, steps: readonly ((body: DesignBody) => Edit)[]): Edit {
  return steps.reduce((before, step) => joinEdits(before, step(before.body)), edit(body, []));
}

/** What layers are aligned to: several to the rectangle around them and one to the page, or always to the page. */
export type AlignTo = 'selection' | 'page';

/** The chosen layers that may be moved, with their upright boxes. */
function movableBoxes(store: EditorStore): { id: string; box: Rectangle }[] {
  const { body, selection } = store.snapshot();
  return movable(body, selection).flatMap((id) => {
    const node = body.nodes[id];
    return node ? [{ id, box: boundsOfNode(body, node) }] : [];
  });
}

/** Moves each layer by its own way, as one step of undo. */
function moveEach(store: EditorStore, moves: readonly { id: string; dx: number; dy: number }[]): void {
  store.apply(
    chain(
      store.snapshot().body,
      moves
        .filter(({ dx, dy }) => dx !== 0 || dy !== 0)
        .map(
          ({ id, dx, dy }) =>
            (before) =>
              moveNodes(before, [id], dx, dy),
        ),
    ),
  );
}

/** Aligns one layer to the page, several to the rectangle around them; locked ones stay and count for it. */
export function alignSelection(store: EditorStore, alignment: Alignment, to: AlignTo = 'selection'): void {
  const { body, selection } = store.snapshot();
  const page = { x: 0, y: 0, width: body.width, height: body.height };
  const around = unionOf(store.selectedNodes().map((node) => boundsOfNode(body, node)));
  const frame = selection.length > 1 && to === 'selection' ? (around ?? page) : page;
  moveEach(
    store,
    movableBoxes(store).map(({ id, box }) => ({ id, ...alignMove(box, frame, alignment) })),
  );
}

/** Makes the gaps between three or more layers equal; the outer ones stay. */
export function distributeSelection(store: EditorStore, axis: 'x' | 'y'): void {
  const items = movableBoxes(store);
  const moves = distributeMoves(
    items.map(({ box }) => box),
    axis,
  );
  moveEach(
    store,
    items.map(({ id }, index) => {
      const by = moves[index] ?? 0;
      return { id, dx: axis === 'x' ? by : 0, dy: axis === 'y' ? by : 0 };
    }),
  );
}

/** Puts the chosen layers into a row, a column or a grid with equal gaps, whichever they nearly are. */
export function tidySelection(store: EditorStore): void {
  const items = movableBoxes(store);
  const moves = tidyMoves(items.map(({ box }) => box));
  moveEach(
    store,
    items.map(({ id }, index) => ({ id, ...(moves[index] ?? { dx: 0, dy: 0 }) })),
  );
}

/** Gives all chosen layers the width or height of the one chosen first; their upper left corners stay. */
export function matchSelection(store: EditorStore, size: 'width' | 'height'): void {
  const { body, selection } = store.snapshot();
  const first = body.nodes[selection[0] ?? ''];
  if (!first) return;
  const wanted = boundsOfNode(body, first)[size];
  const changed = movable(body, selection.slice(1)).flatMap((id) => {
    const node = body.nodes[id];
    if (!node) return [];
    const from = boundsOfNode(body, node);
    const to = { ...from, [size]: wanted };
    return leavesOf(body, [id]).map((leaf) =>
      leaf.type === 'text' && leaf.sizing !== 'fixed'
        ? size === 'width'
          ? fitText({ ...leaf, width: wanted, sizing: 'auto-height' as const })
          : { ...leaf, height: wanted, sizing: 'fixed' as const }
        : scaleLayer(leaf, from, to),
    );
  });
  store.apply(updateNodes(body, fieldsOf(changed)));
}

/** Turns the chosen layers together about their middle, degrees clockwise. */
export function turnSelection(store: EditorStore, degrees: number): void {
  const { body, selection } = store.snapshot();
  const ids = movable(body, selection);
  const box = selectionBox(body, ids);
  if (!box) return;
  const turned = leavesOf(body, ids).map((leaf) => turnLayer(leaf, centreOf(box), degrees));
  store.apply(updateNodes(body, fieldsOf(turned)), { mergeKey: `turn:${ids.join()}` });
}

/** Moves the chosen layers by page px; a run of presses is one step of undo. */
export function nudgeSelection(store: EditorStore, dx: number, dy: number): void {
  const { body, selection } = store.snapshot();
  const ids = movable(body, selection);
  store.apply(moveNodes(body, ids, dx, dy), { mergeKey: `nudge:${ids.join()}` });
}

/** Moves the chosen layers so that their upper left corner lies on the next line of the grid. */
export function nudgeToGrid(store: EditorStore, axis: 'x' | 'y', direction: 1 | -1): void {
  const { body } = store.snapshot();
  const step = body.grid ?? null;
  const frame = unionOf(movableBoxes(store).map(({ box }) => box));
  if (step === null || !frame) return;
  const at = frame[axis] / step;
  const line = direction > 0 ? Math.floor(at + 1e-6) + 1 : Math.ceil(at - 1e-6) - 1;
  const by = line * step - frame[axis];
  nudgeSelection(store, axis === 'x' ? by : 0, axis === 'y' ? by : 0);
}

/** Changes the order of all chosen layers; those nearer to the goal go first, so that none overtakes another. */
export function reorderSelection(store: EditorStore, reordering: Reordering): void {
  const { body, selection } = store.snapshot();
  const place = (id: string): number => {
    const node = body.nodes[id];
    return node ? childrenOf(body, node.pageId, node.parentId).findIndex((each) => each.id === id) : 0;
  };
  const upwards = [...selection].toSorted((one, other) => place(one) - place(other));
  const forward = reordering === 'forward' || reordering === 'back';
  const ids = forward ? upwards.toReversed() : upwards;
  store.apply(
    chain(
      body,
      ids.map((id) => (before) => reorderNode(before, id, reordering)),
    ),
  );
}

export function groupSelection(store: EditorStore): void {
  const { body, selection } = store.snapshot();
  if (selection.length < 2) return;
  const groupId = newId();
  store.apply(groupNodes(body, selection, groupId), { select: [groupId] });
}

export function ungroupSelection(store: EditorStore): void {
  const { body, pageId } = store.snapshot();
  const groups = store.selectedNodes().filter((node) => node.type === 'group');
  const select = groups.flatMap((group) => childrenOf(body, pageId, group.id).map((node) => node.id));
  if (groups.length === 0) return;
  store.apply(
    chain(
      body,
      groups.map((group) => (before) => ungroupNode(before, group.id)),
    ),
    { select },
  );
}

/**
 * Puts layers into a group (null: on the page itself), right behind one of its layers, or in front of all for
 * null. They keep their order among themselves; groups left empty go. Nothing may go into itself.
 */
export function placeLayers(
  body: DesignBody,
  ids: readonly string[],
  parentId: string | null,
  behindId: string | null,
): Edit {
  const moved = paintedIds(body, ids).flatMap((id) => body.nodes[id] ?? []);
  const [first] = moved;
  const parent = parentId === null ? undefined : body.nodes[parentId];
  if (!first || (parentId !== null && parent?.type !== 'group')) return edit(body, []);
  for (let above = parent; above; above = body.nodes[above.parentId ?? '']) {
    if (ids.includes(above.id)) return edit(body, []);
  }
  const going = new Set(moved.map((node) => node.id));
  const siblings = childrenOf(body, first.pageId, parentId);
  // Behind one that moves too is behind the next one that stays.
  const from = behindId === null ? siblings.length : siblings.findIndex((each) => each.id === behindId);
  const next = siblings.slice(Math.max(0, from)).find((each) => !going.has(each.id));
  const rest = siblings.filter((each) => !going.has(each.id));
  const place = next ? rest.indexOf(next) : rest.length;
  const orders = ordersBetween(rest[place - 1]?.order ?? null, rest[place]?.order ?? null, moved.length);
  const placed = edit(
    body,
    moved.map((node, index) => ({
      table: 'nodes' as const,
      id: node.id,
      value: { ...node, parentId, order: orders[index] ?? node.order },
    })),
  );
  const empty = moved.flatMap((node) => emptyAbove(placed.body, node));
  return settleMasks(body, empty.length === 0 ? placed : joinEdits(placed, removeNodes(placed.body, empty)));
}

/** The groups that a layer has left without any layer. */
function emptyAbove(body: DesignBody, left: DesignNode): string[] {
  const empty: string[] = [];
  for (let group = body.nodes[left.parentId ?? '']; group; group = body.nodes[group.parentId ?? '']) {
    const inside = childrenOf(body, group.pageId, group.id);
    if (inside.some((child) => !empty.includes(child.id))) break;
    empty.push(group.id);
  }
  return empty;
}

/** Layers from back to front, without those whose group is among them. */
function paintedIds(body: DesignBody, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  const walk = (pageId: string, parentId: string | null): string[] =>
    childrenOf(body, pageId, parentId).flatMap((node) =>
      wanted.has(node.id) ? [node.id] : node.type === 'group' ? walk(pageId, node.id) : [],
    );
  const pageId = body.nodes[ids[0] ?? '']?.pageId;
  return pageId === undefined ? [] : walk(pageId, null);
}

/** What was duplicated last in each open design, and into what. */
const duplicates = new WeakMap<EditorStore, { from: readonly string[]; to: readonly string[] }>();

/**
 * Copies the chosen layers in front of themselves and chooses the copies. When those were moved and are
 * duplicated in turn, the next copies go as far again (step and repeat).
 */
export function duplicateSelection(store: EditorStore): void {
  const { body, selection } = store.snapshot();
  const last = duplicates.get(store);
  const repeats = last !== undefined && last.to.join() === selection.join();
  const corner = (ids: readonly string[]): Rectangle | null =>
    unionOf(ids.flatMap((id) => body.nodes[id] ?? []).map((node) => boundsOfNode(body, node)));
  const before = repeats ? corner(last.from) : null;
  const after = repeats ? corner(last.to) : null;
  const offset = before && after ? { x: after.x - before.x, y: after.y - before.y } : undefined;
  const moved = offset !== undefined && (offset.x !== 0 || offset.y !== 0);
  const copied = moved
    ? duplicateNodes(body, selection, newId, offset)
    : duplicateNodes(body, selection, newId);
  const to = rootsOf(copied);
  duplicates.set(store, { from: selection, to });
  store.apply(copied, { select: to });
}

/** The layers that an edit adds, without those inside others that it adds. */
export function rootsOf({ patch }: Edit): string[] {
  const fresh = patch.flatMap((change) => (change.table === 'nodes' && change.value ? [change.value] : []));
  const ids = new Set(fresh.map((node) => node.id));
  return fresh.filter((node) => !ids.has(node.parentId ?? '')).map((node) => node.id);
}
