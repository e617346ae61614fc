import type { ColourLook } from '#shared/clip/render/colour-table.ts';
import { type ColourPainter, createColourPainter, sizeOfSource } from './colour-gl.ts';

type Still = HTMLImageElement | HTMLCanvasElement;

/** Pictures that stand still, drawn through their looks by one painter: graphics cards allow but a few. */
export interface StillLooks {
  /** The picture of a segment with its looks; itself where there are none. */
  of(
    segment: string,
    source: Still,
    look: ColourLook | null,
    tokens: Readonly<Record<string, string>>,
  ): Still;
  close(): void;
}

/** Drawn pictures that are kept; a segment that is on screen is among the last two. */
const kept = 6;

interface Drawn {
  canvas: HTMLCanvasElement;
  /** What it was drawn from; '' when that may have changed meanwhile. */
  address: string;
  adjustments: ColourLook['adjustments'];
  table: ColourLook['table'];
  tokens: object;
}

export function createStillLooks(): StillLooks {
  const drawn = new Map<string, Drawn>();
  let painter: ColourPainter | null | undefined;

  function fresh(one: Drawn, source: Still, look: ColourLook, tokens: object): boolean {
    const same = one.adjustments === look.adjustments && one.table === look.table && one.tokens === tokens;
    return same && one.address !== '' && source instanceof HTMLImageElement && one.address === source.src;
  }

  return {
    of(segment, source, look, tokens) {
      if (!look) return source;
      const { width } = sizeOfSource(source);
      if (width === 0) return source;
      const known = drawn.get(segment);
      if (known && fresh(known, source, look, tokens)) return known.canvas;
      painter ??= createColourPainter();
      if (!painter) return source;
      painter.draw(source, look, tokens);
      const canvas = known?.canvas ?? document.createElement('canvas');
      canvas.width = painter.canvas.width;
      canvas.height = painter.canvas.height;
      canvas.getContext('2d')?.drawImage(painter.canvas, 0, 0);
      const address = source instanceof HTMLImageElement ? source.src : '';
      drawn.delete(segment);
      drawn.set(segment, { canvas, address, ...look, tokens });
      for (const [old] of drawn) {
        if (drawn.size <= kept) break;
        drawn.delete(old);
      }
      return canvas;
    },
    close() {
      painter?.close();
      drawn.clear();
    },
  };
}
