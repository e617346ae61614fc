import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { SourceFacts } from '../../session/editor.tsx';
import type { FrameClock } from '../../fields/time-text.ts';
import type { LaneRow } from '../lanes.ts';
import type { MediaBook } from '../media-book.ts';
import type { Scale } from '../scale.ts';
import type { Colours } from '../draw-timeline.ts';

/** Words that are drawn into bars, in the language of the window. */
export interface DrawnWords {
  reversed: string;
  frozen: string;
  muted: string;
  unnamed: string;
  colour: string;
  design: string;
}

/** Everything one drawing of the timeline looks at. */
export interface Scene {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  scale: Scale;
  clock: FrameClock;
  edit: ClipEdit;
  placed: readonly PlacedSegment[];
  rows: readonly LaneRow[];
  /** Pixels that the lanes are scrolled up. */
  scrolled: number;
  media: MediaBook;
  source(assetId: string): SourceFacts | null;
  /** Chosen items, by kind and id as `selectionKey` writes them. */
  chosen: ReadonlySet<string>;
  /** In and out points, when they are not the whole. */
  range: { from: number; to: number } | null;
  colours: Colours;
  words: DrawnWords;
  locale: string;
}

export const selectionKey = (kind: string, id: string): string => `${kind} ${id}`;

export const xOf = (scene: Pick<Scene, 'scale'>, seconds: number): number =>
  (seconds - scene.scale.start) * scene.scale.density;

export const timeAtX = (scene: Pick<Scene, 'scale'>, x: number): number =>
  scene.scale.start + x / scene.scale.density;

/** A box with its edges on whole pixels, kept near the canvas so that huge ones cost nothing. */
export function boxOf(scene: Scene, from: number, to: number): { left: number; right: number } {
  const left = Math.min(scene.width + 50, Math.max(-50, Math.round(xOf(scene, from))));
  const right = Math.min(scene.width + 50, Math.round(xOf(scene, to)) - 1);
  return { left, right: Math.max(left + 1, right) };
}

export function roundedRect(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  context.beginPath();
  context.roundRect(left, top, width, height, Math.min(4, Math.max(0, width / 2)));
}

/** Text on one line inside a box; nothing where there is no room for two letters. */
export function barText(scene: Scene, text: string, left: number, right: number, middle: number): void {
  const { context } = scene;
  // A bar that begins left of the view keeps its name in sight.
  const from = Math.max(left, 0) + 6;
  const room = Math.min(right, scene.width) - 4 - from;
  if (room < 14) return;
  context.save();
  context.beginPath();
  context.rect(from, middle - 12, room, 24);
  context.clip();
  context.textBaseline = 'middle';
  context.fillText(text, from, middle + 0.5);
  context.restore();
}
