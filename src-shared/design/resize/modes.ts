import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Arrangement, Region } from '#shared/design/resize/arrange.ts';
import { cutOf, keep, worthAfterCut } from '#shared/design/resize/arrange.ts';
import { boundsOfNode, unionOf } from '#shared/design/geometry.ts';
import { isBackground, piecesOf } from '#shared/design/resize/pieces.ts';
import type { Piece } from '#shared/design/resize/pieces.ts';
import { inkOf } from '#shared/design/resize/text-box.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

/** What a change of order must earn: how much larger everything is than in the old order. */
const changeEarns = 1.15;

/** From how different a shape on other orders are tried. */
const otherShape = 1.2;

/** Shares of the target that the first half may get. */
const shares = [0.34, 0.4, 0.45, 0.5, 0.55, 0.6, 0.66];

interface Half {
  roots: DesignNode[];
  from: Rectangle;
}

/** The layers before and after a clear cut, each in a region with like margins on both of its ends. */
interface Cut {
  first: Half;
  second: Half;
  /** The share of the axis before the cut. */
  share: number;
  /** How natural a cut is there: 1 at a wide gap or at the edge of a band, less between near things. */
  ease: number;
}

function layersOf(pieces: readonly Piece[]): Set<DesignNode> {
  return new Set(pieces.flatMap((piece) => [...piece.layers, ...piece.guests]));
}

/** A field of colour or a photo from edge to edge: cut off with something else it would end in mid-page. */
function isBand(piece: Piece, from: Rectangle, across: 'x' | 'y'): boolean {
  const { frame } = piece;
  const [gap, thickness] =
    across === 'x'
      ? [frame.x - from.x, frame.height / from.height]
      : [frame.y - from.y, frame.width / from.width];
  return piece[across] === 'stretch' && thickness > 0.05 && gap <= 1;
}

/** Every place where a line across the page meets nothing. */
function cutsOf(
  roots: readonly DesignNode[],
  pieces: readonly Piece[],
  from: Rectangle,
  axis: 'x' | 'y',
): Cut[] {
  const start = (frame: Rectangle): number => (axis === 'x' ? frame.x : frame.y);
  const end = (frame: Rectangle): number => (axis === 'x' ? frame.x + frame.width : frame.y + frame.height);
  const sorted = pieces.toSorted((a, b) => start(a.frame) - start(b.frame));
  const across = axis === 'x' ? 'y' : 'x';
  const bounds = (piece: Piece, last: number, next: number): boolean =>
    Math.abs(end(piece.frame) - last) < 1 || Math.abs(start(piece.frame) - next) < 1;
  const cuts: Cut[] = [];
  for (let index = 1; index < sorted.length; index += 1) {
    const before = sorted.slice(0, index);
    const after = sorted.slice(index);
    const last = Math.max(...before.map((piece) => end(piece.frame)));
    const next = Math.min(...after.map((piece) => start(piece.frame)));
    if (next < last - 1) continue;
    if ([before, after].some((part) => part.length > 1 && part.some((piece) => isBand(piece, from, across))))
      continue;
    // A half of words alone ends with a margin, whatever lay beyond its cut.
    const least = (part: readonly Piece[]): number =>
      part.some((piece) => piece[across] !== 'stretch') ? (end(from) - start(from)) * 0.06 : 0;
    const top = Math.min(...before.map((piece) => start(piece.frame))) - start(from);
    const bottom = end(from) - Math.max(...after.map((piece) => end(piece.frame)));
    const lead = Math.max(least(before), top);
    const tail = Math.max(least(after), bottom);
    const half = (low: number, high: number): Rectangle =>
      axis === 'x' ? { ...from, x: low, width: high - low } : { ...from, y: low, height: high - low };
    const inFirst = layersOf(before);
    const inSecond = layersOf(after);
    cuts.push({
      first: { roots: roots.filter((node) => inFirst.has(node)), from: half(start(from), last + lead) },
      second: { roots: roots.filter((node) => inSecond.has(node)), from: half(next - tail, end(from)) },
      share: ((last + next) / 2 - start(from)) / (end(from) - start(from)),
      ease: sorted.some((piece) => piece[across] === 'stretch' && bounds(piece, last, next))
        ? 1
        : 0.8 + 0.2 * Math.min(1, (next - last) / ((end(from) - start(from)) * 0.05)),
    });
  }
  return cuts;
}

function halves(to: Rectangle, axis: 'x' | 'y', share: number): [Rectangle, Rectangle] {
  return axis === 'x'
    ? [
        { ...to, width: to.width * share },
        { ...to, x: to.x + to.width * share, width: to.width * (1 - share) },
      ]
    : [
        { ...to, height: to.height * share },
        { ...to, y: to.y + to.height * share, height: to.height * (1 - share) },
      ];
}

/** The share of a part's height (of columns) or width (of rows) that its layers reach over. */
function reachOf(region: Region, nodes: readonly DesignNode[], to: Rectangle, along: 'x' | 'y'): number {
  const frame = unionOf(nodes.map((node) => boundsOfNode(region.body, node)));
  if (!frame) return 0;
  return Math.min(1, along === 'x' ? frame.height / to.height : frame.width / to.width);
}

/** The largest cut of a photo between two states of some layers. */
function largestCut(body: DesignBody, nodes: readonly DesignNode[]): number {
  return nodes.reduce((most, node) => {
    const old = body.nodes[node.id];
    return node.type === 'image' && old ? Math.max(most, cutOf(old, node)) : most;
  }, 0);
}

interface Choice {
  cut: Cut;
  share: number;
  scale: number;
  worth: number;
}

function arrangeHalves(region: Region, { cut, share }: Choice, axis: 'x' | 'y', cap: number): Arrangement[] {
  const [left, right] = halves(region.to, axis, share);
  const { safe } = region;
  const safeFirst = safe && (axis === 'x' ? { ...safe, right: 0 } : { ...safe, bottom: 0 });
  const safeSecond = safe && (axis === 'x' ? { ...safe, left: 0 } : { ...safe, top: 0 });
  return [
    keep({ ...region, ...cut.first, to: left, cap, safe: safeFirst }),
    keep({ ...region, ...cut.second, to: right, cap, safe: safeSecond }),
  ];
}

/** The layers cut across `axis` and set side by side on the other one; null where there is no such cut. */
function turned(region: Region, pieces: readonly Piece[], axis: 'x' | 'y'): Arrangement | null {
  const along = axis === 'x' ? 'y' : 'x';
  let best: Choice | null = null;
  for (const cut of cutsOf(region.roots, pieces, region.from, axis)) {
    for (const share of shares) {
      const choice = { cut, share, scale: 0, worth: 0 };
      const parts = arrangeHalves(region, choice, along, region.cap);
      if (!parts.every((part) => part.fitted)) continue;
      choice.scale = Math.min(...parts.map((part) => part.scale));
      // Among equals the one that keeps the proportions of the page and fills both halves.
      const boxes = halves(region.to, along, share);
      const reach = parts.map((part, index) => {
        const box = boxes[index];
        return box ? reachOf(region, part.nodes, box, along) : 1;
      });
      const photoCut = largestCut(
        region.body,
        parts.flatMap((part) => part.nodes),
      );
      choice.worth =
        worthAfterCut(choice.scale, photoCut) *
        (1 - 0.2 * Math.abs(share - cut.share)) *
        (0.7 + 0.3 * Math.min(1, Math.min(...reach) / 0.5)) *
        cut.ease;
      if (!best || choice.worth > best.worth) best = choice;
    }
  }
  if (!best) return null;
  // Both halves at one scale: words of one size stay of one size.
  const parts = arrangeHalves(region, best, along, best.scale);
  return {
    nodes: parts.flatMap((part) => part.nodes),
    scale: best.scale,
    worth: best.worth,
    fitted: true,
  };
}

/** The best arrangement of a page: as it is, rows as columns in a wider target, or columns as rows in a taller one. */
export function arrange(region: Region): Arrangement {
  const { body, from, to } = region;
  const kept = keep(region);
  const wider = to.width / to.height / (from.width / from.height);
  if (wider < otherShape && wider > 1 / otherShape) return kept;
  const behind = region.roots.filter((node) => isBackground(node, inkOf(body, node), from));
  const rest = region.roots.filter((node) => !behind.includes(node));
  const pieces = piecesOf(body, rest, from, true);
  const other = turned({ ...region, roots: rest }, pieces, wider > 1 ? 'y' : 'x');
  if (!other || (kept.fitted && other.worth < kept.worth * changeEarns)) return kept;
  const paper = keep({ ...region, roots: behind });
  return { ...other, nodes: [...paper.nodes, ...other.nodes] };
}
