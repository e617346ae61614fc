import { IconLayout, IconMovie, IconMusic, IconPencil, IconPhoto } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useAllActions } from '#renderer/commands/registry.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, isEnabled } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';

export interface PaletteEntry {
  id: string;
  word: string;
  group: 'actions' | 'posts' | 'designs' | 'library';
  icon: Action['icon'];
  keys: readonly string[];
  run(): void;
}

/** Milliseconds of quiet before records are searched. */
const searchDelay = 120;
const recordsShown = 6;

/** Every letter of `query` in order within `word`; lower is better, null when it does not match. */
export function matchScore(word: string, query: string): number | null {
  const haystack = word.toLowerCase();
  const needle = query.toLowerCase().trim();
  if (needle === '') return 0;
  const direct = haystack.indexOf(needle);
  if (direct >= 0) return direct === 0 || haystack[direct - 1] === ' ' ? direct / 1000 : 1 + direct / 1000;
  let at = -1;
  let gaps = 0;
  for (const letter of needle.replaceAll(' ', '')) {
    const next = haystack.indexOf(letter, at + 1);
    if (next < 0) return null;
    gaps += at < 0 ? 0 : next - at - 1;
    at = next;
  }
  return 2 + gaps;
}

async function searchRecords(
  search: string,
  untitled: string,
  navigate: (path: string) => void,
): Promise<PaletteEntry[]> {
  const input = { search, limit: recordsShown };
  const [posts, designs, assets] = await Promise.all([
    call('posts.list', input),
    call('designs.list', input),
    call('assets.list', input),
  ]);
  const assetIcons = { image: IconPhoto, video: IconMovie, audio: IconMusic };
  const entry = (
    group: PaletteEntry['group'],
    id: string,
    word: string,
    icon: Action['icon'],
    path: string,
  ): PaletteEntry => ({ id: `${group}:${id}`, word, group, icon, keys: [], run: () => navigate(path) });
  return [
    ...posts.items.map((post) =>
      entry('posts', post.id, post.title || post.excerpt || untitled, IconPencil, `/posts/${post.id}`),
    ),
    ...designs.items.map((design) =>
      entry('designs', design.id, design.name, IconLayout, `/designs/${design.id}`),
    ),
    ...assets.items.map((asset) =>
      entry('library', asset.id, asset.name, assetIcons[asset.kind], `/library?asset=${asset.id}`),
    ),
  ];
}

/** What the palette offers for a query: matching actions first, then records found by the core. */
export function usePaletteEntries(query: string, navigate: (path: string) => void): PaletteEntry[] {
  const words = useWords();
  const actions = useAllActions();
  const [found, setFound] = useState<PaletteEntry[]>([]);
  const searching = query.trim() !== '';

  useEffect(() => {
    const search = query.trim();
    if (search === '') return;
    let stale = false;
    const timer = setTimeout(() => {
      // A failed search leaves the actions, which need no core.
      searchRecords(search, words.t('app.untitled'), navigate).then(
        (entries) => !stale && setFound(entries),
        () => !stale && setFound([]),
      );
    }, searchDelay);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query, navigate, words]);

  return useMemo(() => {
    const seen = new Set<string>();
    const matching = actions
      .filter((action) => !action.hidden && isEnabled(action))
      .flatMap((action) => {
        const word = actionWord(action, words);
        const score = matchScore(word, query);
        if (score === null || seen.has(action.id)) return [];
        seen.add(action.id);
        return [{ action, word, score }];
      })
      // The screen's own actions before those of the frame.
      .sort((one, other) => one.score - other.score || rank(one.action) - rank(other.action));
    return [
      ...matching.map(
        ({ action, word }): PaletteEntry => ({
          id: action.id,
          word,
          group: 'actions',
          icon: action.icon,
          keys: action.keys ?? [],
          run: () => runAction(action),
        }),
      ),
      ...(searching ? found : []),
    ];
  }, [actions, query, searching, found, words]);
}

function rank(action: Action): number {
  return action.id.startsWith('app.') ? 1 : 0;
}
