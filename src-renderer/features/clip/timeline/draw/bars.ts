import type { Overlay } from '#shared/clip/edit/schema.ts';
import { itemsWithin, type LaneRow } from '../lanes.ts';
import { barText, boxOf, roundedRect, type Scene, selectionKey, timeAtX, xOf } from './canvas.ts';

/** Bars thinner than this are drawn as one stroke each, and strokes that would touch as one. */
const strokeWidth = 3;

const overlayPicture = (overlay: Overlay): string =>
  overlay.kind === 'image'
    ? `thumb/${overlay.source}`
    : `design/${overlay.source}${overlay.page ? `.${overlay.page}` : ''}`;

/** A wedge over the time in which an overlay comes or goes. */
function drawMove(
  scene: Scene,
  from: number,
  to: number,
  top: number,
  height: number,
  leaves: boolean,
): void {
  const { context, colours } = scene;
  const left = xOf(scene, from);
  const right = xOf(scene, to);
  if (right - left < 3) return;
  context.fillStyle = colours.strong;
  context.globalAlpha = 0.4;
  context.beginPath();
  context.moveTo(leaves ? right : left, top);
  context.lineTo(leaves ? right : left, top + height);
  context.lineTo(leaves ? left : right, top);
  context.closePath();
  context.fill();
  context.globalAlpha = 1;
}

function drawOverlay(
  scene: Scene,
  overlay: Overlay,
  box: { left: number; right: number },
  row: LaneRow,
  top: number,
): void {
  const { context, colours, words } = scene;
  const inner = row.height - 4;
  let text = box.left;
  const picture = box.right - box.left > 40 ? scene.media.picture(overlayPicture(overlay)) : null;
  if (picture && picture.naturalHeight > 0) {
    const wide = Math.min(48, (picture.naturalWidth / picture.naturalHeight) * inner);
    const at = Math.max(box.left, 0) + 2;
    context.drawImage(picture, at, top + 2, wide, inner);
    text = at + wide - 2;
  }
  context.fillStyle = overlay.hidden ? colours.strong : colours.text;
  context.font = colours.font;
  barText(
    scene,
    overlay.name ?? (overlay.kind === 'design' ? words.design : words.unnamed),
    text,
    box.right,
    top + row.height / 2,
  );
  const { enter, leave } = overlay;
  if (enter && enter.kind !== 'none')
    drawMove(scene, overlay.from, overlay.from + enter.seconds, top, row.height, false);
  if (leave && leave.kind !== 'none')
    drawMove(scene, overlay.to - leave.seconds, overlay.to, top, row.height, true);
}

/** Overlays and captions: bars with their names or words. */
export function drawBars(scene: Scene, row: LaneRow, top: number): void {
  const { context, colours, edit, chosen } = scene;
  const track = row.track === undefined ? undefined : edit.captions?.find(({ id }) => id === row.track);
  const faded = track?.hidden === true;
  const [first, last] = itemsWithin(row.items, scene.scale.start, timeAtX(scene, scene.width));
  let drawn = Number.NEGATIVE_INFINITY;
  for (let at = first; at < last; at += 1) {
    const item = row.items[at];
    if (!item) continue;
    const box = boxOf(scene, item.from, item.to);
    const chosenNow = chosen.has(selectionKey(item.kind, item.id));
    const overlay = item.kind === 'overlay' ? edit.overlays?.[item.index] : undefined;
    const fill = overlay ? colours.overlay : colours.caption;
    if (box.right - box.left < strokeWidth) {
      if (!chosenNow && box.left <= drawn) continue;
      drawn = box.left;
      context.fillStyle = chosenNow ? colours.accent : fill;
      context.fillRect(box.left, top, Math.max(1, box.right - box.left), row.height);
      continue;
    }
    context.globalAlpha = faded || overlay?.hidden ? 0.45 : 1;
    roundedRect(context, box.left, top, box.right - box.left, row.height);
    context.fillStyle = fill;
    context.fill();
    if (overlay) drawOverlay(scene, overlay, box, row, top);
    else {
      context.fillStyle = colours.text;
      context.font = colours.font;
      const text = track?.cues[item.index]?.text.replaceAll('\n', ' ') ?? '';
      barText(scene, text, box.left, box.right, top + row.height / 2);
    }
    context.globalAlpha = 1;
    outline(scene, box, top, row.height, chosenNow);
  }
}

/** The edge of a bar: vermilion and thick when it is chosen. */
export function outline(
  scene: Scene,
  box: { left: number; right: number },
  top: number,
  height: number,
  chosen: boolean,
): void {
  const { context, colours } = scene;
  context.strokeStyle = chosen ? colours.accent : colours.line;
  context.lineWidth = chosen ? 2 : 1;
  const inset = chosen ? 1 : 0.5;
  roundedRect(
    context,
    box.left + inset,
    top + inset,
    Math.max(1, box.right - box.left - inset * 2),
    height - inset * 2,
  );
  context.stroke();
}
