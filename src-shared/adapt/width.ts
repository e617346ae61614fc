import { mapWords } from './plain-runs.ts';

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}';
const fullToHalf = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
const halfToFull = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

/** Letters and digits in half or full width; links, mentions and code stay. */
export function lettersTo(width: 'half' | 'full', text: string): string {
  return mapWords(text, width === 'half' ? fullToHalf : halfToFull);
}

const beforeLatin = new RegExp(`(?<=[${han}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[${han}])`, 'gu');
const aroundLatin = new RegExp(`(?<=[${han}]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) +(?=[${han}])`, 'gu');

/** A space between Chinese and Latin letters or digits (盘古之白), or none. */
export function spacesBetween(wanted: boolean, text: string): string {
  return mapWords(text, (words) =>
    wanted ? words.replace(beforeLatin, ' ') : words.replace(aroundLatin, ''),
  );
}

const toFull: Record<string, string> = { ',': '，', '!': '！', '?': '？', ';': '；', ':': '：', '.': '。' };
const afterHan = new RegExp(`(?<=[${han}”’」』）》])[ \\t]*([,!?;:])[ \\t]*`, 'gu');
const fullStop = new RegExp(`(?<=[${han}”’」』）》])\\.(?![.\\p{L}\\p{N}])[ \\t]*(?=[${han}]|$|\\n)`, 'gu');
const bracketed = new RegExp(`\\(([^()\\n]*[${han}][^()\\n]*)\\)`, 'gu');

function chinesePunctuation(words: string): string {
  return words
    .replace(/(?:(?<![.\d])\.{3,6}(?!\.)|…)+/gu, '……')
    .replace(afterHan, (_match, sign: string) => toFull[sign] ?? sign)
    .replace(fullStop, '。')
    .replace(bracketed, '（$1）');
}

const toHalf: Record<string, string> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '．': '.',
  '！': '!',
  '？': '?',
  '；': ';',
  '：': ':',
};

function latinPunctuation(words: string): string {
  return words
    .replace(/…+/gu, '...')
    .replace(/([，、。．！？；：])([\p{L}\p{N}“‘「『（(《])?/gu, (_match, sign: string, next?: string) =>
      next === undefined ? (toHalf[sign] ?? sign) : `${toHalf[sign] ?? sign} ${next}`,
    )
    .replace(/（/gu, '(')
    .replace(/）/gu, ')');
}

/** Commas, stops and brackets as the language writes them: full width beside Chinese, or half width everywhere. */
export function punctuationOf(language: 'zh' | 'en', text: string): string {
  return mapWords(text, language === 'zh' ? chinesePunctuation : latinPunctuation);
}

const quoteSigns = {
  curly: ['“', '”', '‘', '’'],
  corner: ['「', '」', '『', '』'],
  straight: ['"', '"', "'", "'"],
} as const;
export type QuoteStyle = keyof typeof quoteSigns;

/**
 * Quotation marks of one style: “ ” for Simplified Chinese and English, 「 」 for Traditional Chinese, or straight
 * ones. Straight marks open and close in turns within a paragraph; an apostrophe stays an apostrophe.
 */
export function quotesOf(style: QuoteStyle, text: string): string {
  const [open, close, openInner, closeInner] = quoteSigns[style];
  return text
    .split('\n')
    .map((line) => {
      let opened = false;
      return mapWords(line, (words) =>
        words
          .replace(/["＂]/gu, (sign) => {
            if (style === 'straight') return sign;
            opened = !opened;
            return opened ? open : close;
          })
          .replace(/[“「]/gu, open)
          .replace(/[”」]/gu, close)
          .replace(/(?<![\p{Script=Latin}\p{N}])[‘『]|『/gu, openInner)
          .replace(/』|’(?![\p{Script=Latin}])(?<![sS]’)/gu, closeInner),
      );
    })
    .join('\n');
}
