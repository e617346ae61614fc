/** Named characters that caption files really contain. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
  hellip: '…',
  mdash: '—',
  ndash: '–',
};

const entity = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]{2,6}));/g;

/** Replaces HTML character references; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    entity,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const drawable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return drawable ? String.fromCodePoint(code) : whole;
    },
  );
}

/** `&` where a reader of SRT would see a character reference; any other `&` is written as it is. */
export function escapeAmpersands(text: string): string {
  return text.replaceAll(/&(?=(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,6});)/g, '&amp;');
}

const tagNames = '/?(?:b|i|u|s|em|strong|font|span|c|v|ruby|rt|lang|br|p|div)';

/** Tags that players of SRT know; anything else between angle brackets is words. */
export const srtTag = new RegExp(String.raw`<${tagNames}(?:[\s.][^<>]*)?\s*/?>`, 'gi');

/** The bracket of what may become such a tag, wherever its end stands. */
export const tagOpening = new RegExp(String.raw`<(?=${tagNames}(?:[\s./>]|$))`, 'gi');

/** Override tags of ASS that strayed into SRT: `{\an8}`. */
export const strayOverride = /\{\\[^{}]*\}/g;
