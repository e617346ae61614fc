import type { DesignNode } from '#shared/design/schema.ts';
import { nodeSchema } from '#shared/design/schema.ts';
import { descendantsOf } from '#shared/design/tree.ts';
import { addNodes, edit } from '#shared/design/operations.ts';
import { newId } from '#shared/domain/id.ts';
import type { EditorStore } from './editor-store.ts';

/** How copied layers travel as text, also to another window. */
const mark = 'galley-layers:';
let kept = '';
let pasted = 0;

/** Puts the chosen layers on the clipboard, groups with what is inside. */
export async function copyLayers(store: EditorStore): Promise<void> {
  const { body, selection } = store.snapshot();
  const nodes = selection.flatMap((id) => {
    const node = body.nodes[id];
    return node ? [{ ...node, parentId: null }, ...descendantsOf(body, id)] : [];
  });
  if (nodes.length === 0) return;
  kept = mark + JSON.stringify(nodes);
  pasted = 0;
  try {
    await navigator.clipboard.writeText(kept);
  } catch {
    // Without permission the copy still serves inside this window.
  }
}

function readLayers(text: string): DesignNode[] | null {
  if (!text.startsWith(mark)) return null;
  try {
    const parsed = nodeSchema.array().safeParse(JSON.parse(text.slice(mark.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Pastes layers from a text of the clipboard (this window's own without one). False when it holds none. */
export function pasteLayers(store: EditorStore, text: string = kept): boolean {
  const nodes = readLayers(text);
  if (!nodes) return false;
  const { body, pageId } = store.snapshot();
  pasted += 1;
  const ids = new Map(nodes.map((node) => [node.id, newId()]));
  const roots: string[] = [];
  const copies = nodes.map((node) => {
    const id = ids.get(node.id) ?? newId();
    const parentId = node.parentId === null ? null : (ids.get(node.parentId) ?? null);
    if (parentId === null) roots.push(id);
    const shift = 24 * pasted;
    return { ...node, id, parentId, pageId, x: node.x + shift, y: node.y + shift };
  });
  const tops = copies.filter((node) => node.parentId === null).map((node) => ({ ...node, order: '' }));
  const inner = copies.filter((node) => node.parentId !== null);
  const placed = addNodes(body, tops);
  const whole = edit(body, [
    ...placed.patch,
    ...inner.map((node) => ({ table: 'nodes' as const, id: node.id, value: node })),
  ]);
  store.enter(null, []);
  store.apply(whole, { select: roots });
  return true;
}
