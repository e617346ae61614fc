import { identity, sameMatrix } from '#shared/design/svg/matrix.ts';
import type { Matrix } from '#shared/design/svg/matrix.ts';

/** Px with two decimals at most, which no eye and no printer can tell from more. */
export function px(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return String(Math.round(value * 100) / 100 + 0);
}

/** Factors of a matrix: they are multiplied by thousands of px, so they keep six decimals. */
function factor(value: number): string {
  return String(Math.round(value * 1e6) / 1e6 + 0);
}

/** Characters that XML 1.0 cannot hold at all, not even as references. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
/** Halves of surrogate pairs without the other half. */
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for element content or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(lone, '\ufffd')
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Attributes with a leading blank each; undefined ones are left out. Values are escaped. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}

/** A transform attribute's value in its shortest form; undefined for the map that moves nothing. */
export function transformOf(matrix: Matrix): string | undefined {
  if (sameMatrix(matrix, identity)) return undefined;
  const [a, b, c, d, e, f] = matrix;
  if (sameMatrix([a, b, c, d, 0, 0], identity)) return `translate(${px(e)} ${px(f)})`;
  return `matrix(${[a, b, c, d].map(factor).join(' ')} ${px(e)} ${px(f)})`;
}

/** A colour as SVG 1.1 readers take it: opaque, its alpha apart. */
export function splitColour(colour: string): { colour: string; alpha: number } {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(colour)?.[1];
  if (hex) {
    const wide = hex.length < 6 ? hex.replaceAll(/./g, (digit) => digit + digit) : hex;
    const alpha = wide.length === 8 ? Number.parseInt(wide.slice(6), 16) / 255 : 1;
    return { colour: `#${wide.slice(0, 6).toLowerCase()}`, alpha };
  }
  const rgba = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%?))?\s*\)$/i.exec(colour);
  if (rgba) {
    const [, red, green, blue, alpha, percent] = rgba;
    const share = alpha === undefined ? 1 : Number(alpha) / (percent ? 100 : 1);
    return { colour: `rgb(${red},${green},${blue})`, alpha: share };
  }
  return { colour: colour === 'transparent' ? '#000000' : colour, alpha: colour === 'transparent' ? 0 : 1 };
}

/** An opacity attribute's value; undefined when fully opaque. */
export function opacityOf(alpha: number): string | undefined {
  return alpha >= 1 ? undefined : String(Math.round(Math.max(0, alpha) * 1000) / 1000);
}
