import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

/** One line of the layers panel. */
export interface LayerRow {
  node: DesignNode;
  depth: number;
  /** For groups: whether their layers are listed below. */
  open: boolean;
  /** It masks its siblings. */
  isMask: boolean;
}

/**
 * The layers of a page as they are listed: front first, the layers of open groups below their group. With a
 * search, what matches and the groups around it, all open.
 */
export function layerRows(
  body: DesignBody,
  pageId: string,
  folded: ReadonlySet<string>,
  matches: ((node: DesignNode) => boolean) | null,
): LayerRow[] {
  const children = new Map<string | null, DesignNode[]>();
  for (const node of Object.values(body.nodes)) {
    if (node.pageId !== pageId) continue;
    const siblings = children.get(node.parentId);
    if (siblings) siblings.push(node);
    else children.set(node.parentId, [node]);
  }
  const frontFirst = (one: DesignNode, other: DesignNode): number =>
    one.order === other.order ? (one.id < other.id ? 1 : -1) : one.order < other.order ? 1 : -1;
  const list = (parentId: string | null, depth: number): LayerRow[] => {
    const parent = parentId === null ? undefined : body.nodes[parentId];
    const maskId = parent?.type === 'group' ? (parent.maskId ?? null) : null;
    return (children.get(parentId) ?? []).toSorted(frontFirst).flatMap((node): LayerRow[] => {
      const isGroup = node.type === 'group';
      const open = isGroup && (matches !== null || !folded.has(node.id));
      const inside = open ? list(node.id, depth + 1) : [];
      if (matches && inside.length === 0 && !matches(node)) return [];
      return [{ node, depth, open, isMask: node.id === maskId }, ...inside];
    });
  };
  return list(null, 0);
}

/** Where dragged layers would go: into a group (or the page), right behind a layer, or in front of all for null. */
export interface DropPlace {
  parentId: string | null;
  behindId: string | null;
}

/** The part of a row under the pointer says where the layers go: 0 is its upper edge, 1 its lower one. */
export function dropPlace(body: DesignBody, { node, open }: LayerRow, at: number): DropPlace {
  const siblings = Object.values(body.nodes)
    .filter((each) => each.pageId === node.pageId && each.parentId === node.parentId)
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0));
  const place = siblings.findIndex((each) => each.id === node.id);
  const inFront = { parentId: node.parentId, behindId: siblings[place + 1]?.id ?? null };
  if (node.type === 'group') {
    if (at < 0.3) return inFront;
    if (at < 0.75 || open) return { parentId: node.id, behindId: null };
    return { parentId: node.parentId, behindId: node.id };
  }
  return at < 0.5 ? inFront : { parentId: node.parentId, behindId: node.id };
}
