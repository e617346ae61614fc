import english from 'emojibase-data/en/compact.json';
import chinese from 'emojibase-data/zh/compact.json';

export interface Emoji {
  unicode: string;
  /** Group of Unicode's emoji list, 0 to 9; 2 is for parts of other emoji. */
  group: number;
  names: { en: string; zh: string };
  /** Names and key words of both languages, in lower case. */
  words: string;
}

const inChinese = new Map(chinese.map((each) => [each.hexcode, each]));

/** Every emoji that stands for itself, in Unicode's order. */
export const emojis: readonly Emoji[] = english
  .flatMap((each) => {
    const { group, order, label, tags, unicode, hexcode } = each;
    if (group === undefined || group === 2) return [];
    const other = inChinese.get(hexcode);
    const names = { en: label, zh: other?.label ?? label };
    const words = [label, ...(tags ?? []), names.zh, ...(other?.tags ?? [])].join(' ').toLowerCase();
    return [{ order: order ?? 0, emoji: { unicode, group, names, words } }];
  })
  .toSorted((one, other) => one.order - other.order)
  .map(({ emoji }) => emoji);

/** Emoji that all words of a search are found in, in either language. */
export function searchEmojis(search: string): readonly Emoji[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return emojis;
  return emojis.filter((emoji) =>
    words.every((word) => emoji.words.includes(word) || emoji.unicode === word),
  );
}

const recentKey = 'galley.recent-emoji';

/** Emoji used last in this browser, newest first. */
export function recentEmojis(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    // Someone else's text under this name: as if none had been used.
    return [];
  }
}

export function rememberEmoji(unicode: string): void {
  const next = [unicode, ...recentEmojis().filter((each) => each !== unicode)].slice(0, 16);
  localStorage.setItem(recentKey, JSON.stringify(next));
}
