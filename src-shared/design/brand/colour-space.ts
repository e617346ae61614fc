/** A colour in OKLCh (Björn Ottosson, 2020): lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. */
export interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

/** Red, green, blue of 0 to 255 and opacity of 0 to 1, of #rgb, #rrggbb or #rrggbbaa. */
export function channelsOf(hex: string): { red: number; green: number; blue: number; alpha: number } {
  const digits = hex.slice(1);
  const wide = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits;
  const at = (place: number): number => Number.parseInt(wide.slice(place, place + 2), 16);
  return { red: at(0), green: at(2), blue: at(4), alpha: wide.length === 8 ? at(6) / 255 : 1 };
}

/** The light of an sRGB channel, 0 to 1 (IEC 61966-2-1). */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function oklchOf(hex: string): Oklch {
  const { red, green, blue } = channelsOf(hex);
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  const hue = (Math.atan2(bb, a) * 180) / Math.PI;
  return { lightness, chroma: Math.hypot(a, bb), hue: hue < 0 ? hue + 360 : hue };
}

/** The contrast of two opaque colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(first: string, second: string): number {
  const light = (hex: string): number => {
    const { red, green, blue } = channelsOf(hex);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const [one, other] = [light(first), light(second)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
