/** The first character of each initial in the order of pinyin; i, u and v begin no syllable. */
const boundaries = { zh: '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀' }.zh;
const initials = 'abcdefghjklmnopqrstwxyz';

const order = new Intl.Collator('zh-CN-u-co-pinyin');
const known = new Map<string, string>();

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character))
    return /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : '';
  const before = known.get(character);
  if (before !== undefined) return before;
  let at = boundaries.length - 1;
  while (at > 0 && order.compare(character, boundaries.charAt(at)) < 0) at--;
  const initial = initials.charAt(at);
  known.set(character, initial);
  return initial;
}

/** First letters of the pinyin of Chinese words, so that `bg` finds 表格; other letters stay. */
export function pinyinInitials(words: string): string {
  return Array.from(words, initialOf).join('');
}
