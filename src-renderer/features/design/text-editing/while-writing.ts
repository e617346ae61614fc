import type { TextNode } from '#shared/design/layers/text.ts';
import type { DesignBody } from '#shared/design/schema.ts';

const known = new WeakMap<TextNode, TextNode>();

/**
 * A text as it is painted while it is written in: words that its box would leave out or make smaller show in
 * full, since nobody can write what cannot be seen. The same object for the same node.
 */
export function whileWriting(node: TextNode): TextNode {
  if (node.sizing !== 'fixed' || (node.overflow ?? 'show') === 'show') return node;
  const shown = known.get(node) ?? { ...node, overflow: 'show' };
  known.set(node, shown);
  return shown;
}

/** A design as it is painted while one of its texts is written in. */
export function bodyWhileWriting(body: DesignBody, editing: string | null): DesignBody {
  const node = body.nodes[editing ?? ''];
  if (node?.type !== 'text') return body;
  const shown = whileWriting(node);
  return shown === node ? body : { ...body, nodes: { ...body.nodes, [node.id]: shown } };
}
