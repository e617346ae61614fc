import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import type { AxisItem, Separation } from '#shared/design/resize-solve.ts';
import { anchoredStart, fits, placeOnAxis, scaledSize } from '#shared/design/resize-solve.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { scaleTree } from '#shared/design/resize/scale-node.ts';
import { childrenOf } from '#shared/design/tree.ts';

export interface ResizeReport {
  /** The smallest scale of any page's contents. */
  scale: number;
  /** The smallest text in the result, px; null without text. */
  minFont: number | null;
  /** Layers that stand out over the page now and did not before. */
  overflow: string[];
  /** True when a person should look at it: small text, strong shrinking or overflow. */
  needsReview: boolean;
}

export interface ResizedDesign {
  body: DesignBody;
  report: ResizeReport;
}

/** A root layer with what lies inside its box: it moves as one. */
interface Cluster {
  frame: Rectangle;
  host: DesignNode;
  guests: { node: DesignNode; frame: Rectangle }[];
  spansX: boolean;
  spansY: boolean;
}

interface Size {
  width: number;
  height: number;
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  const slack = 1;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

/** The share of the page that a box covers. */
function coverage(frame: Rectangle, page: Size): number {
  const width = Math.min(frame.x + frame.width, page.width) - Math.max(frame.x, 0);
  const height = Math.min(frame.y + frame.height, page.height) - Math.max(frame.y, 0);
  return (Math.max(0, width) * Math.max(0, height)) / (page.width * page.height);
}

function isBackground(node: DesignNode, frame: Rectangle, page: Size): boolean {
  return node.type !== 'text' && node.type !== 'line' && coverage(frame, page) >= 0.9;
}

/** Shapes that may be stretched along one side without looking wrong. */
function mayStretch(node: DesignNode): boolean {
  if (node.rotation !== 0) return false;
  return node.type === 'rectangle' || node.type === 'line' || (node.type === 'image' && node.fit === 'cover');
}

function makeClusters(body: DesignBody, roots: readonly DesignNode[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const node of roots) {
    const frame = boundsOfNode(body, node);
    const host = clusters.findLast(
      (cluster) =>
        (cluster.host.type === 'rectangle' || cluster.host.type === 'ellipse') &&
        contains(cluster.frame, frame),
    );
    if (host) {
      host.guests.push({ node, frame });
      continue;
    }
    const touches = (start: number, size: number, side: number): boolean =>
      start <= side * 0.005 && start + size >= side * 0.995;
    clusters.push({
      frame,
      host: node,
      guests: [],
      spansX: mayStretch(node) && touches(frame.x, frame.width, body.width),
      spansY: mayStretch(node) && touches(frame.y, frame.height, body.height),
    });
  }
  return clusters;
}

/** What must stay in which order: things apart, on the axis on which they are farther apart. */
function separationsOf(clusters: readonly Cluster[], page: Size): Separation[] {
  const separations: Separation[] = [];
  for (const [a, first] of clusters.entries()) {
    for (const [b, second] of clusters.entries()) {
      if (b <= a) continue;
      const left = first.frame.x <= second.frame.x;
      const above = first.frame.y <= second.frame.y;
      const [west, east] = left ? [first.frame, second.frame] : [second.frame, first.frame];
      const [north, south] = above ? [first.frame, second.frame] : [second.frame, first.frame];
      const gapX = east.x - (west.x + west.width);
      const gapY = south.y - (north.y + north.height);
      if (gapX < 0 && gapY < 0) continue;
      if (gapX / page.width > gapY / page.height) {
        separations.push({ axis: 'x', before: left ? a : b, after: left ? b : a, gap: gapX });
      } else {
        separations.push({ axis: 'y', before: above ? a : b, after: above ? b : a, gap: gapY });
      }
    }
  }
  return separations;
}

function coverPage(body: DesignBody, node: DesignNode, frame: Rectangle, size: Size): DesignNode[] {
  const grow = { x: size.width - body.width, y: size.height - body.height };
  if (mayStretch(node)) {
    const box = { width: node.width + grow.x, height: node.height + grow.y };
    if (box.width >= 1 && box.height >= 1) return [{ ...node, ...box }];
  }
  const scale = Math.max(size.width / body.width, size.height / body.height);
  const centred = {
    x: size.width / 2 + (frame.x - body.width / 2) * scale,
    y: size.height / 2 + (frame.y - body.height / 2) * scale,
  };
  return scaleTree(body, node, frame, centred, scale);
}

/** What the guests of a stretched host need of an axis: each its size and its gap, and all their extent. */
function contentSize(host: AxisSpan, guests: readonly (AxisSpan & Pick<AxisItem, 'anchor'>)[]): number {
  if (guests.length === 0) return 0;
  const start = Math.min(...guests.map((guest) => guest.start));
  const end = Math.max(...guests.map((guest) => guest.start + guest.size));
  const each = guests.map((guest) => {
    const before = guest.start - host.start;
    const after = host.size - before - guest.size;
    return (
      guest.size +
      Math.max(
        0,
        Math.min(before, after),
        guest.anchor === 'start' ? before : 0,
        guest.anchor === 'end' ? after : 0,
      )
    );
  });
  return Math.min(host.size, Math.max(end - start, ...each));
}

interface AxisSpan {
  start: number;
  size: number;
}

/**
 * Text is read from the side it is aligned to, however wide its box; what shares that edge (a rule under a
 * title, the dots of a list) goes with it, so that shared edges stay shared.
 */
function anchorX(node: DesignNode, frame: Rectangle, all: readonly DesignNode[]): AxisItem['anchor'] {
  const nearEdge = 1;
  for (const text of node.type === 'text' ? [node] : all) {
    if (text.type !== 'text' || text.rotation !== 0 || text.align === 'center') continue;
    if (text.align === 'left' && Math.abs(text.x - frame.x) <= nearEdge) return 'start';
    const right = text.x + text.width;
    if (text.align === 'right' && Math.abs(right - frame.x - frame.width) <= nearEdge) return 'end';
  }
  return null;
}

function axisItems(clusters: readonly Cluster[], axis: 'x' | 'y', all: readonly DesignNode[]): AxisItem[] {
  const span = (frame: Rectangle): AxisSpan =>
    axis === 'x' ? { start: frame.x, size: frame.width } : { start: frame.y, size: frame.height };
  return clusters.map((cluster) => {
    const host = span(cluster.frame);
    const fellows = cluster.guests.map((guest) => guest.node);
    const guests = cluster.guests.map(({ node, frame }) => ({
      ...span(frame),
      anchor: axis === 'x' ? anchorX(node, frame, fellows) : null,
    }));
    const spans = axis === 'x' ? cluster.spansX : cluster.spansY;
    const anchor = axis === 'x' ? anchorX(cluster.host, cluster.frame, all) : null;
    return { ...host, spans, anchor, content: contentSize(host, guests) };
  });
}

/** The largest scale, up to the root of the area ratio, at which everything fits on both axes. */
function largestScale(
  itemsX: readonly AxisItem[],
  itemsY: readonly AxisItem[],
  separations: readonly Separation[],
  page: Size,
  size: Size,
): number {
  const onX = separations.filter((each) => each.axis === 'x');
  const onY = separations.filter((each) => each.axis === 'y');
  const fit = (scale: number): boolean =>
    fits(itemsX, onX, scale, page.width, size.width) && fits(itemsY, onY, scale, page.height, size.height);
  let high = Math.sqrt((size.width * size.height) / (page.width * page.height));
  if (fit(high)) return high;
  let low = 0;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (fit(middle)) low = middle;
    else high = middle;
  }
  // Things that bleed or span can make any scale unfit; fitting the page whole is the last resort.
  return low > 0.05 ? low : Math.min(size.width / page.width, size.height / page.height);
}

function placeCluster(body: DesignBody, cluster: Cluster, frame: Rectangle, scale: number): DesignNode[] {
  const { host } = cluster;
  const stretched = cluster.spansX || cluster.spansY;
  const placed = scaleTree(body, host, cluster.frame, frame, scale);
  if (stretched) {
    const [box] = placed;
    if (box) placed[0] = { ...box, x: frame.x, y: frame.y, width: frame.width, height: frame.height };
  }
  const fellows = cluster.guests.map((guest) => guest.node);
  for (const guest of cluster.guests) {
    const anchor = anchorX(guest.node, guest.frame, fellows);
    const itemX = { start: guest.frame.x - cluster.frame.x, size: guest.frame.width, spans: false, anchor };
    const itemY = {
      start: guest.frame.y - cluster.frame.y,
      size: guest.frame.height,
      spans: false,
      anchor: null,
    };
    const to = {
      x: frame.x + anchoredStart(itemX, scale, cluster.frame.width, frame.width),
      y: frame.y + anchoredStart(itemY, scale, cluster.frame.height, frame.height),
    };
    placed.push(...scaleTree(body, guest.node, guest.frame, to, scale));
  }
  return placed;
}

function resizePage(body: DesignBody, pageId: string, size: Size): { nodes: DesignNode[]; scale: number } {
  const nodes: DesignNode[] = [];
  const rest: DesignNode[] = [];
  for (const node of childrenOf(body, pageId, null)) {
    const frame = boundsOfNode(body, node);
    if (isBackground(node, frame, body)) nodes.push(...coverPage(body, node, frame, size));
    else rest.push(node);
  }
  const clusters = makeClusters(body, rest);
  const separations = separationsOf(clusters, body);
  const itemsX = axisItems(clusters, 'x', rest);
  const itemsY = axisItems(clusters, 'y', rest);
  const scale = largestScale(itemsX, itemsY, separations, body, size);
  const onAxis = (axis: 'x' | 'y'): Separation[] => separations.filter((each) => each.axis === axis);
  const startsX = placeOnAxis(itemsX, onAxis('x'), scale, body.width, size.width);
  const startsY = placeOnAxis(itemsY, onAxis('y'), scale, body.height, size.height);
  for (const [index, cluster] of clusters.entries()) {
    const itemX = itemsX[index];
    const itemY = itemsY[index];
    if (!itemX || !itemY) continue;
    const frame = {
      x: startsX[index] ?? 0,
      y: startsY[index] ?? 0,
      width: scaledSize(itemX, scale, body.width, size.width),
      height: scaledSize(itemY, scale, body.height, size.height),
    };
    nodes.push(...placeCluster(body, cluster, frame, scale));
  }
  return { nodes, scale };
}

function standsOut(body: DesignBody, node: DesignNode): boolean {
  const frame = boundsOfNode(body, node);
  const slack = 0.5;
  return (
    frame.x < -slack ||
    frame.y < -slack ||
    frame.x + frame.width > body.width + slack ||
    frame.y + frame.height > body.height + slack
  );
}

/**
 * A design in another size, all pages, always the same for the same input: what covers the page goes on
 * covering it, bands from edge to edge stretch, and the rest keeps its order, scales by one factor and
 * stands at its anchors inside the page. The same size gives the same design.
 */
export function resizeDesign(body: DesignBody, width: number, height: number): ResizedDesign {
  const size = { width, height };
  const nodes: Record<string, DesignNode> = { ...body.nodes };
  let scale = Number.POSITIVE_INFINITY;
  for (const pageId of Object.keys(body.pages)) {
    const page = resizePage(body, pageId, size);
    scale = Math.min(scale, page.scale);
    for (const node of page.nodes) nodes[node.id] = node;
  }
  const resized: DesignBody = { ...body, width, height, nodes };
  const fonts = Object.values(nodes).flatMap((node) =>
    node.type === 'text' && !node.hidden ? [node.fontSize] : [],
  );
  const minFont = fonts.length === 0 ? null : Math.min(...fonts);
  const overflow = Object.values(nodes).flatMap((node) => {
    const before = body.nodes[node.id];
    if (node.type === 'group' || !before || standsOut(body, before)) return [];
    return standsOut(resized, node) ? [node.id] : [];
  });
  const ideal = Math.sqrt((width * height) / (body.width * body.height));
  const readable = (18 * Math.min(width, 1080)) / 1080;
  const needsReview = overflow.length > 0 || scale < ideal * 0.6 || (minFont !== null && minFont < readable);
  return { body: resized, report: { scale, minFont, overflow, needsReview } };
}
