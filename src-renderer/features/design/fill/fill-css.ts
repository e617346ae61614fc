import { resolveColour } from '#shared/design/colours.ts';
import type { Fill, Gradient, GradientStop } from '#shared/design/paint.ts';

type Tokens = Readonly<Record<string, string>>;

/** The colours of stops from left to right, for bars and small patches. */
export function stopsCss(stops: readonly GradientStop[], tokens: Tokens): string {
  return stops
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, colour }) => `${resolveColour(colour, tokens)} ${at * 100}%`)
    .join(', ');
}

/** A CSS background that looks as the fill does; pictures are shown by their own address. */
export function fillCss(fill: Fill, tokens: Tokens, address: (assetId: string) => string): string {
  if (typeof fill === 'string') return resolveColour(fill, tokens);
  if (fill.kind === 'picture')
    return fill.assetId === '' ? 'none' : `center / cover url("${address(fill.assetId)}")`;
  const stops = stopsCss(fill.stops, tokens);
  // CSS counts from upwards, the document from rightwards.
  if (fill.kind === 'linear') return `linear-gradient(${fill.angle + 90}deg, ${stops})`;
  const { x, y } = fill.centre;
  return `radial-gradient(circle at ${x * 100}% ${y * 100}%, ${stops})`;
}

/** The colour of a gradient at a place, between its neighbours in sRGB as canvases do it. */
export function colourAt(gradient: Gradient, at: number, tokens: Tokens): string {
  const stops = gradient.stops.toSorted((one, other) => one.at - other.at);
  const after = stops.findIndex((stop) => stop.at >= at);
  const right = stops[after === -1 ? stops.length - 1 : after];
  const left = stops[Math.max(0, (after === -1 ? stops.length : after) - 1)] ?? right;
  if (!left || !right) return '#000000';
  const share = right.at === left.at ? 0 : (at - left.at) / (right.at - left.at);
  const [from, to] = [left, right].map(({ colour }) => channels(resolveColour(colour, tokens)));
  const mixed = [0, 1, 2, 3].map((index) => {
    const [one = 0, other = 0] = [from?.[index], to?.[index]];
    const value = Math.round(one + (other - one) * Math.min(1, Math.max(0, share)));
    return value.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`.replace(/^(#......)ff$/, '$1');
}

function channels(hex: string): number[] {
  const digits = hex.slice(1);
  const wide = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits;
  return [0, 2, 4, 6].map((at) => (at >= wide.length ? 255 : Number.parseInt(wide.slice(at, at + 2), 16)));
}
