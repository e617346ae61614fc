import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Arrangement, Target } from '#shared/design/resize/arrange.ts';
import { cutIn, cutOf, keep, solve, worthAfterCut } from '#shared/design/resize/arrange.ts';
import type { Plan } from '#shared/design/resize/plan.ts';
import { planOf } from '#shared/design/resize/plan.ts';
import { unionOf } from '#shared/design/geometry.ts';
import { piecesOf } from '#shared/design/resize/pieces.ts';
import type { Piece } from '#shared/design/resize/pieces.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

/** A page to arrange. */
export interface Region extends Target {
  body: DesignBody;
  roots: readonly DesignNode[];
  from: Rectangle;
}

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
function reachOf(plan: Plan, frames: readonly Rectangle[], to: Rectangle, along: 'x' | 'y'): number {
  const frame = plan.behind.length > 0 ? to : unionOf(frames);
  if (!frame) return 0;
  return Math.min(1, along === 'x' ? frame.height / to.height : frame.width / to.width);
}

/** The largest cut of a photo in a half, those that fill it counted. */
function cutOfHalf(plan: Plan, frames: readonly Rectangle[], to: Rectangle): number {
  const behind = plan.behind.map((node) => (node.type === 'image' ? cutOf(node, to) : 0));
  return Math.max(cutIn(plan, frames), ...behind);
}

interface Choice {
  plans: readonly [Plan, Plan];
  share: number;
  scale: number;
  worth: number;
}

/** The two targets of a cut. */
function targetsOf(region: Region, share: number, axis: 'x' | 'y', cap: number): [Target, Target] {
  const [first, second] = halves(region.to, axis, share);
  const { safe } = region;
  return [
    { to: first, cap, safe: safe && (axis === 'x' ? { ...safe, right: 0 } : { ...safe, bottom: 0 }) },
    { to: second, cap, safe: safe && (axis === 'x' ? { ...safe, left: 0 } : { ...safe, top: 0 }) },
  ];
}

/** What one share of a cut is worth; null when a half does not fit. */
function tryShare(
  region: Region,
  cut: Cut,
  plans: [Plan, Plan],
  share: number,
  along: 'x' | 'y',
  least: number,
): Choice | null {
  const targets = targetsOf(region, share, along, region.cap);
  let scale = Number.POSITIVE_INFINITY;
  let reach = 1;
  let photoCut = 0;
  for (const half of [0, 1] as const) {
    // Nothing below this scale could be worth more than what there is.
    const solution = solve(plans[half], { ...targets[half], floor: Math.min(least / cut.ease, region.cap) });
    if (!solution.fitted) return null;
    const { to } = targets[half];
    scale = Math.min(scale, solution.scale);
    reach = Math.min(reach, reachOf(plans[half], solution.frames, to, along));
    photoCut = Math.max(photoCut, cutOfHalf(plans[half], solution.frames, to));
  }
  // Among equals the one that keeps the proportions of the page and fills both halves.
  const worth =
    worthAfterCut(scale, photoCut) *
    (1 - 0.2 * Math.abs(share - cut.share)) *
    (0.7 + 0.3 * Math.min(1, reach / 0.5)) *
    cut.ease;
  return { plans, share, scale, worth };
}

/** The layers cut across `axis` and set side by side on the other one; null where there is no such cut. */
function turned(
  region: Region,
  pieces: readonly Piece[],
  axis: 'x' | 'y',
  least: number,
): Arrangement | null {
  const along = axis === 'x' ? 'y' : 'x';
  let best: Choice | null = null;
  for (const cut of cutsOf(region.roots, pieces, region.from, axis)) {
    const plans: [Plan, Plan] = [
      planOf(region.body, cut.first.roots, cut.first.from),
      planOf(region.body, cut.second.roots, cut.second.from),
    ];
    for (const share of shares) {
      const choice = tryShare(region, cut, plans, share, along, best?.worth ?? least);
      if (choice && choice.worth > (best?.worth ?? least)) best = choice;
    }
  }
  if (!best) return null;
  // Both halves at one scale: words of one size stay of one size.
  const [first, second] = targetsOf(region, best.share, along, best.scale);
  const { scale, worth } = best;
  const nodes = [...keep(best.plans[0], first).nodes, ...keep(best.plans[1], second).nodes];
  return { nodes, scale, worth, fitted: true };
}

/** The best arrangement of a page: as it is, rows as columns in a wider target, or columns as rows in a taller one. */
export function arrange(region: Region): Arrangement {
  const { body, roots, from, to } = region;
  const plan = planOf(body, roots, from);
  const wider = to.width / to.height / (from.width / from.height);
  if (wider < otherShape && wider > 1 / otherShape) return keep(plan, region);
  const rest = roots.filter((node) => !plan.behind.includes(node));
  const kept = solve(plan, region);
  const least = kept.fitted ? kept.worth * changeEarns : 0;
  const pieces = piecesOf(body, rest, from, true);
  const other = turned({ ...region, roots: rest }, pieces, wider > 1 ? 'y' : 'x', least);
  if (!other) return keep(plan, region);
  const paper = keep(planOf(body, plan.behind, from), region);
  return { ...other, nodes: [...paper.nodes, ...other.nodes] };
}
