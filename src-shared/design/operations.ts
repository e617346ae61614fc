import { boundsOfNode, unionOf } from '#shared/design/geometry.ts';
import { groupDefaults } from '#shared/design/layers/group.ts';
import { orderBetween, ordersBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode, Page, Variant } from '#shared/design/schema.ts';
import { parentIsSound } from '#shared/design/schema.ts';
import { childrenOf, descendantsOf } from '#shared/design/tree.ts';

/** One record set to a value; null takes it away. */
export type Change =
  | { table: 'nodes'; id: string; value: DesignNode | null }
  | { table: 'pages'; id: string; value: Page | null }
  | { table: 'variants'; id: string; value: Variant | null }
  | { table: 'size'; value: { width: number; height: number } }
  /** All fields of the page's set-up at once. */
  | { table: 'setup'; value: PageSetup };

/** What all pages have in common beside their size; see `designSchema`. */
export type PageSetup = Pick<DesignBody, 'bleed' | 'safeArea' | 'guides' | 'grid'>;

/** What a page of this design is set up with, without what is absent. */
export function setupOf({ bleed, safeArea, guides, grid }: DesignBody): PageSetup {
  return {
    ...(bleed === undefined ? {} : { bleed }),
    ...(safeArea === undefined ? {} : { safeArea }),
    ...(guides === undefined ? {} : { guides }),
    ...(grid === undefined ? {} : { grid }),
  };
}

/** Changes that belong together, in order. */
export type Patch = readonly Change[];

/** What an operation did: the body after it, how to do it and how to undo it. */
export interface Edit {
  body: DesignBody;
  patch: Patch;
  inverse: Patch;
}

function without<Value>(record: Readonly<Record<string, Value>>, id: string): Record<string, Value> {
  const { [id]: _gone, ...rest } = record;
  return rest;
}

/** The body with a patch applied; the given body is not touched. Only touched tables are copied. */
export function applyPatch(body: DesignBody, patch: Patch): DesignBody {
  let { nodes, pages, width, height, variants } = body;
  let setup = setupOf(body);
  for (const change of patch) {
    if (change.table === 'size') ({ width, height } = change.value);
    else if (change.table === 'setup') setup = change.value;
    else if (change.table === 'variants') {
      variants =
        change.value === null
          ? without(variants ?? {}, change.id)
          : { ...variants, [change.id]: change.value };
    } else if (change.table === 'nodes') {
      if (change.value === null) nodes = without(nodes, change.id);
      else
        nodes =
          nodes === body.nodes
            ? { ...nodes, [change.id]: change.value }
            : set(nodes, change.id, change.value);
    } else if (change.value === null) pages = without(pages, change.id);
    else pages = { ...pages, [change.id]: change.value };
  }
  const {
    bleed: _bleed,
    safeArea: _safeArea,
    guides: _guides,
    grid: _grid,
    variants: _before,
    ...rest
  } = body;
  // Without its last size a design is again as one that never had any.
  const sized = variants === body.variants || Object.keys(variants ?? {}).length > 0;
  return { ...rest, ...setup, nodes, pages, width, height, ...(sized && variants ? { variants } : {}) };
}

/** Writes into a table that is already this patch's own copy. */
function set(nodes: Record<string, DesignNode>, id: string, value: DesignNode): Record<string, DesignNode> {
  nodes[id] = value;
  return nodes;
}

/** Applies changes and works out how to undo them. */
export function edit(body: DesignBody, patch: Patch): Edit {
  const inverse: Change[] = [];
  const seen = new Set<string>();
  for (const change of patch) {
    const key = 'id' in change ? `${change.table}/${change.id}` : change.table;
    if (seen.has(key)) continue;
    seen.add(key);
    if (change.table === 'size') {
      inverse.unshift({ table: 'size', value: { width: body.width, height: body.height } });
    } else if (change.table === 'setup') {
      inverse.unshift({ table: 'setup', value: setupOf(body) });
    } else if (change.table === 'variants') {
      inverse.unshift({ table: 'variants', id: change.id, value: body.variants?.[change.id] ?? null });
    } else if (change.table === 'nodes') {
      inverse.unshift({ table: 'nodes', id: change.id, value: body.nodes[change.id] ?? null });
    } else {
      inverse.unshift({ table: 'pages', id: change.id, value: body.pages[change.id] ?? null });
    }
  }
  return { body: applyPatch(body, patch), patch, inverse };
}

function setNode(node: DesignNode): Change {
  return { table: 'nodes', id: node.id, value: node };
}

/** Masks of groups that a patch leaves without their mask, or with nothing but it, are released by it too. */
function releasingLooseMasks(body: DesignBody, patch: Patch): Patch {
  const after = applyPatch(body, patch);
  const loose = Object.values(after.nodes).filter((node) => {
    if (node.type !== 'group' || !node.maskId) return false;
    const inside = childrenOf(after, node.pageId, node.id);
    return inside.length < 2 || inside.every(({ id }) => id !== node.maskId);
  });
  return [...patch, ...loose.map((node) => setNode({ ...node, maskId: null }))];
}

/** An edit after which no group has a mask that is not in it, nor nothing but its mask. */
export function settleMasks(body: DesignBody, { patch }: Edit): Edit {
  return edit(body, releasingLooseMasks(body, patch));
}

/** A copied group masks with the copy of its mask. `ids` are the ids of copies by those of their sources. */
export function withCopiedMask(node: DesignNode, ids: ReadonlyMap<string, string>): DesignNode {
  if (node.type !== 'group' || !node.maskId) return node;
  return { ...node, maskId: ids.get(node.maskId) ?? null };
}

/** Chosen layers that exist, without those whose group is chosen too. */
function chosen(body: DesignBody, ids: readonly string[]): DesignNode[] {
  const wanted = new Set(ids);
  return [...wanted].flatMap((id) => {
    const node = body.nodes[id];
    if (!node) return [];
    for (let parent = node.parentId; parent !== null; parent = body.nodes[parent]?.parentId ?? null) {
      if (wanted.has(parent)) return [];
    }
    return [node];
  });
}

/** A layer with everything inside it. */
function withInside(body: DesignBody, node: DesignNode): DesignNode[] {
  return node.type === 'group' ? [node, ...descendantsOf(body, node.id)] : [node];
}

/** Adds layers as they are; `order` '' puts each in front of its siblings. */
export function addNodes(body: DesignBody, nodes: readonly DesignNode[]): Edit {
  const fronts = new Map<string, string | null>();
  const changes = nodes.map((node) => {
    if (node.order !== '') return setNode(node);
    const key = `${node.pageId}/${node.parentId ?? ''}`;
    const front = fronts.get(key) ?? childrenOf(body, node.pageId, node.parentId).at(-1)?.order ?? null;
    const order = orderBetween(front, null);
    fronts.set(key, order);
    return setNode({ ...node, order });
  });
  return edit(body, changes);
}

/** Sets fields of a layer. Its id, type, page and place in the tree are not changed this way. */
export function updateNodes(body: DesignBody, fields: Readonly<Record<string, Partial<DesignNode>>>): Edit {
  const changes = Object.entries(fields).flatMap(([id, values]) => {
    const node = body.nodes[id];
    if (!node) return [];
    const { pageId, parentId, order } = node;
    // The spread keeps the type of `node`; its own identity is put back over whatever was given.
    return [setNode({ ...node, ...values, id, type: node.type, pageId, parentId, order } as DesignNode)];
  });
  return edit(body, changes);
}

/**
 * Removes layers with everything inside them, and groups that become empty by it. What a removed mask has masked
 * shows whole again.
 */
export function removeNodes(body: DesignBody, ids: readonly string[]): Edit {
  const gone = new Set(chosen(body, ids).flatMap((node) => withInside(body, node).map((each) => each.id)));
  let grew = true;
  while (grew) {
    grew = false;
    for (const node of Object.values(body.nodes)) {
      if (node.type !== 'group' || gone.has(node.id)) continue;
      const inside = childrenOf(body, node.pageId, node.id);
      if (inside.length === 0 || inside.some((child) => !gone.has(child.id))) continue;
      gone.add(node.id);
      grew = true;
    }
  }
  return settleMasks(
    body,
    edit(
      body,
      [...gone].map((id) => ({ table: 'nodes', id, value: null })),
    ),
  );
}

/** Moves layers by page px; the layers inside a group move with it. */
export function moveNodes(body: DesignBody, ids: readonly string[], dx: number, dy: number): Edit {
  const moved = chosen(body, ids).flatMap((node) => withInside(body, node));
  return edit(
    body,
    moved.map((node) => setNode({ ...node, x: node.x + dx, y: node.y + dy })),
  );
}

export type Reordering = 'front' | 'back' | 'forward' | 'backward';

/** Brings a layer to the front or back of its siblings, or one step. */
export function reorderNode(body: DesignBody, id: string, reordering: Reordering): Edit {
  const node = body.nodes[id];
  if (!node) return edit(body, []);
  const siblings = childrenOf(body, node.pageId, node.parentId);
  const place = siblings.findIndex((each) => each.id === id);
  const last = siblings.length - 1;
  const target = {
    front: last,
    back: 0,
    forward: Math.min(last, place + 1),
    backward: Math.max(0, place - 1),
  }[reordering];
  if (target === place) return edit(body, []);
  const rest = siblings.filter((each) => each.id !== id);
  const order = orderBetween(rest[target - 1]?.order ?? null, rest[target]?.order ?? null);
  return edit(body, [setNode({ ...node, order })]);
}

/**
 * Puts layers of one page into a new group, which takes the place of the front one. A mask that is grouped with
 * layers that it masks goes on masking them. Nothing happens when groups would lie deeper in one another than
 * `deepestNesting`.
 */
export function groupNodes(body: DesignBody, ids: readonly string[], groupId: string): Edit {
  const members = chosen(body, ids);
  const first = members[0];
  if (!first || members.some((node) => node.pageId !== first.pageId)) return edit(body, []);
  const sameParent = members.every((node) => node.parentId === first.parentId);
  const parentId = sameParent ? first.parentId : null;
  const paintedOrder = inPaintingOrder(body, members);
  const front = paintedOrder.at(-1) ?? first;
  const siblings = childrenOf(body, first.pageId, parentId);
  const place = siblings.findIndex((node) => node.id === front.id);
  const order = orderBetween(
    siblings[place]?.order ?? siblings.at(-1)?.order ?? null,
    siblings[place + 1]?.order ?? null,
  );
  const box = unionOf(members.map((node) => boundsOfNode(body, node))) ?? { x: 0, y: 0, width: 0, height: 0 };
  const above = parentId === null ? undefined : body.nodes[parentId];
  const masks = above?.type === 'group' && members.some((node) => node.id === above.maskId);
  const group: DesignNode = {
    ...groupDefaults,
    ...box,
    id: groupId,
    pageId: first.pageId,
    parentId,
    order,
    ...(masks ? { maskId: above.maskId ?? null } : {}),
  };
  const orders = ordersBetween(null, null, paintedOrder.length);
  const grouped = edit(body, [
    setNode(group),
    ...paintedOrder.map((node, index) =>
      setNode({ ...node, parentId: groupId, order: orders[index] ?? node.order }),
    ),
  ]);
  const inside = withInside(grouped.body, group);
  const sound = inside.every((node) => parentIsSound(grouped.body.nodes, node));
  return sound ? settleMasks(body, grouped) : edit(body, []);
}

function inPaintingOrder(body: DesignBody, nodes: readonly DesignNode[]): DesignNode[] {
  const pathOf = (node: DesignNode): string[] => {
    const above = node.parentId === null ? undefined : body.nodes[node.parentId];
    return above ? [...pathOf(above), `${node.order} ${node.id}`] : [`${node.order} ${node.id}`];
  };
  const keyed = nodes.map((node) => ({ node, path: pathOf(node) }));
  keyed.sort((a, b) => {
    for (let level = 0; level < Math.min(a.path.length, b.path.length); level += 1) {
      const left = a.path[level] ?? '';
      const right = b.path[level] ?? '';
      if (left !== right) return left < right ? -1 : 1;
    }
    return a.path.length - b.path.length;
  });
  return keyed.map((each) => each.node);
}

/** Dissolves a group; its layers stay exactly where they are, at its place in the order. */
export function ungroupNode(body: DesignBody, groupId: string): Edit {
  const group = body.nodes[groupId];
  if (group?.type !== 'group') return edit(body, []);
  const siblings = childrenOf(body, group.pageId, group.parentId);
  const next = siblings[siblings.findIndex((node) => node.id === groupId) + 1];
  const inside = childrenOf(body, group.pageId, groupId);
  const orders = ordersBetween(group.order, next?.order ?? null, inside.length);
  return edit(body, [
    ...inside.map((node, index) =>
      setNode({
        ...node,
        parentId: group.parentId,
        order: orders[index] ?? node.order,
        // What the group did to its layers stays visible.
        opacity: node.opacity * group.opacity,
        hidden: node.hidden || group.hidden,
        locked: node.locked || group.locked,
      }),
    ),
    { table: 'nodes', id: groupId, value: null },
  ]);
}

/** Copies layers in front of themselves, moved by an offset. `newId` must give a fresh id each time. */
export function duplicateNodes(
  body: DesignBody,
  ids: readonly string[],
  newId: () => string,
  offset = { x: 24, y: 24 },
): Edit {
  const changes: Change[] = [];
  const taken = new Map<string, string>();
  for (const root of inPaintingOrder(body, chosen(body, ids))) {
    const siblings = childrenOf(body, root.pageId, root.parentId);
    const next = siblings[siblings.findIndex((node) => node.id === root.id) + 1];
    const order = orderBetween(root.order, next?.order ?? null);
    const copies = withInside(body, root);
    for (const node of copies) taken.set(node.id, newId());
    for (const node of copies) {
      const parentId = node === root ? root.parentId : (taken.get(node.parentId ?? '') ?? null);
      changes.push(
        setNode({
          ...withCopiedMask(node, taken),
          id: taken.get(node.id) ?? newId(),
          parentId,
          order: node === root ? order : node.order,
          x: node.x + offset.x,
          y: node.y + offset.y,
        }),
      );
    }
  }
  return edit(body, changes);
}
