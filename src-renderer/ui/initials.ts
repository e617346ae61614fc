const firstLetter = (word = ''): string => /^\P{M}\p{M}*/u.exec(word)?.[0] ?? '';

/** First letters of the first two words, or the first Han character. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = firstLetter(words[0]) || '·';
  if (/\p{Script=Han}/u.test(first)) return first;
  return (first + firstLetter(words[1])).toUpperCase();
}
