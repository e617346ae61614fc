import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOf, unionOf } from '#shared/design/geometry.ts';
import { addNodes, edit } from '#shared/design/operations.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { nodeSchema } from '#shared/design/schema.ts';
import { withStyleOf } from '#shared/design/style.ts';
import { descendantsOf } from '#shared/design/tree.ts';
import { newId } from '#shared/domain/id.ts';
import type { Editor } from './editor.ts';
import type { EditorStore } from './editor-store.ts';
import { fitText, leavesOf } from './layer-boxes.ts';
import { keeps } from './locks.ts';

/** How copied layers travel as text, also to another tab or window. */
const mark = 'galley-layers:';
/** px by which each further copy on the page it came from is moved. */
const step = 24;
let kept = '';
let pasted = 0;
let keptStyle: DesignNode | null = null;

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

function inside(box: Rectangle, page: { width: number; height: number }): boolean {
  return box.x < page.width && box.y < page.height && box.x + box.width > 0 && box.y + box.height > 0;
}

/** How far pasted layers move from where they were copied. */
function shiftOf(editor: Editor, nodes: readonly DesignNode[], inPlace: boolean): { x: number; y: number } {
  const { body, pageId } = editor.store.snapshot();
  const box = unionOf(nodes.filter((node) => node.type !== 'group').map(boundsOf));
  if (inPlace || !box) return { x: 0, y: 0 };
  const [first] = nodes;
  const samePage = first?.pageId === pageId && body.nodes[first.id] !== undefined;
  const by = samePage || pasted > 1 ? step * (samePage ? pasted : pasted - 1) : 0;
  const middle = { x: box.x + by + box.width / 2, y: box.y + by + box.height / 2 };
  // In place where it fits and can be seen; else in the middle of what is in sight.
  if (inside({ ...box, x: box.x + by, y: box.y + by }, body) && editor.viewport.sees(middle))
    return { x: by, y: by };
  const centre = editor.viewport.visibleCentre();
  return { x: Math.round(centre.x - middle.x + by), y: Math.round(centre.y - middle.y + by) };
}

/** Pastes layers from a text of the clipboard (this window's own without one). False when it holds none. */
export function pasteLayers(editor: Editor, text: string = kept, inPlace = false): boolean {
  const nodes = readLayers(text);
  if (!nodes) return false;
  const { store } = editor;
  const { body, pageId } = store.snapshot();
  if (text !== kept) {
    kept = text;
    pasted = 0;
  }
  pasted += 1;
  const shift = shiftOf(editor, nodes, inPlace);
  const ids = new Map(nodes.map((node) => [node.id, newId()]));
  const roots: string[] = [];
  const copies = nodes.map((node) => {
    const id = ids.get(node.id) ?? newId();
    const parentId = node.parentId === null ? null : (ids.get(node.parentId) ?? null);
    if (parentId === null) roots.push(id);
    const placed = { ...node, id, parentId, pageId, x: node.x + shift.x, y: node.y + shift.y };
    // A mask is one of the copies, not the layer it was copied from.
    return placed.type === 'group' && placed.maskId
      ? { ...placed, maskId: ids.get(placed.maskId) ?? null }
      : placed;
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

/** Pastes exactly where it was copied, from the system's clipboard where that may be read. */
export async function pasteInPlace(editor: Editor): Promise<void> {
  let text = kept;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    // Without permission this window's own copy serves.
  }
  if (!pasteLayers(editor, text, true)) pasteLayers(editor, kept, true);
}

/** Remembers the looks of the first chosen layer with ink. */
export function copyStyle(store: EditorStore): void {
  const { body, selection } = store.snapshot();
  keptStyle = leavesOf(body, selection)[0] ?? null;
}

export function hasStyle(): boolean {
  return keptStyle !== null;
}

/** Gives the remembered looks to the chosen layers, as far as each can have them. */
export function pasteStyle(store: EditorStore): void {
  const source = keptStyle;
  const { body, selection } = store.snapshot();
  if (!source) return;
  const changed = leavesOf(body, selection)
    .filter((leaf) => !keeps(body, leaf.id, 'style'))
    .map((leaf) => {
      const styled = withStyleOf(leaf, source);
      return styled.type === 'text' ? fitText(styled) : styled;
    });
  const patch = changed.map((value) => ({ table: 'nodes' as const, id: value.id, value }));
  // Set whole: what the source does not have goes.
  store.apply(edit(body, patch));
}
