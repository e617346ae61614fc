import { writeFile } from 'node:fs/promises';
import { writeAtomically } from '#main/media/files/atomic.ts';
import type { FitRequest, FitResult } from '#main/ports/image-engine.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { composeFrame } from './compose-frame.ts';
import { encodeWithin } from './encode.ts';
import { isColour, openFrame, renderFrame } from './factory.ts';
import { imageFailure } from './failures.ts';
import { asFractions } from './geometry.ts';
import { openSource } from './source.ts';
import { strippedParts } from './stripped.ts';

/** Widest side an encoder takes: WebP stops at 16383, the others far later. */
const largestSide = 16_383;

function invalid(en: string, zh: string): GalleyError {
  return new GalleyError('invalid-input', { en, zh });
}

function isFraction(value: number): boolean {
  return value >= 0 && value <= 1;
}

function checkRequest({ width, height, maxBytes, quality, crop, focus, background }: FitRequest): void {
  const isSide = (side: number) => Number.isInteger(side) && side >= 1 && side <= largestSide;
  if (!isSide(width) || !isSide(height)) {
    throw invalid(
      `Width and height must be whole numbers from 1 to ${largestSide}.`,
      `宽和高必须是 1 到 ${largestSide} 的整数。`,
    );
  }
  if (maxBytes !== undefined && !(maxBytes > 0)) {
    throw invalid('The byte limit must be more than 0.', '字节上限必须大于 0。');
  }
  if (quality !== undefined && !(quality >= 1 && quality <= 100)) {
    throw invalid('Quality must be from 1 to 100.', '质量必须在 1 到 100 之间。');
  }
  if (typeof focus === 'object' && !(isFraction(focus.x) && isFraction(focus.y))) {
    throw invalid('The focus must lie between 0 and 1 on both axes.', '焦点的两个坐标都必须在 0 到 1 之间。');
  }
  if (background !== undefined && !isColour(background)) {
    throw invalid(
      `“${background}” is no colour. Write one like #ffffff or black.`,
      `“${background}”不是颜色。请写成 #ffffff 或 black 这样的形式。`,
    );
  }
  if (crop === undefined) return;
  const inside =
    isFraction(crop.x) &&
    isFraction(crop.y) &&
    crop.x + crop.width <= 1.0001 &&
    crop.y + crop.height <= 1.0001;
  if (!inside || !(crop.width > 0) || !(crop.height > 0)) {
    throw invalid(
      'The crop must lie inside the picture (fractions from 0 to 1).',
      '裁剪框必须在图片内（0 到 1 的比例）。',
    );
  }
}

/** See {@link FitRequest}: one picture to one exact size, type and byte limit, free of metadata, in sRGB. */
export async function fitImage(request: FitRequest, signal?: AbortSignal): Promise<FitResult> {
  checkRequest(request);
  const longestSide = Math.max(request.width, request.height);
  const source = await openSource(request.in, { longestSide, ...(signal === undefined ? {} : { signal }) });
  try {
    return await writeAtomically(
      request.out,
      async (temporary) => {
        const { frame: painted, shown } = await composeFrame(source, request);
        if (signal?.aborted) throw cancelled();
        const needsFlattening = request.type === 'jpeg' && painted.channels === 4;
        const background = request.background ?? '#ffffff';
        const frame = needsFlattening
          ? await renderFrame(openFrame(painted).flatten({ background }))
          : painted;
        const encoded = await encodeWithin(frame, request.type, request, signal);
        if (signal?.aborted) throw cancelled();
        await writeFile(temporary, encoded.data);
        return {
          out: request.out,
          type: `image/${request.type}`,
          width: encoded.width,
          height: encoded.height,
          bytes: encoded.data.length,
          quality: encoded.quality,
          crop: asFractions(shown, source),
          stripped: await strippedParts(source),
        };
      },
      { force: request.force ?? false },
    );
  } catch (error) {
    throw imageFailure(request.in, error);
  }
}
