import { Canvas, GlobalFonts, setTextRenderer } from '@napi-rs/canvas';
import { GalleyError } from '#shared/contract/failure.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';

/**
 * 'system' draws text as Chromium does on this system; 'portable' draws the same edges on every system,
 * for tests. Widths, and so the line breaks, are the same in both.
 */
export type TextRenderer = 'system' | 'portable';

/** What pretext asks of a browser, over the same library that paints. */
class MeasuringCanvas {
  readonly canvas: Canvas;

  constructor(width: number, height: number) {
    this.canvas = new Canvas(width, height);
  }

  getContext(): unknown {
    return this.canvas.getContext('2d');
  }
}

let installedFor: string | null = null;

/**
 * Readies this process for `layoutText` and for drawing: the text renderer, the bundled fonts, and the
 * `OffscreenCanvas` that pretext measures with. Only the first call does anything.
 */
export function installTextMeasurer(projectRoot: string, renderer: TextRenderer): void {
  if (installedFor !== null) return;
  setTextRenderer(renderer);
  for (const font of fontFiles(projectRoot)) {
    if (GlobalFonts.registerFromPath(font.path, font.family) === null) {
      throw new GalleyError(
        'unreadable-file',
        {
          en: `The font file ${font.path} cannot be read. Install Galley again.`,
          zh: `无法读取字体文件 ${font.path}。请重新安装 Galley。`,
        },
        { font: font.id },
      );
    }
  }
  Object.defineProperty(globalThis, 'OffscreenCanvas', { value: MeasuringCanvas, configurable: true });
  installedFor = projectRoot;
}
