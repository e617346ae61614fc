import type { WordEntry } from '../kit/word-list.ts';
import { csvText, neutralise } from '../tables/csv.ts';

const header = ['word', 'except', 'instead', 'pattern'];
/** As many entries as a list may hold, and letters of one. */
const limits = { entries: 5000, word: 200, exceptions: 200 };

/** The entries as a table for a spreadsheet; exceptions are parted by `|`. */
export function entriesToCsv(entries: readonly WordEntry[]): string {
  return csvText([
    header,
    ...entries.map(({ word, except, instead, pattern }) => [
      neutralise(word),
      neutralise((except ?? []).join('|')),
      neutralise(instead ?? ''),
      pattern ? 'yes' : '',
    ]),
  ]);
}

/** Rows of RFC 4180, forgiving about line ends. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  for (;;) {
    const match = cell.exec(text);
    if (!match) return rows;
    const [whole, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (whole === '' || end === '') return rows;
  }
}

/** What `neutralise` put in front goes again. */
const unquoted = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/u, '').trim();

/**
 * Entries of a file: a table as `entriesToCsv` writes it, or one word a line. What is too long, empty or there twice
 * is left out.
 */
export function entriesFromText(text: string): { entries: WordEntry[]; leftOut: number } {
  const bare = text.replace(/^\uFEFF/, '');
  const first = /^"?word"?,/i.test(bare);
  const rows = first
    ? rowsOf(bare).slice(1)
    : bare.split(/\r\n|\n|\r/).map((line) => [line.replace(/^'(?=')/, '')]);
  const found = new Map<string, WordEntry>();
  let leftOut = 0;
  for (const [word = '', except = '', instead = '', pattern = ''] of rows) {
    const plain = unquoted(word);
    if (plain === '') continue;
    if (plain.length > limits.word || found.size >= limits.entries || found.has(plain)) {
      leftOut += 1;
      continue;
    }
    const exceptions = unquoted(except)
      .split('|')
      .map((each) => each.trim())
      .filter((each) => each !== '' && each.length <= limits.word)
      .slice(0, limits.exceptions);
    found.set(plain, {
      word: plain,
      ...(exceptions.length > 0 ? { except: exceptions } : {}),
      ...(unquoted(instead) === '' ? {} : { instead: unquoted(instead).slice(0, limits.word) }),
      ...(/^(?:yes|true|1)$/i.test(pattern.trim()) ? { pattern: true } : {}),
    });
  }
  return { entries: [...found.values()], leftOut };
}
