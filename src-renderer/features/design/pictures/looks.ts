import { tidyLooks } from '#renderer/ui/looks/tidy-looks.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import type { LockAspect } from '#shared/design/layers/common.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import type { Change } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { leavesOf } from '../session/layer-boxes.ts';
import { keeps } from '../session/locks.ts';

/** The image layers among some layers and inside chosen groups, as far as an aspect of theirs may be changed. */
export function chosenImages(
  body: DesignBody,
  selection: readonly string[],
  aspect: LockAspect = 'style',
): ImageNode[] {
  return leavesOf(body, selection).flatMap((leaf) =>
    leaf.type === 'image' && !keeps(body, leaf.id, aspect) ? [leaf] : [],
  );
}

/** Changes image layers by a function (their looks unless said); a field of undefined is taken away. */
export function changeImages(
  store: EditorStore,
  change: (node: ImageNode) => Partial<ImageNode>,
  { mergeKey, aspect = 'style' }: { mergeKey?: string; aspect?: LockAspect } = {},
): void {
  const { body, selection } = store.snapshot();
  const changes = chosenImages(body, selection, aspect).map((node): Change => {
    const next = Object.fromEntries(
      Object.entries({ ...node, ...change(node) }).filter(([, value]) => value !== undefined),
    ) as ImageNode;
    return { table: 'nodes', id: node.id, value: next };
  });
  store.apply(edit(body, changes), mergeKey ? { mergeKey: `${mergeKey}:${selection.join()}` } : {});
}

/** Sets looks of the chosen pictures; steps of one slider are one step of undo. */
export function setLooks(store: EditorStore, looks: Adjustments): void {
  changeImages(store, (node) => ({ adjust: tidyLooks({ ...node.adjust, ...looks }) }), {
    mergeKey: `looks:${Object.keys(looks).join()}`,
  });
}

let copied: Adjustments | null = null;

/** What “paste looks” takes; it outlives the design it was copied from. */
export function copiedLooks(): Adjustments | null {
  return copied;
}

export function copyLooks(node: ImageNode): void {
  copied = { ...node.adjust };
}
