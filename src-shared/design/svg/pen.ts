import { px } from '#shared/design/svg/markup.ts';
import { mapPoint } from '#shared/design/svg/matrix.ts';
import type { Matrix } from '#shared/design/svg/matrix.ts';

/** One command of a path with its points in px, absolute. */
interface Command {
  letter: 'C' | 'L' | 'M' | 'Q' | 'Z';
  points: readonly number[];
}

/** A path that is one plain shape, which SVG has an element for. */
export type PlainShape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number }
  | { kind: 'ellipse'; x: number; y: number; radiusX: number; radiusY: number };

const fullTurn = Math.PI * 2;

/** Collects a path as a canvas does; arcs become cubic curves, right to 0.03 % of the radius. */
export class Pen {
  private commands: Command[] = [];
  private shapes: PlainShape[] = [];
  /** False once something that is no plain shape was drawn. */
  private plain = true;
  private at: [number, number] | null = null;
  private start: [number, number] = [0, 0];

  get empty(): boolean {
    return this.commands.length === 0;
  }

  moveTo(x: number, y: number): void {
    this.plain = false;
    this.put('M', x, y);
    this.start = [x, y];
  }

  lineTo(x: number, y: number): void {
    if (!this.at) return this.moveTo(x, y);
    this.plain = false;
    this.put('L', x, y);
  }

  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void {
    if (!this.at) this.moveTo(cpx, cpy);
    this.plain = false;
    this.put('Q', cpx, cpy, x, y);
  }

  bezierCurveTo(cp1x: number, cp1y: number, cp2x: number, cp2y: number, x: number, y: number): void {
    if (!this.at) this.moveTo(cp1x, cp1y);
    this.plain = false;
    this.put('C', cp1x, cp1y, cp2x, cp2y, x, y);
  }

  closePath(): void {
    if (!this.at) return;
    // Closing an ellipse or a rectangle changes nothing about it.
    this.commands.push({ letter: 'Z', points: [] });
    this.at = this.start;
  }

  rect(x: number, y: number, width: number, height: number): void {
    const plain = this.plain && this.shapes.length === 0 && width >= 0 && height >= 0;
    this.moveTo(x, y);
    this.put('L', x + width, y);
    this.put('L', x + width, y + height);
    this.put('L', x, y + height);
    this.closePath();
    this.shapes.push({ kind: 'rect', x, y, width, height });
    this.plain = plain;
  }

  /** The end of an arc tangent to both lines, as HTML 4.12.5.1.6 draws it. */
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    if (!this.at) this.moveTo(x1, y1);
    const [x0, y0] = this.at ?? [x1, y1];
    const back = Math.hypot(x0 - x1, y0 - y1);
    const on = Math.hypot(x2 - x1, y2 - y1);
    const cross = (x0 - x1) * (y2 - y1) - (y0 - y1) * (x2 - x1);
    if (radius <= 0 || back === 0 || on === 0 || Math.abs(cross) < 1e-9 * back * on)
      return this.lineTo(x1, y1);
    const [ux, uy] = [(x0 - x1) / back, (y0 - y1) / back];
    const [vx, vy] = [(x2 - x1) / on, (y2 - y1) / on];
    const angle = Math.acos(Math.min(1, Math.max(-1, ux * vx + uy * vy)));
    const reach = radius / Math.tan(angle / 2);
    const from: [number, number] = [x1 + ux * reach, y1 + uy * reach];
    const to: [number, number] = [x1 + vx * reach, y1 + vy * reach];
    const handle = (4 / 3) * Math.tan((Math.PI - angle) / 4) * radius;
    if (Math.hypot(from[0] - x0, from[1] - y0) > 1e-6) this.lineTo(...from);
    this.bezierCurveTo(
      from[0] - ux * handle,
      from[1] - uy * handle,
      to[0] - vx * handle,
      to[1] - vy * handle,
      to[0],
      to[1],
    );
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    startAngle: number,
    endAngle: number,
    counterclockwise = false,
  ): void {
    const sweep = sweepOf(startAngle, endAngle, counterclockwise);
    const whole = Math.abs(sweep) >= fullTurn - 1e-9;
    const plain = this.plain && this.shapes.length === 0 && whole && rotation === 0 && this.at === null;
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const point = (dx: number, dy: number): [number, number] => [
      x + radiusX * dx * cos - radiusY * dy * sin,
      y + radiusX * dx * sin + radiusY * dy * cos,
    ];
    const first = point(Math.cos(startAngle), Math.sin(startAngle));
    if (this.at) this.lineTo(...first);
    else this.moveTo(...first);
    const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / pieces;
    const handle = (4 / 3) * Math.tan(step / 4);
    for (let piece = 0; piece < pieces; piece += 1) {
      const [one, two] = [startAngle + step * piece, startAngle + step * (piece + 1)];
      const [c1, s1, c2, s2] = [Math.cos(one), Math.sin(one), Math.cos(two), Math.sin(two)];
      this.bezierCurveTo(
        ...point(c1 - handle * s1, s1 + handle * c1),
        ...point(c2 + handle * s2, s2 - handle * c2),
        ...point(c2, s2),
      );
    }
    if (plain) this.shapes.push({ kind: 'ellipse', x, y, radiusX, radiusY });
    this.plain = plain;
  }

  /** The one plain shape that this path is, if it is one. */
  shape(): PlainShape | null {
    return this.plain && this.shapes.length === 1 ? (this.shapes[0] ?? null) : null;
  }

  /** SVG path data. */
  data(): string {
    return this.commands.map(({ letter, points }) => letter + points.map(px).join(' ')).join('');
  }

  /** Maps all points, for a path that goes on under another transformation. */
  rebase(matrix: Matrix): void {
    this.plain &&= this.empty;
    this.commands = this.commands.map(({ letter, points }) => {
      const mapped: number[] = [];
      for (let at = 0; at < points.length; at += 2)
        mapped.push(...mapPoint(matrix, points[at] ?? 0, points[at + 1] ?? 0));
      return { letter, points: mapped };
    });
    if (this.at) this.at = mapPoint(matrix, ...this.at);
    this.start = mapPoint(matrix, ...this.start);
  }

  private put(letter: Command['letter'], ...points: number[]): void {
    this.commands.push({ letter, points });
    this.at = [points.at(-2) ?? 0, points.at(-1) ?? 0];
  }
}

function sweepOf(startAngle: number, endAngle: number, counterclockwise: boolean): number {
  const sweep = endAngle - startAngle;
  if (Math.abs(sweep) >= fullTurn - 1e-9) return counterclockwise ? -fullTurn : fullTurn;
  if (counterclockwise) return sweep > 0 ? sweep - fullTurn : sweep;
  return sweep < 0 ? sweep + fullTurn : sweep;
}
