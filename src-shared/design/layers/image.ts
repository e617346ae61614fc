import { z } from 'zod';
import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import { drawPicture, traceRoundedBox } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Picture } from '#shared/design/draw/environment.ts';
import { adjustmentsSchema } from '#shared/design/images/adjustments.ts';
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

/** Which part of the whole picture (fractions) lands where in the box (px). */
export interface ImagePlacement {
  source: Rectangle;
  target: Rectangle;
}

/** Works out the fit of a picture of the given aspect (width / height) in the node's box. */
export function placeImage(node: ImageNode, aspect: number): ImagePlacement {
  const crop = { ...node.crop };
  const box = { x: 0, y: 0, width: node.width, height: node.height };
  const cropAspect = (crop.width * aspect) / (crop.height || 1);
  const boxAspect = node.width / (node.height || 1);
  if (node.fit === 'fill' || cropAspect <= 0 || boxAspect <= 0) return { source: crop, target: box };
  if (node.fit === 'cover') {
    if (cropAspect > boxAspect) {
      const width = crop.width * (boxAspect / cropAspect);
      return { source: { ...crop, x: crop.x + (crop.width - width) / 2, width }, target: box };
    }
    const height = crop.height * (cropAspect / boxAspect);
    return { source: { ...crop, y: crop.y + (crop.height - height) / 2, height }, target: box };
  }
  const width = cropAspect > boxAspect ? node.width : node.height * cropAspect;
  const height = cropAspect > boxAspect ? node.width / cropAspect : node.height;
  return {
    source: crop,
    target: { x: (node.width - width) / 2, y: (node.height - height) / 2, width, height },
  };
}

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

/** Draws the picture in the node's box, or a placeholder while there is none. */
export function drawImage(context: Canvas2D, node: ImageNode, environment: DrawEnvironment): void {
  if (node.width <= 0 || node.height <= 0) return;
  const picture = node.assetId === '' ? undefined : environment.picture(node.assetId, node.id);
  context.save();
  if (node.radius > 0) {
    traceRoundedBox(context, node.width, node.height, node.radius);
    context.clip();
  }
  if (picture) {
    const placement = placeImage(node, picture.aspect);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    drawPicture(context, picture.image, inBitmap(picture, placement.source), placement.target);
  } else {
    drawPlaceholder(context, { x: 0, y: 0, width: node.width, height: node.height });
  }
  context.restore();
}
