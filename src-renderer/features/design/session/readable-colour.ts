import { resolveColour } from '#shared/design/colours.ts';
import type { Point } from '#shared/design/geometry.ts';
import { layersAt } from '#shared/design/geometry.ts';
import type { DesignBody } from '#shared/design/schema.ts';

function isDark(colour: string): boolean {
  const hex = resolveColour(colour, {}).slice(1);
  const wide = hex.length < 6 ? hex.replaceAll(/./g, '$&$&') : hex;
  const [red = 255, green = 255, blue = 255] = [0, 2, 4].map((at) =>
    Number.parseInt(wide.slice(at, at + 2), 16),
  );
  // Perceived brightness by the weights of Rec. 601, 0 to 255.
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/** Ink where the page or the filled shape at that point is light, paper where it is dark. Pictures are not looked at. */
export function readableColour(body: DesignBody, pageId: string, at: Point): string {
  const filled = layersAt(body, pageId, at).flatMap((node) =>
    (node.type === 'rectangle' || node.type === 'ellipse') && node.fill !== null ? [node.fill] : [],
  );
  const ground = filled[0] ?? body.pages[pageId]?.background ?? '#ffffff';
  return isDark(ground) ? 'token:paper' : 'token:ink';
}
