import type { Bilingual } from '#shared/contract/failure.ts';
import type { Change, Edit } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody } from '#shared/design/schema.ts';

/** Page px. */
interface PageSize {
  width: number;
  height: number;
}

interface SizeEdit {
  edit: Edit;
  /** The layers were re-arranged and someone should look at it: why, one sentence each. */
  reasons: readonly Bilingual[];
}

/**
 * Brings a design to a size: `origin` is the design before its size was first changed, `current` what it is
 * now. Either its layers stay where they are, or all of them are re-arranged from the origin, so that
 * changing the width and then the height gives the same as both at once.
 */
export function changeSize(
  origin: DesignBody,
  current: DesignBody,
  size: PageSize,
  rearrange: boolean,
): SizeEdit {
  const resized = rearrange ? resizeDesign(origin, size.width, size.height) : null;
  const nodes = resized?.body.nodes ?? origin.nodes;
  const changes: Change[] = Object.values(nodes)
    .filter((node) => node !== current.nodes[node.id])
    .map((node) => ({ table: 'nodes', id: node.id, value: node }));
  if (size.width !== current.width || size.height !== current.height)
    changes.unshift({ table: 'size', value: { width: size.width, height: size.height } });
  return { edit: edit(current, changes), reasons: resized?.report.reasons ?? [] };
}
