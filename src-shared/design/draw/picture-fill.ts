import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import { drawPicture } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Picture } from '#shared/design/draw/environment.ts';
import type { PictureFill } from '#shared/design/paint.ts';

/** More tiles than this are drawn larger instead: a tile of one pixel must not stop the studio. */
const mostTiles = 10_000;

/** Which part of the whole picture (fractions) lands where (px of the layer). */
export interface FillPlacement {
  source: Rectangle;
  target: Rectangle;
}

/** Works out the fit of a picture of an aspect (width / height) in a box; `tile` is not placed this way. */
export function placeFill(
  fit: 'cover' | 'contain' | 'fill',
  focus: { x: number; y: number },
  box: Rectangle,
  aspect: number,
): FillPlacement {
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const boxAspect = box.width / (box.height || 1);
  if (fit === 'fill' || aspect <= 0 || boxAspect <= 0) return { source: whole, target: box };
  if (fit === 'contain') {
    const width = Math.min(box.width, box.height * aspect);
    const height = width / aspect;
    return {
      source: whole,
      target: {
        x: box.x + (box.width - width) / 2,
        y: box.y + (box.height - height) / 2,
        width,
        height,
      },
    };
  }
  const width = Math.min(1, boxAspect / aspect);
  const height = Math.min(1, aspect / boxAspect);
  const within = (middle: number, part: number): number => Math.min(1 - part, Math.max(0, middle - part / 2));
  return {
    source: { x: within(focus.x, width), y: within(focus.y, height), width, height },
    target: box,
  };
}

/** The part of a decoded bitmap, in its own px, for a part of the whole picture in fractions. */
function inBitmap(picture: Picture, source: Rectangle): Rectangle {
  const { region } = picture;
  const x = Math.max(0, ((source.x - region.x) / region.width) * picture.width);
  const y = Math.max(0, ((source.y - region.y) / region.height) * picture.height);
  return {
    x,
    y,
    width: Math.min((source.width / region.width) * picture.width, picture.width - x),
    height: Math.min((source.height / region.height) * picture.height, picture.height - y),
  };
}

function drawTiles(context: Canvas2D, picture: Picture, box: Rectangle, tileScale: number): void {
  const ownWidth = picture.ownWidth ?? picture.width / picture.region.width;
  let width = Math.max(1e-3, ownWidth * tileScale);
  let height = width / picture.aspect;
  const tiles = (box.width / width + 1) * (box.height / height + 1);
  if (tiles > mostTiles) {
    const larger = Math.sqrt(tiles / mostTiles) * 1.05;
    width *= larger;
    height *= larger;
  }
  const source = inBitmap(picture, { x: 0, y: 0, width: 1, height: 1 });
  for (let y = box.y; y < box.y + box.height; y += height) {
    for (let x = box.x; x < box.x + box.width; x += width) {
      drawPicture(context, picture.image, source, { x, y, width, height });
    }
  }
}

/** Draws a picture over a box; the caller has clipped to the shape. Nothing while the picture is not there. */
export function drawPictureFill(
  context: Canvas2D,
  fill: PictureFill,
  box: Rectangle,
  environment: DrawEnvironment,
  nodeId: string,
): void {
  const picture = fill.assetId === '' ? undefined : environment.picture(fill.assetId, nodeId);
  if (!picture) {
    // The same quiet grey as an image layer that waits for its photo.
    context.fillStyle = '#d8d4cb';
    context.fillRect(box.x, box.y, box.width, box.height);
    return;
  }
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  if (fill.fit === 'tile') {
    drawTiles(context, picture, box, fill.tileScale ?? 1);
    return;
  }
  const { source, target } = placeFill(fill.fit, fill.focus, box, picture.aspect);
  drawPicture(context, picture.image, inBitmap(picture, source), target);
}
