import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { Surface } from '#shared/design/draw/environment.ts';

/** Sheets come in steps of this many px, so that a layer that moves by a fraction finds its last one again. */
const step = 128;

interface Kept {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
}

/** Sheets for effects, used again in the next frame instead of being made anew. */
export class Surfaces {
  private free: Kept[] = [];
  private taken: Kept[] = [];

  /** A clear sheet that is at least as large as asked for. */
  take(width: number, height: number): Surface {
    const wide = Math.ceil(width / step) * step;
    const high = Math.ceil(height / step) * step;
    const at = this.free.findIndex(({ canvas }) => canvas.width === wide && canvas.height === high);
    const kept = at >= 0 ? this.free.splice(at, 1)[0] : undefined;
    const sheet = kept ?? makeSheet(wide, high);
    if (kept) sheet.context.clearRect(0, 0, wide, high);
    this.taken.push(sheet);
    const context = sheet.context as unknown as Canvas2D;
    return { context, image: sheet.canvas, width, height };
  }

  /** After a layer is drawn, its sheets may be drawn on again. */
  release(): void {
    if (this.taken.length === 0) return;
    this.free.push(...this.taken);
    this.taken = [];
    // What was not asked for lately is at the front.
    if (this.free.length > 8) this.free.splice(0, this.free.length - 8);
  }
}

function makeSheet(width: number, height: number): Kept {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  return { canvas, context };
}
