import { Canvas, GlobalFonts, setTextRenderer } from '@napi-rs/canvas';
import { GalleyError } from '#shared/contract/failure.ts';
import { registerFontFamilies } from '#shared/design/fonts.ts';
import type { OwnFontFile } from '#main/ports/painter.ts';
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

const registered = new Set<string>();

/** Registers a font file once; throws `unreadable-file`. */
function register(path: string, family: string): void {
  const key = `${family}\u0000${path}`;
  if (registered.has(key)) return;
  if (GlobalFonts.registerFromPath(path, family) === null) {
    throw new GalleyError(
      'unreadable-file',
      {
        en: `The font file ${path} cannot be read. Install Galley again, or bring your font again.`,
        zh: `无法读取字体文件 ${path}。请重新安装 Galley，或重新添加该字体。`,
      },
      { path, family },
    );
  }
  registered.add(key);
}

let installed = false;

/**
 * Readies this process for `layoutText` and for drawing: the text renderer, the bundled fonts, and the
 * `OffscreenCanvas` that pretext measures with. With `families` only those are registered, and a later call
 * adds others: unpacking the WOFF2 of LXGW WenKai takes 310 ms, all others together 10.
 */
export function installTextMeasurer(
  projectRoot: string,
  renderer: TextRenderer,
  families?: ReadonlySet<string>,
): void {
  if (!installed) {
    setTextRenderer(renderer);
    Object.defineProperty(globalThis, 'OffscreenCanvas', { value: MeasuringCanvas, configurable: true });
    installed = true;
  }
  for (const font of fontFiles(projectRoot)) {
    if (families === undefined || families.has(font.family)) register(font.path, font.family);
  }
}

/** Makes the user's own fonts known to this process, for layout and for drawing; each file is read once. */
export function installOwnFonts(fonts: readonly OwnFontFile[]): void {
  for (const font of fonts) register(font.path, font.family);
  const families = Map.groupBy(fonts, (font) => font.family);
  registerFontFamilies(
    [...families].map(([family, faces]) => ({
      family,
      ascent: faces[0]?.ascent ?? 0.88,
      descent: faces[0]?.descent ?? 0.12,
      weights: faces.map((face) => face.weight),
    })),
  );
}
