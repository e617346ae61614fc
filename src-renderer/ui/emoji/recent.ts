const recentKey = 'galley.recent-emoji';
const toneKey = 'galley.emoji-tone';
const most = 16;

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
  const next = [unicode, ...recentEmojis().filter((each) => each !== unicode)].slice(0, most);
  localStorage.setItem(recentKey, JSON.stringify(next));
}

/** 0 for none, 1 light to 5 dark. */
export function keptTone(): number {
  const tone = Number(localStorage.getItem(toneKey));
  return Number.isInteger(tone) && tone >= 0 && tone <= 5 ? tone : 0;
}

export function keepTone(tone: number): void {
  localStorage.setItem(toneKey, String(tone));
}
