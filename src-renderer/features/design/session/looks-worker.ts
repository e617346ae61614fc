import type { AdjustmentOptions } from '#shared/design/images/apply-adjustments.ts';
import { applyAdjustments } from '#shared/design/images/apply-adjustments.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';

export interface LooksTask {
  id: number;
  bitmap: ImageBitmap;
  adjust: Adjustments;
  options: AdjustmentOptions;
}

export interface LooksAnswer {
  id: number;
  /** Null when the picture was too large for the memory. */
  bitmap: ImageBitmap | null;
}

// The types of the window are not those of a worker, where `postMessage` takes what is handed over.
const port = self as unknown as {
  onmessage: ((event: MessageEvent<LooksTask>) => void) | null;
  postMessage: (message: LooksAnswer, transfer: Transferable[]) => void;
};

function work({ bitmap, adjust, options }: LooksTask): ImageBitmap | null {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = context.getImageData(0, 0, width, height);
  applyAdjustments(pixels, adjust, options);
  context.putImageData(pixels, 0, 0);
  return context.canvas.transferToImageBitmap();
}

port.onmessage = ({ data }) => {
  const bitmap = work(data);
  port.postMessage({ id: data.id, bitmap }, bitmap ? [bitmap] : []);
};
