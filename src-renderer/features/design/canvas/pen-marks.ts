import type { Point } from '#shared/design/geometry.ts';
import type { PenPath } from '#shared/design/pen.ts';
import type { View } from '../session/viewport.ts';
import type { OverlayColours } from './overlay-marks.ts';

/** A path while it is drawn or changed, in page px. */
export interface PenMarks {
  paths: readonly PenPath[];
  /** The point that was pressed last: its arms are shown. */
  active: { path: number; point: number } | null;
  /** Where the next point would go. */
  next: Point | null;
}

/** CSS px. */
const pointSize = 7;
const armSize = 5;

/** The outline, its points (round ones are smooth) and the arms of the active one. */
export function drawPenMarks(
  context: CanvasRenderingContext2D,
  { paths, active, next }: PenMarks,
  view: View,
  colours: OverlayColours,
): void {
  const at = ({ x, y }: Point): [number, number] => [x * view.scale + view.x, y * view.scale + view.y];
  context.strokeStyle = colours.accent;
  context.lineWidth = 1.5;
  for (const { points, closed } of paths) {
    const [first] = points;
    if (!first) continue;
    context.beginPath();
    context.moveTo(...at(first));
    const rest = closed ? [...points.slice(1), first] : points.slice(1);
    let previous = first;
    for (const point of rest) {
      context.bezierCurveTo(...at(previous.out ?? previous), ...at(point.in ?? point), ...at(point));
      previous = point;
    }
    if (!closed && next) {
      context.bezierCurveTo(...at(previous.out ?? previous), ...at(next), ...at(next));
    }
    context.stroke();
  }
  for (const [index, { points }] of paths.entries()) {
    for (const [place, point] of points.entries()) {
      const isActive = active?.path === index && active.point === place;
      if (isActive) {
        for (const arm of [point.in, point.out]) {
          if (!arm) continue;
          context.lineWidth = 1;
          context.beginPath();
          context.moveTo(...at(point));
          context.lineTo(...at(arm));
          context.stroke();
          context.beginPath();
          context.arc(...at(arm), armSize / 2 + 0.5, 0, Math.PI * 2);
          context.fillStyle = colours.raised;
          context.fill();
          context.stroke();
        }
      }
      const [x, y] = at(point);
      context.beginPath();
      if (point.in || point.out) context.arc(x, y, pointSize / 2 + 0.5, 0, Math.PI * 2);
      else context.rect(x - pointSize / 2, y - pointSize / 2, pointSize, pointSize);
      context.fillStyle = isActive ? colours.accent : colours.raised;
      context.fill();
      context.lineWidth = 1.5;
      context.stroke();
    }
  }
}
