import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { pathSteps } from '#shared/design/draw/path-data.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { centreOf, rotatePoint } from '#shared/design/geometry.ts';

/** A point of a path; its arms are control points of the curves that come in and go out, absent at a corner. */
export interface PenPoint extends Point {
  in?: Point | null;
  out?: Point | null;
}

/** One run of a path; a closed one goes back to its first point. */
export interface PenPath {
  points: readonly PenPoint[];
  closed: boolean;
}

type Curve = readonly [Point, Point, Point, Point];

/** The four points of the curve that leaves a point; null after the last one of an open path. */
export function segmentOf({ points, closed }: PenPath, index: number): Curve | null {
  const from = points[index];
  const to = points[index + 1] ?? (closed && index === points.length - 1 ? points[0] : undefined);
  return from && to ? [from, from.out ?? from, to.in ?? to, to] : null;
}

/** A point of a curve; `at` runs from 0 to 1. */
export function pointOnCurve([p, q, r, s]: Curve, at: number): Point {
  const rest = 1 - at;
  const mix = (axis: 'x' | 'y'): number =>
    rest ** 3 * p[axis] + 3 * rest ** 2 * at * q[axis] + 3 * rest * at ** 2 * r[axis] + at ** 3 * s[axis];
  return { x: mix('x'), y: mix('y') };
}

/** Three decimals are finer than any screen shows, and keep the data short. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

/** SVG path data of some runs. */
export function pathData(paths: readonly PenPath[]): string {
  const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;
  return paths
    .map((path) => {
      const [first] = path.points;
      if (!first) return '';
      let data = `M${at(first)}`;
      for (let index = 0; index < path.points.length; index += 1) {
        const curve = segmentOf(path, index);
        if (!curve) break;
        const [from, one, two, to] = curve;
        const straight = one === from && two === to;
        // The line back to the start is what Z draws.
        if (straight) data += to === first && path.closed ? '' : `L${at(to)}`;
        else data += `C${at(one)} ${at(two)} ${at(to)}`;
      }
      return path.closed ? `${data}Z` : data;
    })
    .join('');
}

const near = (one: Point, other: Point): boolean => Math.hypot(one.x - other.x, one.y - other.y) < 0.002;

/** The runs of SVG path data; arcs and quadratic curves become cubic ones. */
export function readPaths(d: string): PenPath[] {
  const paths: { points: PenPoint[]; closed: boolean }[] = [];
  let current: { points: PenPoint[]; closed: boolean } | null = null;
  const begin = (point: PenPoint): { points: PenPoint[]; closed: boolean } => {
    const path = { points: [point], closed: false };
    paths.push(path);
    return path;
  };
  const curveTo = (one: Point, two: Point, to: Point): void => {
    if (!current) return;
    const last = current.points.at(-1);
    if (last && !near(one, last)) last.out = one;
    current.points.push(near(two, to) ? { ...to } : { ...to, in: two });
  };
  for (const step of pathSteps(d)) {
    const last: PenPoint | undefined = current?.points.at(-1);
    switch (step[0]) {
      case 'M':
        current = begin({ x: step[1], y: step[2] });
        break;
      case 'L':
        current?.points.push({ x: step[1], y: step[2] });
        break;
      case 'C':
        curveTo({ x: step[1], y: step[2] }, { x: step[3], y: step[4] }, { x: step[5], y: step[6] });
        break;
      case 'Q': {
        const to = { x: step[3], y: step[4] };
        const third = (point: Point): Point => ({
          x: point.x + ((step[1] - point.x) * 2) / 3,
          y: point.y + ((step[2] - point.y) * 2) / 3,
        });
        if (last) curveTo(third(last), third(to), to);
        break;
      }
      case 'Z': {
        if (!current) break;
        current.closed = true;
        const [first] = current.points;
        // A last point upon the first is the first one, with the arm that comes in.
        if (first && last && current.points.length > 2 && near(first, last)) {
          if (last.in) first.in = last.in;
          current.points.pop();
        }
        current = null;
        break;
      }
    }
  }
  return paths.filter(({ points }) => points.length > 1);
}

/** Where a curve turns around along one axis, as fractions of it. */
function turns(p: number, q: number, r: number, s: number): number[] {
  const a = 3 * (s - 3 * r + 3 * q - p);
  const b = 6 * (r - 2 * q + p);
  const c = 3 * (q - p);
  if (Math.abs(a) < 1e-9) return Math.abs(b) < 1e-9 ? [] : [-c / b];
  const root = b * b - 4 * a * c;
  if (root < 0) return [];
  return [(-b + Math.sqrt(root)) / (2 * a), (-b - Math.sqrt(root)) / (2 * a)];
}

/** The upright rectangle around the ink of some runs, without the width of a stroke; null for nothing. */
export function boundsOfPaths(paths: readonly PenPath[]): Rectangle | null {
  const found: Point[] = [];
  for (const path of paths) {
    found.push(...path.points.map(({ x, y }) => ({ x, y })));
    for (let index = 0; index < path.points.length; index += 1) {
      const curve = segmentOf(path, index);
      if (!curve) continue;
      const [p, q, r, s] = curve;
      const places = [...turns(p.x, q.x, r.x, s.x), ...turns(p.y, q.y, r.y, s.y)];
      found.push(...places.filter((at) => at > 0 && at < 1).map((at) => pointOnCurve(curve, at)));
    }
  }
  if (found.length === 0) return null;
  const xs = found.map((point) => point.x);
  const ys = found.map((point) => point.y);
  const least = (values: number[]): number => values.reduce((one, other) => Math.min(one, other));
  const most = (values: number[]): number => values.reduce((one, other) => Math.max(one, other));
  return { x: least(xs), y: least(ys), width: most(xs) - least(xs), height: most(ys) - least(ys) };
}

/** Every point and arm of some runs through a function. */
export function mapPaths(paths: readonly PenPath[], map: (point: Point) => Point): PenPath[] {
  return paths.map(({ points, closed }) => ({
    closed,
    points: points.map((point) => ({
      ...map(point),
      ...(point.in ? { in: map(point.in) } : {}),
      ...(point.out ? { out: map(point.out) } : {}),
    })),
  }));
}

/** What a path layer keeps of its shape; see `pathSchema`. */
export interface PathBox extends Rectangle {
  d: string;
  viewWidth: number;
  viewHeight: number;
}

/** The fields of a path layer for runs in page px: its box is that of the ink. Null for nothing. */
export function layerOfPaths(paths: readonly PenPath[]): PathBox | null {
  const bounds = boundsOfPaths(paths);
  if (!bounds) return null;
  // A straight line has no height, but the box of its units must have one.
  const box = { ...bounds, width: Math.max(1, bounds.width), height: Math.max(1, bounds.height) };
  const d = pathData(mapPaths(paths, ({ x, y }) => ({ x: x - box.x, y: y - box.y })));
  return { ...box, d, viewWidth: box.width, viewHeight: box.height };
}

/** The runs of a path layer in page px, with its stretching, mirroring and turning; and the way back. */
export function placing(
  layer: RotatedBox & Pick<PathBox, 'viewWidth' | 'viewHeight'> & { flipX?: boolean; flipY?: boolean },
): { toPage(point: Point): Point; toUnits(point: Point): Point } {
  const centre = centreOf(layer);
  const scaleX = layer.width / layer.viewWidth;
  const scaleY = layer.height / layer.viewHeight;
  const flip = (point: Point): Point => ({
    x: layer.flipX ? 2 * centre.x - point.x : point.x,
    y: layer.flipY ? 2 * centre.y - point.y : point.y,
  });
  return {
    toPage: ({ x, y }) =>
      rotatePoint(flip({ x: layer.x + x * scaleX, y: layer.y + y * scaleY }), centre, layer.rotation),
    toUnits: (point) => {
      const own = flip(rotatePoint(point, centre, -layer.rotation));
      return { x: (own.x - layer.x) / (scaleX || 1), y: (own.y - layer.y) / (scaleY || 1) };
    },
  };
}

export interface OnPath {
  path: number;
  /** The curve that leaves this point. */
  segment: number;
  /** Fraction of the curve. */
  at: number;
  point: Point;
  distance: number;
}

/** Steps in which a curve is walked before the nearest place is refined. */
const steps = 24;

/** The place of some runs that is nearest to a point; null without any curve. */
export function nearestOnPaths(paths: readonly PenPath[], target: Point): OnPath | null {
  let best: OnPath | null = null;
  const distanceTo = (point: Point): number => Math.hypot(point.x - target.x, point.y - target.y);
  for (const [path, run] of paths.entries()) {
    for (let segment = 0; segment < run.points.length; segment += 1) {
      const curve = segmentOf(run, segment);
      if (!curve) continue;
      let at = 0;
      let distance = Number.POSITIVE_INFINITY;
      const look = (place: number): void => {
        if (place < 0 || place > 1) return;
        const away = distanceTo(pointOnCurve(curve, place));
        if (away < distance) [at, distance] = [place, away];
      };
      for (let step = 0; step <= steps; step += 1) look(step / steps);
      for (let reach = 0.5 / steps; reach > 1e-5; reach /= 2) {
        look(at - reach);
        look(at + reach);
      }
      if (!best || distance < best.distance) {
        best = { path, segment, at, point: pointOnCurve(curve, at), distance };
      }
    }
  }
  return best;
}

function between(one: Point, other: Point, at: number): Point {
  return { x: one.x + (other.x - one.x) * at, y: one.y + (other.y - one.y) * at };
}

/** Puts a point on a curve without changing its shape (de Casteljau). */
export function withPointAt(path: PenPath, segment: number, at: number): PenPath {
  const curve = segmentOf(path, segment);
  const from = path.points[segment];
  if (!curve || !from) return path;
  const [p, q, r, s] = curve;
  const next = (segment + 1) % path.points.length;
  const to = path.points[next];
  if (!to) return path;
  const straight = !from.out && !to.in;
  const [pq, qr, rs] = [between(p, q, at), between(q, r, at), between(r, s, at)];
  const [left, right] = [between(pq, qr, at), between(qr, rs, at)];
  const middle = between(left, right, at);
  const points = path.points.map((point, index) => {
    if (straight || (index !== segment && index !== next)) return point;
    return {
      ...point,
      ...(index === segment ? { out: pq } : {}),
      ...(index === next ? { in: rs } : {}),
    };
  });
  const fresh: PenPoint = straight ? middle : { ...middle, in: left, out: right };
  return { ...path, points: points.toSpliced(segment + 1, 0, fresh) };
}

/** Takes a point away; null when fewer than two are left. */
export function withoutPoint(path: PenPath, index: number): PenPath | null {
  const points = path.points.filter((_, place) => place !== index);
  return points.length < 2 ? null : { ...path, points, closed: path.closed && points.length > 2 };
}

/** Makes a corner of a smooth point, and of a corner a smooth point along the line of its neighbours. */
export function toggledSmooth(path: PenPath, index: number): PenPath {
  const point = path.points[index];
  if (!point) return path;
  const count = path.points.length;
  const before = path.points[index - 1] ?? (path.closed ? path.points[count - 1] : undefined) ?? point;
  const after = path.points[index + 1] ?? (path.closed ? path.points[0] : undefined) ?? point;
  const corner = { x: point.x, y: point.y };
  const third = { x: (after.x - before.x) / 6, y: (after.y - before.y) / 6 };
  const smooth = {
    ...corner,
    in: { x: point.x - third.x, y: point.y - third.y },
    out: { x: point.x + third.x, y: point.y + third.y },
  };
  return { ...path, points: path.points.with(index, point.in || point.out ? corner : smooth) };
}

/** Moves a point with its arms. */
export function withPointMoved(path: PenPath, index: number, to: Point): PenPath {
  const point = path.points[index];
  if (!point) return path;
  const by = { x: to.x - point.x, y: to.y - point.y };
  const shift = (arm: Point): Point => ({ x: arm.x + by.x, y: arm.y + by.y });
  const moved = {
    ...to,
    ...(point.in ? { in: shift(point.in) } : {}),
    ...(point.out ? { out: shift(point.out) } : {}),
  };
  return { ...path, points: path.points.with(index, moved) };
}

/** Moves an arm; the other one stays in line with it and keeps its length, unless it is to be broken off. */
export function withArmMoved(
  path: PenPath,
  index: number,
  arm: 'in' | 'out',
  to: Point,
  broken: boolean,
): PenPath {
  const point = path.points[index];
  if (!point) return path;
  const facing = arm === 'in' ? 'out' : 'in';
  const other = point[facing];
  const length = Math.hypot(to.x - point.x, to.y - point.y);
  const moved: PenPoint = { ...point, [arm]: to };
  if (!broken && other && length > 0) {
    const reach = Math.hypot(other.x - point.x, other.y - point.y) / length;
    moved[facing] = { x: point.x - (to.x - point.x) * reach, y: point.y - (to.y - point.y) * reach };
  }
  return { ...path, points: path.points.with(index, moved) };
}
