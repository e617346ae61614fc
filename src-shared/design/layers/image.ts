import { z } from 'zod';
import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import { drawPicture } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Picture } from '#shared/design/draw/environment.ts';
import { polygonCorners, traceCorneredBox, traceCorners } from '#shared/design/draw/outline.ts';
import { tracePath } from '#shared/design/draw/path-data.ts';
import { adjustmentsSchema } from '#shared/design/images/adjustments.ts';
import { placeImage } from '#shared/design/images/place-image.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';

const fraction = z.number().min(0).max(1);

/** The outline of an image's frame, stretched to its box. */
const frameSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ellipse') }),
  z.object({ kind: z.literal('polygon'), sides: z.int().min(3).max(60) }),
  z.object({ kind: z.literal('star'), points: z.int().min(3).max(60), inset: z.number().min(0.05).max(1) }),
  /** SVG path data in a box of `width` × `height` units. */
  z.object({
    kind: z.literal('path'),
    d: z.string().max(100_000),
    width: z.number().gt(0),
    height: z.number().gt(0),
  }),
]);
export type ImageFrame = z.infer<typeof frameSchema>;

export const imageSchema = z.looseObject({
  ...commonShape,
  type: z.literal('image'),
  /** The asset, or '' for a placeholder that waits for a photo. */
  assetId: z.string(),
  /** The part of the picture that is used, in fractions of the whole as shown. */
  crop: z.object({ x: fraction, y: fraction, width: fraction, height: fraction }),
  /** cover fills the box and cuts; contain shows all; fill stretches. */
  fit: z.enum(['cover', 'contain', 'fill']),
  /** Corner radius in px. */
  radius: z.number().min(0).max(1_000_000),
  /** Radii of the corners from top left clockwise, in px; they win over `radius`. */
  radii: z.array(z.number().min(0).max(1_000_000)).length(4).optional(),
  /** The outline of the frame; absent: the box with `radius`. */
  frame: frameSchema.optional(),
  /** What stays in view when `cover` cuts, in fractions of the whole picture; absent: the crop's middle. */
  focus: z.object({ x: fraction, y: fraction }).optional(),
  /** Degrees clockwise, -45 to 45, that the picture is turned inside its frame, enlarged so that it still fills it. */
  straighten: z.number().min(-45).max(45).optional(),
  /** Looks; see `adjustmentsSchema`. */
  adjust: adjustmentsSchema.optional(),
  /** The picture before its background was taken away, to go back to. */
  originalAssetId: z.string().optional(),
  /** Words for those who do not see the picture; '' marks decoration. */
  altText: z.string().max(10_000).optional(),
});
export type ImageNode = z.infer<typeof imageSchema>;

export const imageDefaults = {
  ...commonDefaults,
  type: 'image',
  assetId: '',
  crop: { x: 0, y: 0, width: 1, height: 1 },
  fit: 'cover',
  radius: 0,
} as const;

/** The part of a decoded bitmap, in its own px, for a part of the whole picture in fractions. */
function inBitmap(picture: Picture, source: Rectangle): Rectangle {
  const { region } = picture;
  const x = ((source.x - region.x) / region.width) * picture.width;
  const y = ((source.y - region.y) / region.height) * picture.height;
  const width = (source.width / region.width) * picture.width;
  const height = (source.height / region.height) * picture.height;
  return {
    x: Math.max(0, x),
    y: Math.max(0, y),
    width: Math.min(width, picture.width - Math.max(0, x)),
    height: Math.min(height, picture.height - Math.max(0, y)),
  };
}

/** A quiet grey field with a hill and a sun: a photo belongs here. */
function drawPlaceholder(context: Canvas2D, box: Rectangle): void {
  const unit = Math.min(box.width, box.height) / 10;
  context.fillStyle = '#d8d4cb';
  context.fillRect(0, 0, box.width, box.height);
  context.fillStyle = '#b9b4a9';
  context.beginPath();
  context.moveTo(box.width / 2 - unit * 2, box.height / 2 + unit * 1.2);
  context.lineTo(box.width / 2 - unit * 0.5, box.height / 2 - unit * 1.2);
  context.lineTo(box.width / 2 + unit * 0.4, box.height / 2 + unit * 0.1);
  context.lineTo(box.width / 2 + unit * 0.9, box.height / 2 - unit * 0.4);
  context.lineTo(box.width / 2 + unit * 2, box.height / 2 + unit * 1.2);
  context.closePath();
  context.fill();
  context.beginPath();
  context.ellipse(box.width / 2 + unit, box.height / 2 - unit, unit * 0.4, unit * 0.4, 0, 0, Math.PI * 2);
  context.fill();
}

/** Leaves the frame's outline as the current path. */
function traceFrame(context: Canvas2D, node: ImageNode): void {
  const { width, height, frame, radius } = node;
  switch (frame?.kind) {
    case 'ellipse':
      context.beginPath();
      context.ellipse(width / 2, height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
      break;
    case 'polygon':
      traceCorners(context, polygonCorners(width, height, frame.sides, null), radius);
      break;
    case 'star':
      traceCorners(context, polygonCorners(width, height, frame.points, frame.inset), radius);
      break;
    case 'path':
      tracePath(context, frame.d, width / frame.width, height / frame.height);
      break;
    default:
      traceCorneredBox(context, width, height, node.radii ?? [radius, radius, radius, radius]);
  }
}

/** Draws the picture in the node's box, or a placeholder while there is none. */
export function drawImage(context: Canvas2D, node: ImageNode, environment: DrawEnvironment): void {
  if (node.width <= 0 || node.height <= 0) return;
  const looks = { adjust: node.adjust, crop: node.crop };
  const picture = node.assetId === '' ? undefined : environment.picture(node.assetId, node.id, looks);
  context.save();
  const cornered = node.radius > 0 || node.radii?.some((radius) => radius > 0) === true;
  if (cornered || node.frame) {
    traceFrame(context, node);
    context.clip();
  }
  if (picture) {
    const { source, target, turn, frame } = placeImage(node, picture.aspect);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    if (turn !== 0) {
      context.beginPath();
      context.rect(frame.x, frame.y, frame.width, frame.height);
      context.clip();
      const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
      context.translate(middle.x, middle.y);
      context.rotate((turn * Math.PI) / 180);
      context.translate(-middle.x, -middle.y);
    }
    drawPicture(context, picture.image, inBitmap(picture, source), target);
  } else {
    drawPlaceholder(context, { x: 0, y: 0, width: node.width, height: node.height });
  }
  context.restore();
}
