import type { FitRequest } from '#main/ports/image-engine.ts';
import { type Frame, openFrame, renderFrame } from './factory.ts';
import { cropInPixels, type PixelRectangle, type PixelSize, planContain, planCover } from './geometry.ts';
import type { ImageSource } from './source.ts';

/** Enlarging more than this cuts first: the whole picture scaled up would not fit in memory. */
const largestWholeEnlargement = 1;

/** Finished pixels of the target size and the part of the source they show, in source pixels. */
export interface ComposedFrame {
  frame: Frame;
  shown: PixelRectangle;
}

async function openRegion(source: ImageSource, region: PixelRectangle) {
  const pipeline = await source.pipeline('strict');
  const isWhole = region.width === source.width && region.height === source.height;
  // Cutting before scaling switches the decoder's own downscaling off, so the whole is never "cut".
  return isWhole ? pipeline : pipeline.extract(region);
}

/** Cover around a known point. */
async function coverAt(
  source: ImageSource,
  region: PixelRectangle,
  target: PixelSize,
  focus: { x: number; y: number },
) {
  const { scaled, window } = planCover(region, target, focus);
  const scale = scaled.width / region.width;
  const shown = {
    left: region.left + (window.left * region.width) / scaled.width,
    top: region.top + (window.top * region.height) / scaled.height,
    width: (window.width * region.width) / scaled.width,
    height: (window.height * region.height) / scaled.height,
  };
  if (scale <= largestWholeEnlargement) {
    const pipeline = await openRegion(source, region);
    const resized = pipeline.resize(scaled.width, scaled.height, { fit: 'fill' }).extract(window);
    return { frame: await renderFrame(resized), shown };
  }
  const left = Math.floor(shown.left);
  const top = Math.floor(shown.top);
  const cut = {
    left,
    top,
    width: Math.min(Math.ceil(shown.left + shown.width) - left, source.width - left),
    height: Math.min(Math.ceil(shown.top + shown.height) - top, source.height - top),
  };
  const enlarged = {
    width: Math.max(target.width, Math.round(cut.width * scale)),
    height: Math.max(target.height, Math.round(cut.height * scale)),
  };
  const pipeline = (await openRegion(source, cut))
    .resize(enlarged.width, enlarged.height, { fit: 'fill' })
    .extract({
      left: Math.min(Math.round((shown.left - left) * scale), enlarged.width - target.width),
      top: Math.min(Math.round((shown.top - top) * scale), enlarged.height - target.height),
      width: target.width,
      height: target.height,
    });
  return { frame: await renderFrame(pipeline), shown };
}

/** Cover around what draws the eye: skin, saturation, detail (libvips' smartcrop). */
async function coverAutomatically(source: ImageSource, region: PixelRectangle, target: PixelSize) {
  const scale = Math.max(target.width / region.width, target.height / region.height);
  const centre = { x: region.width / 2, y: region.height / 2 };
  // Extreme shapes and enlargements leave nothing to choose, or too much to search.
  if (region.width * region.height * scale * scale > 100_000_000)
    return coverAt(source, region, target, centre);
  const pipeline = await openRegion(source, region);
  const rendered = await renderFrame(
    pipeline.resize(target.width, target.height, { fit: 'cover', position: 'attention' }),
  );
  const shown = {
    left: region.left + rendered.cropLeft / scale,
    top: region.top + rendered.cropTop / scale,
    width: target.width / scale,
    height: target.height / scale,
  };
  return { frame: rendered, shown };
}

/** The blurred, slightly darker copy that fills the bars behind a picture. */
async function blurredBackdrop(frame: Frame, target: PixelSize): Promise<Frame> {
  // Blurring an eighth of the pixels looks the same and costs a sixtieth.
  const small = { width: Math.ceil(target.width / 8), height: Math.ceil(target.height / 8) };
  const backdrop = openFrame(frame)
    .resize(small.width, small.height, { fit: 'cover' })
    .blur(Math.max(1, Math.min(small.width, small.height) / 20))
    .modulate({ brightness: 0.8 })
    .removeAlpha();
  return renderFrame(backdrop);
}

async function withBars(
  source: ImageSource,
  region: PixelRectangle,
  target: PixelSize,
  request: FitRequest,
): Promise<ComposedFrame> {
  const inner = planContain(region, target);
  const resized = (await openRegion(source, region)).resize(inner.width, inner.height, { fit: 'fill' });
  const picture = await renderFrame(resized);
  const left = Math.floor((target.width - inner.width) / 2);
  const top = Math.floor((target.height - inner.height) / 2);
  const background = request.background ?? '#ffffff';
  if (request.fit === 'contain') {
    const extended = openFrame(picture).extend({
      left,
      top,
      right: target.width - inner.width - left,
      bottom: target.height - inner.height - top,
      background,
    });
    return { frame: await renderFrame(extended), shown: region };
  }
  const opaque: Frame =
    picture.channels === 3 ? picture : await renderFrame(openFrame(picture).flatten({ background }));
  const canvas = openFrame(await blurredBackdrop(opaque, target))
    .resize(target.width, target.height, { fit: 'fill' })
    .composite([
      { input: opaque.data, raw: { width: inner.width, height: inner.height, channels: 3 }, left, top },
    ]);
  return { frame: await renderFrame(canvas.removeAlpha()), shown: region };
}

/**
 * Paints one still at exactly the size asked for.
 * @throws Error from the decoder when any pixel of the source is damaged
 */
export async function composeFrame(source: ImageSource, request: FitRequest): Promise<ComposedFrame> {
  const target = { width: request.width, height: request.height };
  const whole = { left: 0, top: 0, width: source.width, height: source.height };
  const region = request.crop === undefined ? whole : cropInPixels(request.crop, source);
  if (request.fit !== 'cover') return withBars(source, region, target, request);
  if (request.focus === 'auto') return coverAutomatically(source, region, target);
  const focus =
    request.focus === 'center'
      ? { x: region.width / 2, y: region.height / 2 }
      : { x: request.focus.x * source.width - region.left, y: request.focus.y * source.height - region.top };
  return coverAt(source, region, target, focus);
}
