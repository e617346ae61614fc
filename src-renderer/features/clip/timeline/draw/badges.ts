import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import { numberFormat } from '../../fields/spans.ts';
import { barText, roundedRect, type Scene } from './canvas.ts';

/** Pixels. */
const badgeHeight = 13;
const nameMiddle = 9;

/** What was done to a segment, in a word each. */
function badgesOf(scene: Scene, placed: PlacedSegment): string[] {
  const { segment } = placed;
  const found: string[] = [];
  if (segment.kind === 'freeze') found.push(scene.words.frozen);
  if (segment.kind !== 'clip') return found;
  const speed = segment.speed ?? 1;
  if (speed !== 1) found.push(`${numberFormat(scene.locale, { maximumFractionDigits: 2 }).format(speed)}×`);
  if (segment.reversed) found.push(scene.words.reversed);
  if (segment.sound?.muted) found.push(scene.words.muted);
  return found;
}

/** The name that a segment goes by: its own, else its file's. */
export function segmentName(
  scene: Pick<Scene, 'source' | 'words'>,
  segment: PlacedSegment['segment'],
): string {
  if (segment.name) return segment.name;
  if (segment.kind === 'colour') return scene.words.colour;
  if (segment.kind === 'design') return scene.words.design;
  // Its file is still being looked up.
  return scene.source(segment.source)?.asset.name ?? '…';
}

/** The line over the pictures: name at the left, what was done to it at the right. */
export function drawBadges(
  scene: Scene,
  placed: PlacedSegment,
  box: { left: number; right: number },
  top: number,
): void {
  const { context, colours } = scene;
  if (box.right - box.left < 26) return;
  context.font = colours.bold;
  context.textBaseline = 'middle';
  let right = Math.min(box.right, scene.width) - 4;
  for (const badge of badgesOf(scene, placed)) {
    const wide = context.measureText(badge).width + 8;
    if (right - wide < Math.max(box.left, 0) + 4) break;
    roundedRect(context, right - wide, top + 2, wide, badgeHeight);
    context.fillStyle = colours.text;
    context.fill();
    context.fillStyle = colours.surface;
    context.fillText(badge, right - wide + 4, top + nameMiddle);
    right -= wide + 3;
  }
  context.font = colours.font;
  context.fillStyle = colours.text;
  barText(scene, segmentName(scene, placed.segment), box.left, right, top + nameMiddle - 0.5);
}
