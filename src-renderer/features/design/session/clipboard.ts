import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOf, unionOf } from '#shared/design/geometry.ts';
import type { Edit } from '#shared/design/operations.ts';
import { addNodes, edit, withCopiedMask } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
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

/** Layers as text, groups with what is inside; '' for none. */
export function copiedLayers(body: DesignBody, ids: readonly string[]): string {
  const nodes = ids.flatMap((id) => {
    const node = body.nodes[id];
    return node ? [{ ...node, parentId: null }, ...descendantsOf(body, id)] : [];
  });
  return nodes.length === 0 ? '' : mark + JSON.stringify(nodes);
}

/** Puts the chosen layers on the clipboard. */
export async function copyLayers(store: EditorStore): Promise<void> {
  const { body, selection } = store.snapshot();
  const copied = copiedLayers(body, selection);
  if (copied === '') return;
  kept = copied;
  pasted = 0;
  try {
    await navigator.clipboard.writeText(kept);
  } catch {
    // Without permission the copy still serves inside this window.
  }
}

/** The layers of a text of the clipboard; null when it holds none. */
export function readLayers(text: string): DesignNode[] | null {
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

/** Copies of layers in front of a page, moved by page px; `roots` are those that lie on the page itself. */
export function placedCopies(
  body: DesignBody,
  pageId: string,
  nodes: readonly DesignNode[],
  shift: { x: number; y: number },
): { edit: Edit; roots: string[] } {
  const ids = new Map(nodes.map((node) => [node.id, newId()]));
  const copies = nodes.map((node) => {
    const id = ids.get(node.id) ?? newId();
    const parentId = node.parentId === null ? null : (ids.get(node.parentId) ?? null);
    const own = withCopiedMask(node, ids);
    return { ...own, id, parentId, pageId, x: node.x + shift.x, y: node.y + shift.y };
  });
  const tops = copies.filter((node) => node.parentId === null).map((node) => ({ ...node, order: '' }));
  const inner = copies.filter((node) => node.parentId !== null);
  const whole = edit(body, [
    ...addNodes(body, tops).patch,
    ...inner.map((node) => ({ table: 'nodes' as const, id: node.id, value: node })),
  ]);
  return { edit: whole, roots: tops.map((node) => node.id) };
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
  const { edit: placed, roots } = placedCopies(body, pageId, nodes, shift);
  store.enter(null, []);
  store.apply(placed, { select: roots });
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
