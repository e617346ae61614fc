import { drawBars } from './draw/bars.ts';
import type { Scene } from './draw/canvas.ts';
import { drawMain } from './draw/main-track.ts';
import { drawMarkers, drawOutside, drawRuler, markerColour } from './draw/marks.ts';
import { drawSounds } from './draw/sounds.ts';
import { rulerHeight } from './lanes.ts';

export interface Colours {
  surface: string;
  raised: string;
  lane: string;
  table: string;
  line: string;
  strong: string;
  text: string;
  dim: string;
  wave: string;
  keyframe: string;
  accent: string;
  accentSoft: string;
  onAccent: string;
  note: string;
  warning: string;
  ok: string;
  error: string;
  /** Bars of overlays, captions and sounds. */
  overlay: string;
  caption: string;
  music: string;
  voice: string;
  effect: string;
  shade: string;
  font: string;
  bold: string;
  mono: string;
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const tint = (name: string, part: number): string =>
    `color-mix(in srgb, ${token(name)} ${part}%, ${token('--g-raised')})`;
  return {
    surface: token('--g-surface'),
    raised: token('--g-raised'),
    lane: token('--g-sunken'),
    table: token('--g-table'),
    line: token('--g-line'),
    strong: token('--g-line-strong'),
    text: token('--g-text'),
    dim: token('--g-text-dim'),
    wave: token('--g-note'),
    keyframe: token('--g-warning'),
    accent: token('--g-accent'),
    accentSoft: token('--g-accent-soft'),
    onAccent: token('--g-on-accent'),
    note: token('--g-note'),
    warning: token('--g-warning'),
    ok: token('--g-ok'),
    error: token('--g-error'),
    overlay: tint('--g-warning', 22),
    caption: tint('--g-text-dim', 16),
    music: tint('--g-ok', 20),
    voice: tint('--g-note', 22),
    effect: tint('--g-error', 16),
    shade: `color-mix(in srgb, ${token('--g-surface')} 62%, transparent)`,
    font: `${token('--g-size-1')} ${token('--g-font')}`,
    bold: `600 ${token('--g-size-1')} ${token('--g-font')}`,
    mono: `${token('--g-size-1')} ${token('--g-font-mono')}`,
  };
}

/** Draws what is in view: the lanes, scrolled, then the ruler over them. */
export function drawTimeline(scene: Scene): void {
  const { context, width, height } = scene;
  context.clearRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(0, rulerHeight, width, Math.max(0, height - rulerHeight));
  context.clip();
  for (const row of scene.rows) {
    const top = rulerHeight + row.top - scene.scrolled;
    if (top > height || top + row.height < rulerHeight) continue;
    context.fillStyle = scene.colours.lane;
    context.fillRect(0, top, width, row.height);
    if (row.kind === 'main') drawMain(scene, row, top);
    else if (row.kind === 'sound') drawSounds(scene, row, top);
    else drawBars(scene, row, top);
  }
  drawOutside(scene);
  context.restore();
  drawRuler(scene);
  drawMarkers(scene, markerColour);
}
