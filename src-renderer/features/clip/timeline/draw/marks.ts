import { sourceTime } from '#shared/clip/edit/layout.ts';
import { lastAtMost } from '#shared/clip/timeline.ts';
import type { Marker } from '#shared/clip/edit/schema.ts';
import { timecode } from '../../fields/time-text.ts';
import type { Colours } from '../draw-timeline.ts';
import { rulerHeight } from '../lanes.ts';
import { rulerSteps } from '../scale.ts';
import { type Scene, xOf } from './canvas.ts';

const labelRoom = 96;

/** Where a marker stands, in pixels around its time: half its width, and its height. */
export const markerSize = { half: 5, height: 11 };

export function markerColour(marker: Marker, colours: Colours): string {
  return {
    blue: colours.note,
    green: colours.ok,
    yellow: colours.warning,
    red: colours.error,
    purple: colours.dim,
  }[marker.colour ?? 'blue'];
}

/** Timecodes as close as they can be read, and small strokes between. */
export function drawRuler(scene: Scene): void {
  const { context, width, scale, clock, colours } = scene;
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, width, rulerHeight);
  context.fillStyle = colours.line;
  context.fillRect(0, rulerHeight - 1, width, 1);
  const { label, mark } = rulerSteps(scale.density, clock.fps, labelRoom);
  const end = scale.start + width / scale.density;
  context.font = colours.mono;
  context.textBaseline = 'top';
  for (let count = Math.max(0, Math.floor(scale.start / mark)); count * mark <= end; count += 1) {
    const at = count * mark;
    const x = Math.round(xOf(scene, at));
    const labelled = Math.abs(at / label - Math.round(at / label)) < 1e-6;
    context.fillStyle = labelled ? colours.strong : colours.line;
    context.fillRect(x, labelled ? 5 : rulerHeight - 6, 1, labelled ? rulerHeight - 5 : 6);
    if (!labelled) continue;
    context.fillStyle = at > clock.duration + 1e-6 ? colours.strong : colours.dim;
    context.fillText(timecode(clock, at), x + 4, 4);
  }
}

/** Faint strokes where a recording has keyframes: a cut there copies without loss. */
export function drawKeyframes(
  scene: Scene,
  placed: Scene['placed'][number],
  box: { left: number; right: number; bottom: number },
): void {
  const { segment } = placed;
  if (segment.kind !== 'clip' || box.right - box.left < 24) return;
  const keyframes = scene.source(segment.source)?.keyframes ?? [];
  const speed = segment.speed ?? 1;
  scene.context.fillStyle = scene.colours.keyframe;
  let last = Number.NEGATIVE_INFINITY;
  for (let index = Math.max(0, lastAtMost(keyframes, segment.from)); index < keyframes.length; index += 1) {
    const at = keyframes[index] ?? 0;
    if (at < segment.from - 1e-6) continue;
    if (at > segment.to) break;
    const inside = segment.reversed ? segment.to - at : at - segment.from;
    const x = Math.round(xOf(scene, placed.start + inside / speed));
    if (x < box.left || x > box.right || Math.abs(x - last) < 5) continue;
    last = x;
    scene.context.fillRect(x, box.bottom - 4, 1, 4);
  }
}

/** Veils what lies outside of in and out. */
export function drawOutside(scene: Scene): void {
  const { context, range, width, height, colours } = scene;
  if (!range) return;
  const left = xOf(scene, range.from);
  const right = xOf(scene, range.to);
  context.fillStyle = colours.shade;
  if (left > 0) context.fillRect(0, rulerHeight, Math.min(left, width), height);
  if (right < width) context.fillRect(Math.max(0, right), rulerHeight, width, height);
}

/** Flags on the ruler, the cover's among them. */
export function drawMarkers(scene: Scene, colourOf: typeof markerColour): void {
  const { context, colours, edit, chosen } = scene;
  for (const marker of edit.markers ?? []) {
    const x = Math.round(xOf(scene, marker.at));
    if (x < -8 || x > scene.width + 8) continue;
    context.fillStyle = colourOf(marker, colours);
    context.beginPath();
    context.moveTo(x - markerSize.half, rulerHeight - markerSize.height);
    context.lineTo(x + markerSize.half, rulerHeight - markerSize.height);
    context.lineTo(x + markerSize.half, rulerHeight - 5);
    context.lineTo(x, rulerHeight);
    context.lineTo(x - markerSize.half, rulerHeight - 5);
    context.closePath();
    context.fill();
    if (chosen.has(`marker ${marker.id}`)) {
      context.strokeStyle = colours.accent;
      context.lineWidth = 2;
      context.stroke();
    }
  }
  const { cover } = edit;
  if (cover?.kind !== 'frame') return;
  const x = Math.round(xOf(scene, cover.at));
  context.fillStyle = colours.accent;
  context.fillRect(x - 4, 1, 8, 6);
  context.fillStyle = colours.surface;
  context.fillRect(x - 2, 3, 4, 2);
}

/** The source's time under a pixel of a segment. */
export const sourceAtX = (scene: Scene, placed: Scene['placed'][number], x: number): number =>
  sourceTime(placed, scene.scale.start + x / scene.scale.density);
