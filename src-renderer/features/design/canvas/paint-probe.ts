import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Picture, Surface } from '#shared/design/draw/environment.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';

/** A sheet whose pixels come from the processor, not from the graphics card, as in the painter. */
function makeSurface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no 2D context.');
  return { context: context as unknown as Canvas2D, image: canvas, width, height };
}

async function decode(address: string): Promise<Picture> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const region = { x: 0, y: 0, width: 1, height: 1 };
  const bitmap = await createImageBitmap(image);
  return { image: bitmap, width, height, region, aspect: width / height };
}

/**
 * Paints the first page of a design as the window does; `pictures` are addresses by asset. Answers straight
 * RGBA bytes in base64. Only tests call it, to compare with the painter.
 */
export async function paintForProbe(
  body: DesignBody,
  scale: number,
  pictures: Readonly<Record<string, string>>,
): Promise<string> {
  await loadFamilies(familiesOf(body));
  const decoded = new Map<string, Picture>();
  for (const [assetId, address] of Object.entries(pictures)) decoded.set(assetId, await decode(address));
  const environment: DrawEnvironment = {
    tokens: {},
    picture: (assetId) => decoded.get(assetId),
    scale: () => scale,
    surface: makeSurface,
  };
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(body.width * scale);
  canvas.height = Math.round(body.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no 2D context.');
  context.scale(scale, scale);
  drawPage(context as unknown as Canvas2D, body, pagesInOrder(body)[0]?.id ?? '', environment);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(text);
}
