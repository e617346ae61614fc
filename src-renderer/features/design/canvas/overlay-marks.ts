import type { DesignBody } from '#shared/design/schema.ts';
import type { Guide, Measure } from '#shared/design/snapping.ts';
import type { ViewOptions } from '../session/view-options.ts';
import type { View } from '../session/viewport.ts';

/** The theme's colours of everything that lies over the page. */
export interface OverlayColours {
  accent: string;
  raised: string;
  onAccent: string;
  note: string;
  error: string;
  font: string;
}

/** CSS px. */
const labelHeight = 16;
/** Half the length of the strokes at the ends of a measure. */
const cap = 3;
/** Grid lines nearer than this on the screen would be a grey haze. */
const closestGrid = 6;

/** A line of one px stands in the middle of a px of the screen. */
export function crisp(value: number): number {
  return Math.round(value) + 0.5;
}

/** A few words on a patch of colour, centred at a point of the screen. */
export function drawTag(
  context: CanvasRenderingContext2D,
  words: string,
  centre: { x: number; y: number },
  colours: OverlayColours,
  height = labelHeight,
): void {
  context.font = colours.font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const width = context.measureText(words).width + (height > labelHeight ? 12 : 8);
  context.beginPath();
  context.roundRect(centre.x - width / 2, centre.y - height / 2, width, height, height > labelHeight ? 4 : 3);
  context.fillStyle = colours.accent;
  context.fill();
  context.fillStyle = colours.onAccent;
  context.fillText(words, centre.x, centre.y + 0.5);
}

export function drawGuides(context: CanvasRenderingContext2D, guides: readonly Guide[], view: View): void {
  context.lineWidth = 1;
  context.beginPath();
  for (const { axis, position, from, to } of guides) {
    if (axis === 'x') {
      const x = crisp(position * view.scale + view.x);
      context.moveTo(x, from * view.scale + view.y);
      context.lineTo(x, to * view.scale + view.y);
    } else {
      const y = crisp(position * view.scale + view.y);
      context.moveTo(from * view.scale + view.x, y);
      context.lineTo(to * view.scale + view.x, y);
    }
  }
  context.stroke();
}

/** Distances with their px: a stroke with ends, and the number on it where there is room, else beside it. */
export function drawMeasures(
  context: CanvasRenderingContext2D,
  measures: readonly Measure[],
  view: View,
  colours: OverlayColours,
): void {
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  for (const { axis, from, to, across } of measures) {
    const upright = axis === 'y';
    const along = upright ? view.y : view.x;
    const start = from * view.scale + along;
    const end = to * view.scale + along;
    const at = crisp(across * view.scale + (upright ? view.x : view.y));
    context.beginPath();
    const line = (a: number, b: number, c: number, d: number): void => {
      context.moveTo(upright ? b : a, upright ? a : b);
      context.lineTo(upright ? d : c, upright ? c : d);
    };
    line(start, at, end, at);
    line(crisp(start), at - cap, crisp(start), at + cap);
    line(crisp(end), at - cap, crisp(end), at + cap);
    context.stroke();
    const middle = (start + end) / 2;
    const words = String(Math.round((to - from) * 10) / 10);
    context.font = colours.font;
    const room = upright ? labelHeight : context.measureText(words).width + 12;
    const aside = end - start > room ? 0 : upright ? room / 2 + 14 : labelHeight / 2 + 6;
    drawTag(context, words, upright ? { x: at + aside, y: middle } : { x: middle, y: at + aside }, colours);
  }
}

/** Grid, safe area, bleed and the lines a person has put there, as far as they are to be seen. */
export function drawSetup(
  context: CanvasRenderingContext2D,
  body: DesignBody,
  options: ViewOptions,
  view: View,
  size: { width: number; height: number },
  colours: OverlayColours,
): void {
  const x = (value: number): number => value * view.scale + view.x;
  const y = (value: number): number => value * view.scale + view.y;
  context.save();
  context.lineWidth = 1;
  const step = body.grid ?? null;
  if (options.grid && step !== null && step * view.scale >= closestGrid) {
    context.strokeStyle = colours.note;
    context.globalAlpha = 0.28;
    context.beginPath();
    // Only what is in sight: a large page in a small grid has many lines.
    const first = (offset: number): number => Math.max(1, Math.ceil(-offset / view.scale / step));
    for (let at = first(view.x) * step; at < body.width && x(at) < size.width; at += step) {
      context.moveTo(crisp(x(at)), y(0));
      context.lineTo(crisp(x(at)), y(body.height));
    }
    for (let at = first(view.y) * step; at < body.height && y(at) < size.height; at += step) {
      context.moveTo(x(0), crisp(y(at)));
      context.lineTo(x(body.width), crisp(y(at)));
    }
    context.stroke();
    context.globalAlpha = 1;
  }
  const outline = (left: number, top: number, right: number, bottom: number): void =>
    context.strokeRect(
      crisp(x(left)),
      crisp(y(top)),
      Math.round(x(right) - x(left)),
      Math.round(y(bottom) - y(top)),
    );
  const { safeArea, bleed = 0 } = body;
  if (options.safeArea && safeArea) {
    context.strokeStyle = colours.note;
    context.setLineDash([6, 4]);
    outline(safeArea.left, safeArea.top, body.width - safeArea.right, body.height - safeArea.bottom);
    context.setLineDash([]);
  }
  if (options.bleed && bleed > 0) {
    context.strokeStyle = colours.error;
    outline(-bleed, -bleed, body.width + bleed, body.height + bleed);
  }
  if (options.guides) {
    context.strokeStyle = colours.note;
    context.beginPath();
    for (const { axis, at } of body.guides ?? []) {
      if (axis === 'x') {
        context.moveTo(crisp(x(at)), 0);
        context.lineTo(crisp(x(at)), size.height);
      } else {
        context.moveTo(0, crisp(y(at)));
        context.lineTo(size.width, crisp(y(at)));
      }
    }
    context.stroke();
  }
  context.restore();
}
