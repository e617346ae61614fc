import type { SoundItem } from '#shared/clip/edit/schema.ts';
import { itemsWithin, type LaneItem, type LaneRow } from '../lanes.ts';
import { outline } from './bars.ts';
import { barText, boxOf, roundedRect, type Scene, selectionKey, timeAtX, xOf } from './canvas.ts';
import { gainToPart, levelAt } from './level.ts';
import { drawWaveSpan } from './wave.ts';

/** Fades as slopes, and the volume as a line that can be dragged. */
function drawShape(
  scene: Scene,
  sound: SoundItem,
  item: LaneItem,
  box: { left: number; right: number },
  top: number,
  height: number,
): void {
  const { context, colours } = scene;
  const from = xOf(scene, sound.at);
  const to = xOf(scene, sound.loop ? item.to : sound.at + sound.to - sound.from);
  context.strokeStyle = colours.text;
  context.lineWidth = 1;
  // Quiet until it is chosen: it crosses the name.
  context.globalAlpha = scene.chosen.has(selectionKey('sound', sound.id)) ? 0.8 : 0.28;
  context.beginPath();
  const y = (gain: number): number => top + 2 + (1 - gainToPart(gain)) * (height - 4);
  const base = sound.gain ?? 0;
  const points = sound.envelope ?? [];
  context.moveTo(Math.max(box.left, from), y(base + (points[0]?.gain ?? 0)));
  for (const point of points) context.lineTo(xOf(scene, sound.at + point.at), y(base + point.gain));
  context.lineTo(Math.min(box.right, Math.max(to, box.left)), y(base + (points.at(-1)?.gain ?? 0)));
  context.stroke();
  context.fillStyle = colours.text;
  for (const point of points) {
    const x = xOf(scene, sound.at + point.at);
    if (x > box.left - 4 && x < box.right + 4) context.fillRect(x - 2, y(base + point.gain) - 2, 4, 4);
  }
  context.globalAlpha = 1;
  fadeSlope(scene, from, from + (sound.fadeIn ?? 0) * scene.scale.density, top, height);
  fadeSlope(scene, to, to - (sound.fadeOut ?? 0) * scene.scale.density, top, height);
}

/** The corner that a fade takes away, from its silent end to where it is full. */
export function fadeSlope(scene: Scene, silent: number, full: number, top: number, height: number): void {
  if (Math.abs(full - silent) < 2) return;
  const { context, colours } = scene;
  context.fillStyle = colours.shade;
  context.beginPath();
  context.moveTo(silent, top);
  context.lineTo(full, top);
  context.lineTo(silent, top + height);
  context.closePath();
  context.fill();
  context.strokeStyle = colours.text;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(silent, top + height);
  context.lineTo(full, top);
  context.stroke();
}

/** Music, voices and effects with their waves. */
export function drawSounds(scene: Scene, row: LaneRow, top: number): void {
  const { context, colours, edit, words } = scene;
  const [first, last] = itemsWithin(row.items, scene.scale.start, timeAtX(scene, scene.width));
  for (let at = first; at < last; at += 1) {
    const item = row.items[at];
    const sound = item && edit.sounds?.[item.index];
    if (!item || !sound) continue;
    const box = boxOf(scene, item.from, item.to);
    const wide = box.right - box.left;
    context.globalAlpha = sound.muted ? 0.5 : 1;
    roundedRect(context, box.left, top, wide, row.height);
    context.fillStyle = colours[sound.role];
    context.fill();
    context.save();
    context.clip();
    const facts = scene.source(sound.source);
    const wave = facts && wide > 4 ? scene.media.wave(sound.source, facts.end || facts.asset.duration) : null;
    const long = sound.to - sound.from;
    if (wave) {
      const inside = (x: number): number => {
        const passed = timeAtX(scene, x) - sound.at;
        return sound.loop && long > 0 ? passed % long : passed;
      };
      const place = {
        left: Math.max(0, box.left),
        right: Math.min(scene.width, box.right),
        top: top + 13,
        height: row.height - 14,
      };
      const secondsAt = (x: number): number => sound.from + inside(x);
      drawWaveSpan(
        context,
        wave,
        place,
        secondsAt,
        (x) =>
          levelAt(
            sound,
            sound.loop ? timeAtX(scene, x) - sound.at : inside(x),
            sound.loop ? item.to - sound.at : long,
          ),
        colours.wave,
      );
    }
    context.globalAlpha = 1;
    if (sound.loop)
      for (let join = sound.at + long; join < item.to && long > 0.05; join += long) {
        const x = Math.round(xOf(scene, join));
        if (x < -1 || x > scene.width) continue;
        context.fillStyle = colours.strong;
        context.fillRect(x, top, 1, row.height);
      }
    if (wide > 24) drawShape(scene, sound, item, box, top, row.height);
    context.fillStyle = colours.text;
    context.font = colours.font;
    const name = sound.name ?? facts?.asset.name ?? words.unnamed;
    barText(scene, sound.muted ? `${words.muted} · ${name}` : name, box.left, box.right, top + 8);
    context.restore();
    outline(scene, box, top, row.height, scene.chosen.has(selectionKey('sound', item.id)));
  }
}
