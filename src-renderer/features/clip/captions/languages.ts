import type { Cue } from '#shared/clip/edit/captions.ts';

/** Languages on offer (BCP 47), the two of the studio first; a track keeps any other that it came with. */
export const commonLanguages = [
  'zh',
  'zh-Hant',
  'en',
  'ja',
  'ko',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'nl',
  'pl',
  'ru',
  'uk',
  'tr',
  'ar',
  'hi',
  'id',
  'th',
  'vi',
] as const;

/** The name of a language in the language of the reader; its code when it has none. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    // Not a well-formed tag.
    return code;
  }
}

const threeLetters: Readonly<Record<string, string>> = {
  chi: 'zh',
  zho: 'zh',
  chs: 'zh',
  sc: 'zh',
  cht: 'zh-Hant',
  tc: 'zh-Hant',
  eng: 'en',
  jpn: 'ja',
  kor: 'ko',
  spa: 'es',
  fre: 'fr',
  fra: 'fr',
  ger: 'de',
  deu: 'de',
};

function fromName(name: string): string | null {
  const tag = /[._\- ]([A-Za-z]{2,3})(?:[-_](Hans|Hant|[A-Za-z]{2}))?\.[a-z]{3}$/.exec(name);
  const code = tag?.[1]?.toLowerCase();
  if (code === undefined) return null;
  const region = tag?.[2]?.toLowerCase();
  if (code === 'zh') return region && ['hant', 'tw', 'hk', 'mo'].includes(region) ? 'zh-Hant' : 'zh';
  return threeLetters[code] ?? (commonLanguages.some((known) => known === code) ? code : null);
}

const samples = 60;

/** The language of captions: as their file's name says (`talk.en.srt`), else by their letters, else `otherwise`. */
export function guessLanguage(name: string, cues: readonly Pick<Cue, 'text'>[], otherwise: string): string {
  const named = fromName(name);
  if (named !== null) return named;
  const text = cues
    .slice(0, samples)
    .map((cue) => cue.text)
    .join(' ');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  return /\p{Script=Latin}/u.test(text) ? 'en' : otherwise;
}
