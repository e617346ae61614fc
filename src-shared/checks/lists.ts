import { z } from 'zod';
import { type Bilingual, bilingualSchema } from '../contract/failure.ts';
import type { KitItem } from '../kit/schema.ts';
import { type WordEntry, type WordList, wordListSchema } from '../kit/word-list.ts';
import { createWordFinder, longestHits, type WordHit } from './find-words.ts';
import { fold } from './fold.ts';
import { linesOf } from '../platforms/counters/pieces.ts';
import { remembering } from './remember.ts';
import { staysInLine } from './stays-in-line.ts';

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
  /** It finds in every line by itself what it finds in the text. */
  inLine: boolean;
}

/** What one pattern finds in a line or text. */
interface PatternHits {
  places: { from: number; to: number; allowed: boolean }[];
  /** It found nothing at a place where it matched, and looks no further. */
  ended: boolean;
}

/** What is found in one line. */
interface LineHits {
  folded: string;
  words: readonly WordHit[];
  /** By the index of the pattern; only such as find something. */
  patterns: ReadonlyMap<number, PatternHits>;
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

/** All places of a pattern up to the limit of one text. */
function searched({ expression, except }: Pattern, folded: string): PatternHits {
  const places: PatternHits['places'] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(folded); match; match = expression.exec(folded)) {
    const [words] = match;
    if (words === '' || places.length >= patternLimits.hits) return { places, ended: true };
    const to = match.index + words.length;
    places.push({ from: match.index, to, allowed: except.some((allowed) => allowed.includes(words)) });
  }
  return { places, ended: false };
}

/** Finds a text in which none of the patterns finds anything, in one search. */
function anyOf(patterns: readonly Pattern[]): RegExp {
  const sources = patterns.map(({ expression }) => `(?:${expression.source})`);
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'), 'iu');
}

/** Lines that are not looked at again: texts of the targets of a post share most of theirs. */
const keptLines = 512;

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
        const inLine = staysInLine(entry.word);
        if (expression) patterns.push({ list, entry, expression, except, inLine });
      }
    }
  }
  const finder = createWordFinder(
    words.map(({ entry, group }) => ({ word: entry.word, except: entry.except ?? [], group })),
  );
  const acrossLines = words.some(({ entry }) =>
    [entry.word, ...(entry.except ?? [])].some((word) => fold(word).includes('\n')),
  );
  const anyInLine = anyOf(patterns.filter(({ inLine }) => inLine));
  /** Some pattern has to see whole texts. */
  const readsTexts = patterns.some(({ inLine }) => !inLine);
  const lookAtLine = remembering((line): LineHits => {
    const folded = fold(line);
    const found = new Map<number, PatternHits>();
    if (!anyInLine.test(folded)) return { folded, words: finder.find(folded), patterns: found };
    for (const [index, pattern] of patterns.entries()) {
      if (!pattern.inLine) continue;
      const hits = searched(pattern, folded);
      if (hits.ended || hits.places.length > 0) found.set(index, hits);
    }
    return { folded, words: finder.find(folded), patterns: found };
  }, keptLines);
  const look = (text: string): readonly EntryHit[] => {
    const byList = new Map<NamedList, (WordHit & { entry: WordEntry })[]>();
    const add = (list: NamedList, entry: WordEntry, from: number, to: number): void => {
      const found = byList.get(list) ?? [];
      found.push({ index: 0, entry, from, to });
      byList.set(list, found);
    };
    const lines: { start: number; hits: LineHits }[] = [];
    let start = 0;
    for (const line of acrossLines ? [text] : linesOf(text)) {
      const hits = lookAtLine(line);
      lines.push({ start, hits });
      for (const { index, from, to } of hits.words) {
        const word = words[index];
        if (word) add(word.list, word.entry, start + from, start + to);
      }
      start += line.length;
    }
    const marked = lines.filter(({ hits }) => hits.patterns.size > 0);
    if (text.length <= patternLimits.length && (marked.length > 0 || readsTexts)) {
      const folded = readsTexts ? lines.map(({ hits }) => hits.folded).join('') : '';
      for (const [index, pattern] of patterns.entries()) {
        const parts = pattern.inLine
          ? marked.map((line) => ({ start: line.start, found: line.hits.patterns.get(index) }))
          : [{ start: 0, found: searched(pattern, folded) }];
        let count = 0;
        for (const { start: before, found } of parts) {
          for (const { from, to, allowed } of found?.places ?? []) {
            if (++count > patternLimits.hits) break;
            if (!allowed) add(pattern.list, pattern.entry, before + from, before + to);
          }
          if (found?.ended) break;
        }
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
