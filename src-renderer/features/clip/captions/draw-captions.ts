import { presentTokens } from '#renderer/ui/fonts/brand.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Surface } from '#shared/design/draw/environment.ts';
import { drawNode } from '#shared/design/draw/page.ts';
import type { TextNode } from '#shared/design/layers/text.ts';

function surface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  return { context: context as unknown as Canvas2D, image: canvas, width, height };
}

/**
 * Paints laid out captions on a cleared canvas of `width` × `height` CSS px as the painter does; `scale` is CSS px per
 * px of the frame they were laid out for.
 */
export function drawCaptions(
  canvas: HTMLCanvasElement,
  nodes: readonly TextNode[],
  { width, height, scale }: { width: number; height: number; scale: number },
): void {
  const ratio = window.devicePixelRatio;
  const [wide, high] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, wide, high);
  const output = scale * ratio;
  context.scale(output, output);
  const environment: DrawEnvironment = {
    tokens: presentTokens(),
    picture: () => undefined,
    scale: () => output,
    surface,
  };
  for (const node of nodes) drawNode(context as unknown as Canvas2D, node, 1, environment);
}
