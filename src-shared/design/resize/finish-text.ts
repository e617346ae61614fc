import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { scaleText } from '#shared/design/resize/scale-node.ts';
import { inkOf, linesOf, wrapTo } from '#shared/design/resize/text-box.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

/** Type below these px, on a page 1080 px wide, is not read on a telephone. */
const leastHeadline = 24;
const leastBody = 18;

/** Steps down from the least size when even that finds no room. */
const step = 0.95;

/** The least readable size of a text in px: that of a headline for the page's largest type. */
export function leastSize(body: DesignBody, node: TextNode): number {
  const sizes = Object.values(body.nodes).flatMap((other) =>
    other.type === 'text' && other.pageId === node.pageId && !other.hidden ? [other.fontSize] : [],
  );
  const headline = node.fontSize >= Math.max(...sizes) * 0.8;
  return ((headline ? leastHeadline : leastBody) * Math.min(body.width, 1920)) / 1080;
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(outer: Rectangle, inner: Rectangle): boolean {
  const slack = 0.5;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

/** What is around a text: its own ink, and what lies on the page beside it. */
interface Surroundings {
  old: Rectangle;
  others: Rectangle[];
}

function surroundingsOf(body: DesignBody, node: TextNode): Surroundings {
  const others = paintOrder(body, node.pageId).flatMap((painted) =>
    painted.node.id === node.id ? [] : [inkOf(body, painted.node)],
  );
  return { old: inkOf(body, node), others };
}

/** Whether a text in a new box meets nothing that it did not meet before, and stays in what it lay in. */
function hasRoom(body: DesignBody, { old, others }: Surroundings, after: TextNode): boolean {
  const ink = inkOf(body, after);
  const page = { x: 0, y: 0, width: body.width, height: body.height };
  if (inside(page, old) && !inside(page, ink)) return false;
  return others.every((other) =>
    inside(other, old) ? inside(other, ink) : overlaps(other, old) || !overlaps(other, ink),
  );
}

/** The text at a larger size, about the edge that it is aligned to and its middle. */
function enlarged(body: DesignBody, node: TextNode, factor: number, widen: number): TextNode {
  const bigger = scaleText(node, factor);
  const wanted = node.sizing === 'auto-width' ? node.width * factor : node.width * widen;
  const width = Math.min(wanted, body.width * 0.92);
  const wrapped = wrapTo({ ...bigger, height: node.height * factor }, width);
  const spare = wrapped.width - node.width;
  const x = node.align === 'left' ? node.x : node.align === 'right' ? node.x - spare : node.x - spare / 2;
  return { ...wrapped, x, y: node.y + (node.height - wrapped.height) / 2 };
}

/** The text at the largest size up to `least` that has room, or null. */
function raise(body: DesignBody, node: TextNode, least: number): TextNode | null {
  const around = surroundingsOf(body, node);
  for (let size = least; size > node.fontSize * 1.02; size *= step) {
    for (const widen of [1, 1.15, 1.32, 1.52]) {
      const tried = enlarged(body, node, size / node.fontSize, widen);
      if (hasRoom(body, around, tried)) return tried;
    }
  }
  return null;
}

/**
 * Brings too small type up to what can be read: in its box, then in boxes grown up to three times; then
 * five per cent smaller and again. What finds no room stays and needs a look.
 */
export function raiseSmallText(body: DesignBody): DesignBody {
  let now = body;
  for (const node of Object.values(body.nodes)) {
    if (node.type !== 'text' || node.hidden || node.text === '' || node.rotation !== 0) continue;
    const least = leastSize(body, node);
    if (node.fontSize >= least) continue;
    const raised = linesOf(node) ? raise(now, node, least) : null;
    if (raised) now = { ...now, nodes: { ...now.nodes, [node.id]: raised } };
  }
  return now;
}

/** How much larger than its neighbours a wrapped text may become by filling the room beside it. */
const roomier = [1.5, 1.35, 1.2];

/**
 * Texts of several lines that shrank, set larger in fewer and longer lines where the room beside them is
 * free and they need no more height than before: a tall page became a wide one.
 */
export function fillRoom(before: DesignBody, body: DesignBody, ideal: number): DesignBody {
  let now = body;
  for (const node of Object.values(body.nodes)) {
    const old = before.nodes[node.id];
    if (node.type !== 'text' || node.sizing !== 'auto-height' || node.rotation !== 0) continue;
    if (node.hidden || old?.type !== 'text') continue;
    const lines = linesOf(old);
    if (!lines || lines.lines < 2 || lines.lines <= old.text.split('\n').length) continue;
    const room = body.width * 0.94 - (node.align === 'left' ? node.x : body.width * 0.06);
    const around = surroundingsOf(now, node);
    for (const factor of roomier) {
      if (node.fontSize * factor > old.fontSize * ideal * 1.01 || node.align === 'right') continue;
      const width = Math.min(room, node.width * factor * 2);
      const bigger = wrapTo({ ...scaleText(node, factor), height: node.height }, width);
      const x = node.align === 'left' ? node.x : node.x + (node.width - width) / 2;
      const tried = { ...bigger, x };
      if (tried.height > node.height + 1 || !hasRoom(now, around, tried)) continue;
      now = { ...now, nodes: { ...now.nodes, [node.id]: tried } };
      break;
    }
  }
  return now;
}

/** Boxes of texts that stand out over the page although their words do not, cut to the page. */
export function trimBoxes(body: DesignBody): DesignBody {
  let nodes = body.nodes;
  for (const node of Object.values(body.nodes)) {
    if (node.type !== 'text' || node.rotation !== 0) continue;
    const box = boundsOfNode(body, node);
    if (box.x >= -0.5 && box.x + box.width <= body.width + 0.5) continue;
    const ink = inkOf(body, node);
    if (ink.width >= box.width - 1) continue;
    const left = Math.max(0, Math.min(-box.x, ink.x - box.x));
    const right = Math.max(
      0,
      Math.min(box.x + box.width - body.width, box.x + box.width - ink.x - ink.width),
    );
    if (left < 0.5 && right < 0.5) continue;
    // A trimmed box keeps its words where they are.
    const both = node.align === 'center' ? Math.max(left, right) : 0;
    const cut = { left: both || left, right: both || right };
    const width = box.width - cut.left - cut.right;
    if (width < ink.width + 1) continue;
    nodes = { ...nodes, [node.id]: { ...node, x: node.x + cut.left, width } };
  }
  return nodes === body.nodes ? body : { ...body, nodes };
}
