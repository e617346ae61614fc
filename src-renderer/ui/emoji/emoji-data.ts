import english from 'emojibase-data/en/compact.json';
import shortcodes from 'emojibase-data/en/shortcodes/github.json';
import chinese from 'emojibase-data/zh/compact.json';

export interface Emoji {
  unicode: string;
  /** Group of Unicode's emoji list, 0 to 9; 2, parts of other emoji, is left out. */
  group: number;
  names: { en: string; zh: string };
  /** Names and key words of both languages, in small letters. */
  words: string;
  /** The same in the five skin tones, light to dark; empty where there are none. */
  tones: readonly string[];
}

const inChinese = new Map(chinese.map((each) => [each.hexcode, each]));
/** The modifiers of Unicode, light to dark. */
const modifiers = ['1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'] as const;

function codesOf(hexcode: string): string {
  const codes = (shortcodes as Record<string, string | string[]>)[hexcode] ?? [];
  return [codes].flat().join(' ').replaceAll('_', ' ');
}

function tonesOf(skins: readonly { hexcode: string; unicode: string }[]): string[] {
  const tones = modifiers.map((modifier) =>
    skins.find(({ hexcode }) => {
      const own = hexcode.split('-').filter((part) => modifiers.some((each) => each === part));
      return own.length > 0 && own.every((part) => part === modifier);
    }),
  );
  return tones.flatMap((tone) => (tone ? [tone.unicode] : []));
}

/** Every emoji that stands for itself, in Unicode's order. */
export const emojis: readonly Emoji[] = english
  .flatMap((each) => {
    const { group, order, label, tags, unicode, hexcode } = each;
    if (group === undefined || group === 2) return [];
    const other = inChinese.get(hexcode);
    const names = { en: label, zh: other?.label ?? label };
    const words = [label, codesOf(hexcode), ...(tags ?? []), names.zh, ...(other?.tags ?? [])];
    const tones = 'skins' in each && Array.isArray(each.skins) ? tonesOf(each.skins) : [];
    return [
      {
        order: order ?? 0,
        emoji: {
          unicode,
          group,
          names,
          words: ` ${words.join(' ').toLowerCase()}`,
          tones: tones.length === 5 ? tones : [],
        },
      },
    ];
  })
  .toSorted((one, other) => one.order - other.order)
  .map(({ emoji }) => emoji);

/** Emoji that every word of a search is found in, in either language; those of that name first. */
export function searchEmojis(search: string): readonly Emoji[] {
  const words = search.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  if (words.length === 0) return emojis;
  const found = emojis.filter((emoji) =>
    words.every((word) => emoji.words.includes(word) || emoji.unicode === word),
  );
  const wanted = words.join(' ');
  const rank = ({ names, words: all }: Emoji): number => {
    if (names.en === wanted || names.zh === wanted) return 0;
    if (names.en.startsWith(wanted) || names.zh.startsWith(wanted)) return 1;
    return words.every((word) => all.includes(` ${word}`)) ? 2 : 3;
  };
  return found.toSorted((one, other) => rank(one) - rank(other));
}

/** The emoji in a skin tone, 0 for none, 1 light to 5 dark. */
export function toned(emoji: Emoji, tone: number): string {
  return emoji.tones[tone - 1] ?? emoji.unicode;
}
