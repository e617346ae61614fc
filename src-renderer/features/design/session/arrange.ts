import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Alignment } from '#shared/design/geometry.ts';
import { alignMove, boundsOfNode, unionOf } from '#shared/design/geometry.ts';
import type { Edit, Reordering } from '#shared/design/operations.ts';
import {
  duplicateNodes,
  edit,
  groupNodes,
  moveNodes,
  reorderNode,
  ungroupNode,
} from '#shared/design/operations.ts';
import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { childrenOf } from '#shared/design/tree.ts';
import { newId } from '#shared/domain/id.ts';
import type { EditorStore } from './editor-store.ts';
import { joinEdits } from './editor-store.ts';

function chain(body: DesignBody, steps: readonly ((body: DesignBody) => Edit)[]): Edit {
  return steps.reduce((before, step) => joinEdits(before, step(before.body)), edit(body, []));
}

/** Aligns one layer to the page, several to the rectangle around them. */
export function alignSelection(store: EditorStore, alignment: Alignment): void {
  const { body, selection } = store.snapshot();
  const boxes = store.selectedNodes().map((node) => boundsOfNode(body, node));
  const page = { x: 0, y: 0, width: body.width, height: body.height };
  const frame = selection.length > 1 ? (unionOf(boxes) ?? page) : page;
  store.apply(
    chain(
      body,
      selection.map((id, index) => (before) => {
        const { dx, dy } = alignMove(boxes[index] ?? frame, frame, alignment);
        return moveNodes(before, dx === 0 && dy === 0 ? [] : [id], dx, dy);
      }),
    ),
  );
}

/** Makes the gaps between three or more layers equal; the outer ones stay. */
export function distributeSelection(store: EditorStore, axis: 'x' | 'y'): void {
  const { body } = store.snapshot();
  const size = axis === 'x' ? 'width' : 'height';
  const items = store
    .selectedNodes()
    .map((node) => ({ node, box: boundsOfNode(body, node) }))
    .toSorted((one, other) => one.box[axis] - other.box[axis]);
  const first = items[0]?.box;
  const last = items.at(-1)?.box;
  if (!first || !last || items.length < 3) return;
  const taken = items.reduce((sum, { box }) => sum + box[size], 0);
  const gap = (last[axis] + last[size] - first[axis] - taken) / (items.length - 1);
  let at = first[axis];
  const moves = items.map(({ node, box }: { node: DesignNode; box: Rectangle }) => {
    const by = at - box[axis];
    at += box[size] + gap;
    return { id: node.id, by };
  });
  store.apply(
    chain(
      body,
      moves.map(
        ({ id, by }) =>
          (before) =>
            moveNodes(before, [id], axis === 'x' ? by : 0, axis === 'y' ? by : 0),
      ),
    ),
  );
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

/** Puts a layer among its siblings, right behind another one; null: in front of all. */
export function placeLayer(body: DesignBody, id: string, behindId: string | null): Edit {
  const node = body.nodes[id];
  if (!node || id === behindId) return edit(body, []);
  const siblings = childrenOf(body, node.pageId, node.parentId).filter((each) => each.id !== id);
  const place = behindId === null ? siblings.length : siblings.findIndex((each) => each.id === behindId);
  if (place < 0) return edit(body, []);
  const order = orderBetween(siblings[place - 1]?.order ?? null, siblings[place]?.order ?? null);
  return edit(body, [{ table: 'nodes', id, value: { ...node, order } }]);
}

/** Copies the chosen layers in front of themselves and chooses the copies. */
export function duplicateSelection(store: EditorStore): void {
  const { body, selection } = store.snapshot();
  const copied = duplicateNodes(body, selection, newId);
  store.apply(copied, { select: rootsOf(copied) });
}

/** The layers that an edit adds, without those inside others that it adds. */
export function rootsOf({ patch }: Edit): string[] {
  const fresh = patch.flatMap((change) => (change.table === 'nodes' && change.value ? [change.value] : []));
  const ids = new Set(fresh.map((node) => node.id));
  return fresh.filter((node) => !ids.has(node.parentId ?? '')).map((node) => node.id);
}
