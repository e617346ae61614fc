import { z } from 'zod';
import { type Bilingual, bilingualSchema } from '../contract/failure.ts';
import type { KitItem } from '../kit/schema.ts';
import { type WordEntry, type WordList, wordListSchema } from '../kit/word-list.ts';
import { createWordFinder, longestHits, type WordHit } from './find-words.ts';
import { fold } from './fold.ts';
import { remembering } from './remember.ts';

/** A file of `resources/word-lists`; its name without `.json` is the list's id. */
export const wordListFileSchema = z.strictObject({ name: bilingualSchema, list: wordListSchema });

/** A list as checks use it. A list that stands for a shipped one keeps that one's id. */
export interface NamedList {
  id: string;
  name: Bilingual;
  list: WordList;
}

/** The lists of a workspace: what it keeps stands in place of the shipped list that it is based on. */
export function listsInForce(shipped: readonly NamedList[], kept: readonly KitItem[]): NamedList[] {
  const own = kept
    .filter((item): item is KitItem<'word-list'> => item.kind === 'word-list' && item.trashedAt === null)
    .toSorted((one, other) => one.updatedAt.localeCompare(other.updatedAt));
  const lists = new Map(shipped.map((each) => [each.id, each]));
  for (const { id, name, body } of own) {
    const { basedOn, ...list } = body;
    lists.set(basedOn ?? id, {
      id: basedOn ?? id,
      name: lists.get(basedOn ?? '')?.name ?? { en: name, zh: name },
      list,
    });
  }
  return [...lists.values()];
}

/** An entry where it stands in a text. */
export interface EntryHit {
  list: NamedList;
  entry: WordEntry;
  /** UTF-16 indexes in the text as it was given. */
  from: number;
  to: number;
}

/** Every list that is switched on, ready to look through texts. */
export interface CompiledLists {
  lists: readonly NamedList[];
  /** All hits, of hits of one list that overlap only the longest. */
  hits(text: string): readonly EntryHit[];
}

interface Pattern {
  list: NamedList;
  entry: WordEntry;
  expression: RegExp;
  except: string[];
}

/** A pattern as it is searched: Unicode, case ignored; null where it is no regular expression. */
export function patternOf(word: string): RegExp | null {
  try {
    return new RegExp(word, 'giu');
  } catch {
    return null;
  }
}

/** A pattern finds at most so much of one text, and nothing of a text longer than this. */
const patternLimits = { hits: 200, length: 50_000 };

export function compileLists(all: readonly NamedList[]): CompiledLists {
  const lists = all.filter(({ list }) => list.on);
  const words: { list: NamedList; entry: WordEntry; group: number }[] = [];
  const patterns: Pattern[] = [];
  for (const [group, list] of lists.entries()) {
    for (const entry of list.list.entries) {
      if (!entry.pattern) words.push({ list, entry, group });
      else {
        const expression = patternOf(entry.word);
        const except = (entry.except ?? []).map(fold);
        if (expression) patterns.push({ list, entry, expression, except });
      }
    }
  }
  const finder = createWordFinder(
    words.map(({ entry, group }) => ({ word: entry.word, except: entry.except ?? [], group })),
  );
  const look = (text: string): readonly EntryHit[] => {
    const folded = fold(text);
    const byList = new Map<NamedList, (WordHit & { entry: WordEntry })[]>();
    const add = (list: NamedList, entry: WordEntry, from: number, to: number): void => {
      const found = byList.get(list) ?? [];
      found.push({ index: 0, entry, from, to });
      byList.set(list, found);
    };
    for (const { index, from, to } of finder.find(folded)) {
      const word = words[index];
      if (word) add(word.list, word.entry, from, to);
    }
    for (const pattern of folded.length > patternLimits.length ? [] : patterns) {
      const { list, entry, expression, except } = pattern;
      let count = 0;
      for (const match of folded.matchAll(expression)) {
        if (match[0] === '' || ++count > patternLimits.hits) break;
        const to = match.index + match[0].length;
        if (!except.some((allowed) => allowed.includes(match[0]))) add(list, entry, match.index, to);
      }
    }
    return [...byList].flatMap(([list, found]) =>
      longestHits(found).map(({ entry, from, to }) => ({ list, entry, from, to })),
    );
  };
  return {
    lists,
    hits: remembering(look),
  };
}
