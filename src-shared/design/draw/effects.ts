import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import { drawPicture } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Surface } from '#shared/design/draw/environment.ts';
import { drawInk, enterBox, inkBounds } from '#shared/design/draw/ink.ts';
import { traceShape } from '#shared/design/draw/shape-outline.ts';
import type { DesignNode } from '#shared/design/schema.ts';

/** More output px than this make an effect softer instead of using up the memory. */
const mostPixels = 48_000_000;

/** A part of the page in output px, and the scale that it is drawn at. */
interface Area extends Rectangle {
  scale: number;
}

/** How far blur and shadow reach beyond a layer's ink: three standard deviations, px of the page. */
function spreadOf(node: DesignNode): { left: number; top: number; right: number; bottom: number } {
  const soft = (node.blur ?? 0) * 3;
  const { shadow } = node;
  if (!shadow) return { left: soft, top: soft, right: soft, bottom: soft };
  const spread = soft + shadow.blur * 1.5;
  return {
    left: Math.max(soft, spread - shadow.x),
    top: Math.max(soft, spread - shadow.y),
    right: Math.max(soft, spread + shadow.x),
    bottom: Math.max(soft, spread + shadow.y),
  };
}

/** The upright rectangle of the page that a layer changes, with its effects. */
export function paintedBounds(node: DesignNode): Rectangle {
  const box = inkBounds(node);
  const { left, top, right, bottom } = spreadOf(node);
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}

function intersection(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.min(one.x + one.width, other.x + other.width) - x,
    height: Math.min(one.y + one.height, other.y + other.height) - y,
  };
}

/** Whole output px around what a layer changes, as far as it can be seen; null when nothing can. */
function areaOf(node: DesignNode, masks: readonly DesignNode[], environment: DrawEnvironment): Area | null {
  let box = paintedBounds(node);
  for (const mask of masks) box = intersection(box, paintedBounds(mask));
  const seen = environment.visible?.();
  if (seen) {
    // What lies out of sight may still soften into it.
    const { left, top, right, bottom } = spreadOf(node);
    box = intersection(box, {
      x: seen.x - right,
      y: seen.y - bottom,
      width: seen.width + left + right,
      height: seen.height + top + bottom,
    });
  }
  if (!(box.width > 0 && box.height > 0)) return null;
  const wanted = environment.scale();
  const pixels = box.width * box.height * wanted * wanted;
  const scale = pixels > mostPixels ? wanted * Math.sqrt(mostPixels / pixels) : wanted;
  // One px more on each side, so that the smoothed edge of the ink is never cut.
  const x = Math.floor(box.x * scale) - 1;
  const y = Math.floor(box.y * scale) - 1;
  const width = Math.ceil((box.x + box.width) * scale) + 1 - x;
  const height = Math.ceil((box.y + box.height) * scale) + 1 - y;
  return { x, y, width, height, scale };
}

/** A sheet over an area with something of the page drawn on it. */
function sheetWith(
  area: Area,
  environment: DrawEnvironment,
  draw: (context: Canvas2D, inside: DrawEnvironment) => void,
): Surface {
  const sheet = environment.surface(area.width, area.height);
  sheet.context.save();
  sheet.context.translate(-area.x, -area.y);
  sheet.context.scale(area.scale, area.scale);
  draw(sheet.context, { ...environment, scale: () => area.scale });
  sheet.context.restore();
  return sheet;
}

/** Draws a sheet upon another one of the same area. */
function lay(context: Canvas2D, sheet: Surface, { width, height }: Area): void {
  const whole = { x: 0, y: 0, width, height };
  drawPicture(context, sheet.image, whole, whole);
}

function setShadow(context: Canvas2D, node: DesignNode, scale: number, environment: DrawEnvironment): void {
  const { shadow } = node;
  if (!shadow) return;
  context.shadowColor = withAlpha(resolveColour(shadow.colour, environment.tokens), shadow.opacity);
  context.shadowBlur = shadow.blur * scale;
  context.shadowOffsetX = shadow.x * scale;
  context.shadowOffsetY = shadow.y * scale;
}

/** A hex colour as CSS rgba with its own alpha times `alpha`. */
export function withAlpha(hex: string, alpha: number): string {
  const digits = hex.slice(1);
  const wide = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits;
  const channel = (at: number): number => Number.parseInt(wide.slice(at, at + 2), 16);
  const own = wide.length === 8 ? channel(6) / 255 : 1;
  return `rgba(${channel(0)}, ${channel(2)}, ${channel(4)}, ${own * alpha})`;
}

/** True when a layer puts ink over its own ink, so that it can only fade as a whole. */
function overlapsItself(node: DesignNode): boolean {
  switch (node.type) {
    case 'rectangle':
    case 'ellipse':
    case 'polygon':
    case 'path':
      return node.fill !== null && node.stroke !== null && node.strokeWidth > 0;
    case 'line':
      return node.startArrow || node.endArrow;
    case 'qr':
      return node.background !== null;
    case 'text':
      return Boolean(
        node.outline ?? node.highlight ?? node.underline ?? node.strike ?? node.runs ?? node.path,
      );
    default:
      return false;
  }
}

function isPlain(node: DesignNode): boolean {
  return !node.shadow && (node.blur ?? 0) === 0 && (node.blend ?? 'normal') === 'normal';
}

/** A mask whose ink is exactly its outline, so that clipping does the same without a sheet. */
function clips(mask: DesignNode): boolean {
  if (mask.type !== 'rectangle' && mask.type !== 'ellipse' && mask.type !== 'polygon' && mask.type !== 'path')
    return false;
  const opaque = typeof mask.fill === 'string' && !/^#[0-9a-f]{8}$/i.test(mask.fill);
  const stroked = mask.stroke !== null && mask.strokeWidth > 0;
  return opaque && !stroked && isPlain(mask) && mask.opacity === 1;
}

function clipTo(context: Canvas2D, mask: DesignNode, undo: (context: Canvas2D) => void): void {
  enterBox(context, mask);
  traceShape(context, mask);
  context.clip(mask.type === 'path' ? mask.fillRule : 'nonzero');
  undo(context);
}

/** Moves a context back from a layer's own box to its page. */
function leaveBox(context: Canvas2D, node: DesignNode): void {
  const { x, y, width, height } = node;
  context.translate(width / 2, height / 2);
  context.scale(node.flipX === true ? -1 : 1, node.flipY === true ? -1 : 1);
  context.rotate((-node.rotation * Math.PI) / 180);
  context.translate(-(x + width / 2), -(y + height / 2));
}

/**
 * Draws a layer on its page with all that is done to it: blur, then shadow, then the masks of its groups,
 * then opacity and blending with what lies below. A layer without effects is drawn at once; others are drawn
 * on sheets of their own in output px, so that every host shows the same.
 */
export function drawWithEffects(
  context: Canvas2D,
  node: DesignNode,
  opacity: number,
  masks: readonly DesignNode[],
  environment: DrawEnvironment,
): void {
  if (opacity <= 0) return;
  context.save();
  for (const mask of masks) if (clips(mask)) clipTo(context, mask, (inside) => leaveBox(inside, mask));
  const soft = masks.filter((mask) => !clips(mask));
  if (isPlain(node) && soft.length === 0 && (opacity === 1 || !overlapsItself(node))) {
    context.globalAlpha = opacity;
    drawInk(context, node, environment);
  } else drawOnSheets(context, node, opacity, soft, environment);
  context.restore();
}

function drawOnSheets(
  context: Canvas2D,
  node: DesignNode,
  opacity: number,
  masks: readonly DesignNode[],
  environment: DrawEnvironment,
): void {
  const area = areaOf(node, masks, environment);
  if (!area) return;
  let sheet = sheetWith(area, environment, (inside, own) => drawInk(inside, node, own));
  const blur = (node.blur ?? 0) * area.scale;
  if (blur > 0) {
    const softened = environment.surface(area.width, area.height);
    softened.context.filter = `blur(${blur}px)`;
    lay(softened.context, sheet, area);
    softened.context.filter = 'none';
    sheet = softened;
  }
  const blend = node.blend ?? 'normal';
  const last = masks.length === 0 && opacity === 1 && blend === 'normal';
  if (node.shadow && !last) {
    const shaded = environment.surface(area.width, area.height);
    shaded.context.save();
    setShadow(shaded.context, node, area.scale, environment);
    lay(shaded.context, sheet, area);
    shaded.context.restore();
    sheet = shaded;
  }
  for (const mask of masks) {
    const ink = sheetWith(area, environment, (inside, own) =>
      drawWithEffects(inside, { ...mask, blend: 'normal' }, mask.opacity, [], own),
    );
    sheet.context.globalCompositeOperation = 'destination-in';
    lay(sheet.context, ink, area);
    sheet.context.globalCompositeOperation = 'source-over';
  }
  context.globalAlpha = opacity;
  context.globalCompositeOperation = blend === 'normal' ? 'source-over' : blend;
  if (last) setShadow(context, node, environment.scale(), environment);
  context.scale(1 / area.scale, 1 / area.scale);
  drawPicture(context, sheet.image, { x: 0, y: 0, width: area.width, height: area.height }, area);
}
