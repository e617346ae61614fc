import { resolveColour } from '#shared/design/colours.ts';
import type { Point } from '#shared/design/geometry.ts';
import { layersAt } from '#shared/design/geometry.ts';
import type { Fill } from '#shared/design/paint.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { presentTokens } from '#renderer/ui/fonts/brand.ts';

/** Perceived brightness by the weights of Rec. 601, 0 to 255. */
function brightness(colour: string): number {
  const hex = resolveColour(colour, presentTokens()).slice(1);
  const wide = hex.length < 6 ? hex.replaceAll(/./g, '$&$&') : hex;
  const [red = 255, green = 255, blue = 255] = [0, 2, 4].map((at) =>
    Number.parseInt(wide.slice(at, at + 2), 16),
  );
  return red * 0.299 + green * 0.587 + blue * 0.114;
}

/** Of a gradient its colours on average count; a picture is not looked at and taken for light. */
function isDark(fill: Fill): boolean {
  if (typeof fill === 'string') return brightness(fill) < 128;
  if (fill.kind === 'picture') return false;
  const sum = fill.stops.reduce((total, { colour }) => total + brightness(colour), 0);
  return sum / fill.stops.length < 128;
}

/** Ink where the page or the filled shape at that point is light, paper where it is dark. Pictures are not looked at. */
export function readableColour(body: DesignBody, pageId: string, at: Point): string {
  const filled = layersAt(body, pageId, at).flatMap((node) =>
    (node.type === 'rectangle' || node.type === 'ellipse' || node.type === 'polygon') && node.fill !== null
      ? [node.fill]
      : [],
  );
  const ground = filled[0] ?? body.pages[pageId]?.background ?? '#ffffff';
  return isDark(ground) ? 'token:paper' : 'token:ink';
}
