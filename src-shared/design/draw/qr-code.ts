import { encode } from 'uqr';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** The dark modules of a code, row by row, without a quiet zone. */
export type QrModules = readonly (readonly boolean[])[];

const mostKept = 100;
const kept = new Map<string, QrModules | null>();

/** The modules of a code at exactly the level asked for, or null when the words are too long for it. */
export function qrModules(value: string, level: QrLevel): QrModules | null {
  const key = `${level}${value}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  let modules: QrModules | null = null;
  try {
    modules = encode(value, { ecc: level, border: 0, boostEcc: false }).data;
  } catch {
    // The only error of the encoder: more bytes than the largest code of this level holds.
  }
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, modules);
  return modules;
}

/** Bytes that the largest code (version 40) holds, by level. */
export const qrCapacity: Readonly<Record<QrLevel, number>> = { L: 2953, M: 2331, Q: 1663, H: 1273 };

/** True inside the three big squares that readers look for: they stay whole in every style. */
function isFinder(row: number, column: number, size: number): boolean {
  const near = (at: number): boolean => at < 7;
  const far = (at: number): boolean => at >= size - 7;
  return (near(row) && (near(column) || far(column))) || (far(row) && near(column));
}

function traceSquares(
  context: Canvas2D,
  modules: QrModules,
  unit: number,
  wanted: (row: number, column: number) => boolean,
): void {
  for (const [row, line] of modules.entries()) {
    for (let column = 0; column < line.length; column += 1) {
      if (!line[column] || !wanted(row, column)) continue;
      let end = column + 1;
      while (end < line.length && line[end] && wanted(row, end)) end += 1;
      context.rect(column * unit, row * unit, (end - column) * unit, unit);
      column = end;
    }
  }
}

/** A module whose corners are round where no neighbour touches them. */
function traceRounded(
  context: Canvas2D,
  x: number,
  y: number,
  unit: number,
  open: { top: boolean; right: boolean; bottom: boolean; left: boolean },
): void {
  const radius = unit / 2;
  const corner = (round: boolean): number => (round ? radius : 0);
  const [a, b, c, d] = [
    corner(open.top && open.left),
    corner(open.top && open.right),
    corner(open.bottom && open.right),
    corner(open.bottom && open.left),
  ];
  context.moveTo(x + a, y);
  context.lineTo(x + unit - b, y);
  if (b > 0) context.arcTo(x + unit, y, x + unit, y + b, b);
  context.lineTo(x + unit, y + unit - c);
  if (c > 0) context.arcTo(x + unit, y + unit, x + unit - c, y + unit, c);
  context.lineTo(x + d, y + unit);
  if (d > 0) context.arcTo(x, y + unit, x, y + unit - d, d);
  context.lineTo(x, y + a);
  if (a > 0) context.arcTo(x, y, x + a, y, a);
  context.closePath();
}

/** Adds all dark modules, `unit` px each, from (0, 0) to the current path. */
export function traceModules(
  context: Canvas2D,
  modules: QrModules,
  unit: number,
  style: 'square' | 'dots' | 'rounded',
): void {
  const size = modules.length;
  if (style === 'square') {
    traceSquares(context, modules, unit, () => true);
    return;
  }
  if (style === 'dots') traceSquares(context, modules, unit, (row, column) => isFinder(row, column, size));
  const dark = (row: number, column: number): boolean => modules[row]?.[column] === true;
  for (const [row, line] of modules.entries()) {
    for (const [column, on] of line.entries()) {
      if (!on) continue;
      const x = column * unit;
      const y = row * unit;
      if (style === 'rounded') {
        traceRounded(context, x, y, unit, {
          top: !dark(row - 1, column),
          right: !dark(row, column + 1),
          bottom: !dark(row + 1, column),
          left: !dark(row, column - 1),
        });
      } else if (!isFinder(row, column, size)) {
        const radius = unit * 0.46;
        context.moveTo(x + unit / 2 + radius, y + unit / 2);
        context.ellipse(x + unit / 2, y + unit / 2, radius, radius, 0, 0, Math.PI * 2);
      }
    }
  }
}
