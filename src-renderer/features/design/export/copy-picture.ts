import { GalleyError } from '#shared/contract/failure.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { Surface } from '#shared/design/draw/environment.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import { onlyLayers } from '#shared/design/export/painting-area.ts';
import type { Editor } from '../session/editor.ts';

/** Beyond this many px the clipboard of some systems gives up. */
const mostPixels = 32_000_000;

function makeSurface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  return { context: context as unknown as Canvas2D, image: canvas, width, height };
}

async function paint(editor: Editor, scale: number): Promise<Blob> {
  const { body, pageId, selection } = editor.store.snapshot();
  const alone = selection.length > 0 ? onlyLayers(body, pageId, selection) : null;
  const shown = alone ?? body;
  const fitting = Math.min(scale, Math.sqrt(mostPixels / (shown.width * shown.height)));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(shown.width * fitting)),
    Math.max(1, Math.round(shown.height * fitting)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  context.scale(fitting, fitting);
  const { environment } = editor.pictures;
  drawPage(
    context as unknown as Canvas2D,
    shown,
    pageId,
    {
      tokens: environment.tokens,
      picture: environment.picture,
      scale: () => fitting,
      surface: makeSurface,
    },
    alone ? null : 'page',
  );
  return canvas.convertToBlob({ type: 'image/png' });
}

/**
 * Puts the selected layers (without paper), or else the page, on the clipboard as a PNG.
 * Throws `unavailable` when the browser does not allow it.
 */
export async function copyPicture(editor: Editor, scale: number): Promise<void> {
  try {
    // The promise itself, not its value: some browsers forget the click while a picture is painted.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': paint(editor, scale) })]);
  } catch (error) {
    throw new GalleyError(
      'unavailable',
      {
        en: 'This browser does not let pictures onto the clipboard. Export a PNG instead, or allow the clipboard in the browser’s settings.',
        zh: '浏览器不允许将图片复制到剪贴板。请改为导出 PNG，或在浏览器设置中允许访问剪贴板。',
      },
      String(error),
    );
  }
}
