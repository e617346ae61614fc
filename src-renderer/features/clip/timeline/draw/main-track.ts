import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import { lastAtMost } from '#shared/clip/timeline.ts';
import { itemsWithin, type LaneRow } from '../lanes.ts';
import { drawBadges } from './badges.ts';
import { outline } from './bars.ts';
import { boxOf, roundedRect, type Scene, selectionKey, timeAtX, xOf } from './canvas.ts';
import { levelAt } from './level.ts';
import { drawKeyframes, sourceAtX } from './marks.ts';
import { fadeSlope } from './sounds.ts';
import { drawWaveSpan } from './wave.ts';

/** Pixels of the line with the name. */
export const nameHeight = 17;
/** Share of the rest that the pictures take where there is sound. */
const stripPart = 0.64;

type Box = { left: number; right: number };

/** Pictures of the recording at the times that the segment shows them. */
function drawStrip(scene: Scene, placed: PlacedSegment, box: Box, top: number, height: number): void {
  const { segment } = placed;
  if (segment.kind !== 'clip' && segment.kind !== 'freeze') return;
  const facts = scene.source(segment.source);
  if (facts && facts.asset.kind !== 'video') return;
  const strip = scene.media.strip(segment.source);
  if (!strip || strip.times.length === 0 || strip.tileHeight === 0) return;
  const { image, columns, tileWidth, tileHeight, times } = strip;
  const tile = Math.max(8, (tileWidth / tileHeight) * height);
  const start = xOf(scene, placed.start);
  // Tiles stand on a grid from the segment's start, so that scrolling moves them and never swaps their pictures.
  for (let index = Math.max(0, Math.floor((box.left - start) / tile)); ; index += 1) {
    const x = start + index * tile;
    if (x > Math.min(box.right, scene.width)) break;
    const middle = sourceAtX(scene, placed, Math.min(x + tile / 2, box.right));
    const before = Math.max(0, lastAtMost(times, middle));
    const after = Math.min(times.length - 1, before + 1);
    const nearer = middle - (times[before] ?? 0) <= (times[after] ?? 0) - middle ? before : after;
    const sourceX = (nearer % columns) * tileWidth;
    const sourceY = Math.floor(nearer / columns) * tileHeight;
    scene.context.drawImage(image, sourceX, sourceY, tileWidth, tileHeight, x, top, tile, height);
  }
}

/** A picture or page again and again over the whole segment. */
function drawPicture(scene: Scene, path: string, start: number, box: Box, top: number, height: number): void {
  const picture = scene.media.picture(path);
  if (!picture || picture.naturalHeight === 0) return;
  const wide = Math.max(8, (picture.naturalWidth / picture.naturalHeight) * height);
  const first = Math.max(0, Math.floor((box.left - start) / wide));
  for (let x = start + first * wide; x < Math.min(box.right, scene.width); x += wide)
    scene.context.drawImage(picture, x, top, wide - 1, height);
}

function drawInside(scene: Scene, placed: PlacedSegment, box: Box, top: number, height: number): void {
  const { segment } = placed;
  const start = xOf(scene, placed.start);
  if (segment.kind === 'colour') {
    scene.context.fillStyle = segment.colour.startsWith('token:') ? scene.colours.strong : segment.colour;
    scene.context.fillRect(box.left, top, box.right - box.left, height);
    return;
  }
  if (segment.kind === 'still') {
    drawPicture(scene, `thumb/${segment.source}`, start, box, top, height);
    return;
  }
  if (segment.kind === 'design') {
    const path = `design/${segment.design}${segment.page ? `.${segment.page}` : ''}`;
    drawPicture(scene, path, start, box, top, height);
    return;
  }
  const facts = scene.source(segment.source);
  const sounds = segment.kind === 'clip' && (facts?.asset.hasAudio === true || facts?.asset.kind === 'audio');
  const pictures = facts?.asset.kind === 'audio' ? 0 : sounds ? Math.round(height * stripPart) : height;
  // The place of pictures that are still being made.
  scene.context.fillStyle = scene.colours.lane;
  scene.context.fillRect(box.left, top, box.right - box.left, pictures);
  drawStrip(scene, placed, box, top, pictures);
  if (!sounds || !facts || segment.kind !== 'clip') return;
  const wave = scene.media.wave(segment.source, facts.asset.duration);
  if (!wave) return;
  const long = segment.to - segment.from;
  const silent = segment.sound?.muted === true || scene.edit.muted === true;
  const place = {
    left: Math.max(0, box.left),
    right: Math.min(scene.width, box.right),
    top: top + pictures + 1,
    height: height - pictures - 2,
  };
  const level = (x: number): number => {
    if (!segment.sound) return 1;
    const passed = (timeAtX(scene, x) - placed.start) * (segment.speed ?? 1);
    return levelAt(segment.sound, passed, long);
  };
  scene.context.globalAlpha = silent ? 0.25 : 1;
  drawWaveSpan(scene.context, wave, place, (x) => sourceAtX(scene, placed, x), level, scene.colours.wave);
  scene.context.globalAlpha = 1;
}

/** Two wedges over the time in which both segments are on screen. */
function drawTransition(scene: Scene, placed: PlacedSegment, top: number, height: number): void {
  const left = xOf(scene, placed.start);
  const right = xOf(scene, placed.start + placed.overlap);
  if (right < 0 || left > scene.width || right - left < 2) return;
  const { context, colours } = scene;
  context.fillStyle = colours.accentSoft;
  context.globalAlpha = 0.72;
  context.fillRect(left, top, right - left, height);
  context.globalAlpha = 1;
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(right, top + height);
  context.moveTo(left, top + height);
  context.lineTo(right, top);
  context.rect(left + 0.5, top + 0.5, right - left - 1, height - 1);
  context.stroke();
}

/** The main track: pictures, sound, names and what was done to each segment. */
export function drawMain(scene: Scene, row: LaneRow, top: number): void {
  const { context, colours, chosen } = scene;
  const [first, last] = itemsWithin(row.items, scene.scale.start, timeAtX(scene, scene.width));
  const inner = row.height - nameHeight - 1;
  for (let at = first; at < last; at += 1) {
    const placed = scene.placed[row.items[at]?.index ?? -1];
    if (!placed) continue;
    const box = boxOf(scene, placed.start, placed.end);
    const wide = box.right - box.left;
    roundedRect(context, box.left, top, wide, row.height);
    context.fillStyle = colours.raised;
    context.fill();
    if (wide >= 6) {
      context.save();
      context.clip();
      drawInside(scene, placed, box, top + nameHeight, inner);
      drawKeyframes(scene, placed, { ...box, bottom: top + nameHeight + Math.round(inner * stripPart) });
      const { picture } = placed.segment;
      const { density } = scene.scale;
      const [start, end] = [xOf(scene, placed.start), xOf(scene, placed.end)];
      fadeSlope(scene, start, start + (picture?.fadeIn ?? 0) * density, top + nameHeight, inner);
      fadeSlope(scene, end, end - (picture?.fadeOut ?? 0) * density, top + nameHeight, inner);
      drawBadges(scene, placed, box, top);
      context.restore();
    }
    outline(scene, box, top, row.height, chosen.has(selectionKey('segment', placed.segment.id)));
  }
  for (let at = first; at < last; at += 1) {
    const placed = scene.placed[row.items[at]?.index ?? -1];
    if (placed && placed.overlap > 0) drawTransition(scene, placed, top + nameHeight, inner);
  }
}
