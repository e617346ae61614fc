import { call } from '#renderer/bridge/client.ts';
import type { KitItem } from '#shared/kit/schema.ts';

/** Words that posts of this workspace used, the most used first. */
export interface UsedWords {
  tags: string[];
  handles: string[];
}

/** Recent posts that are looked through, and how long what was found holds (ms). */
const posts = 40;
const fresh = 60_000;

/** Keys by how often they came, the first ones first among equals. */
function byUse(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([word]) => word);
}

/** Mentions in a text; not mail addresses. */
function mentionsIn(text: string): string[] {
  return [...text.matchAll(/(?<![A-Za-z0-9_.@/])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{1,29})/gu)].map(
    (match) => match[1]?.replace(/[.-]+$/, '') ?? '',
  );
}

async function look(): Promise<UsedWords> {
  const [sets, accounts, recent] = await Promise.all([
    call('kit.list', { kind: 'hashtag-set' }) as Promise<KitItem<'hashtag-set'>[]>,
    call('kit.list', { kind: 'account' }) as Promise<KitItem<'account'>[]>,
    call('posts.list', { limit: posts }),
  ]);
  const answers = await Promise.allSettled(recent.items.map(({ id }) => call('posts.get', { id })));
  const read = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const ofSets = sets.flatMap(({ body }) => [...body.tags, ...Object.values(body.perPlatform).flat()]);
  const ofPosts = read.flatMap((post) => [
    ...post.hashtags,
    ...post.targets.flatMap(({ overrides }) => overrides.hashtags ?? []),
  ]);
  return {
    tags: byUse([...ofSets, ...ofPosts]),
    handles: byUse([
      ...accounts.map(({ body }) => body.handle.replace(/^@/, '')).filter((handle) => handle !== ''),
      ...read.flatMap((post) => mentionsIn(post.body)),
    ]),
  };
}

let known: { at: number; words: Promise<UsedWords> } | null = null;

/** Asked for when the first sign of one is typed, then kept for a while. */
export function usedWords(): Promise<UsedWords> {
  if (known === null || Date.now() - known.at > fresh) {
    known = { at: Date.now(), words: look().catch(() => ({ tags: [], handles: [] })) };
  }
  return known.words;
}
