/**
 * Runs in a worker thread: decodes the main picture of one HEIC file with libheif (WebAssembly) and
 * answers its pixels. A file that makes the decoder loop or crash takes only this thread with it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** What the worker answers: pixels without row padding, irot and imir already applied by libheif. */
export type HeicAnswer =
  | { ok: true; pixels: ArrayBuffer; width: number; height: number; channels: 3 | 4 }
  | { ok: false; message: string };

interface DecodedChannel {
  width: number;
  height: number;
  stride: number;
  data: Uint8Array;
}

/** The part of libheif-js (libheif-wasm/libheif.js) used here; its own declarations lack the decoder. */
interface LibHeif {
  HeifDecoder: new () => {
    decode(file: Uint8Array): { handle: unknown; is_primary(): boolean; has_alpha_channel(): boolean }[];
  };
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: { heif_chroma_interleaved_RGB: unknown; heif_chroma_interleaved_RGBA: unknown };
  heif_js_decode_image2(
    handle: unknown,
    colorspace: unknown,
    chroma: unknown,
  ): { channels?: DecodedChannel[]; message?: string };
}

function decode(path: string): Extract<HeicAnswer, { ok: true }> {
  const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as LibHeif;
  const images = new libheif.HeifDecoder().decode(readFileSync(path));
  const main = images.find((image) => image.is_primary()) ?? images[0];
  if (main === undefined) throw new Error('no picture in the file');
  const hasAlpha = main.has_alpha_channel();
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = libheif.heif_chroma;
  const decoded = libheif.heif_js_decode_image2(
    main.handle,
    libheif.heif_colorspace.heif_colorspace_RGB,
    hasAlpha ? rgba : rgb,
  );
  const plane = decoded.channels?.[0];
  if (plane === undefined) throw new Error(decoded.message ?? 'the pixels could not be decoded');
  const channels = hasAlpha ? 4 : 3;
  const rowBytes = plane.width * channels;
  // The plane is a view into WebAssembly memory with padded rows: copy it out.
  const pixels = new Uint8Array(rowBytes * plane.height);
  for (let row = 0; row < plane.height; row += 1) {
    pixels.set(plane.data.subarray(row * plane.stride, row * plane.stride + rowBytes), row * rowBytes);
  }
  return { ok: true, pixels: pixels.buffer, width: plane.width, height: plane.height, channels };
}

try {
  const answer = decode(String(workerData));
  parentPort?.postMessage(answer, [answer.pixels]);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  parentPort?.postMessage({ ok: false, message } satisfies HeicAnswer);
}
