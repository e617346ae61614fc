import type { DesignBody } from '#shared/design/schema.ts';

const recentKey = 'galley.recent-colours';
const mostRecent = 12;

/** Colours used last in this browser, newest first. */
export function recentColours(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    // Someone else's text under this name: as if nothing had been used.
    return [];
  }
}

/** Remembers a colour that was chosen; a brand colour is at hand anyway. */
export function rememberColour(colour: string): void {
  if (colour.startsWith('token:')) return;
  const next = [colour, ...recentColours().filter((each) => each !== colour)].slice(0, mostRecent);
  localStorage.setItem(recentKey, JSON.stringify(next));
}

function collect(value: unknown, found: Map<string, number>): void {
  if (typeof value === 'string') {
    if (/^#[0-9a-f]{3,8}$/i.test(value))
      found.set(value.toLowerCase(), (found.get(value.toLowerCase()) ?? 0) + 1);
  } else if (Array.isArray(value)) for (const each of value) collect(each, found);
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) collect(each, found);
}

/** The hex colours that a design uses, the most used first; words that look like one do not count. */
export function documentColours(body: DesignBody, most = 18): string[] {
  const found = new Map<string, number>();
  for (const page of Object.values(body.pages)) collect(page.background, found);
  for (const node of Object.values(body.nodes)) {
    const { text: _words, value: _said, d: _path, name: _name, ...looks } = node as Record<string, unknown>;
    collect(looks, found);
  }
  return [...found]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([colour]) => colour);
}
