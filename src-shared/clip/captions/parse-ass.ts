import { readFileTime } from './file-time.ts';
import { mostCues, plainText, type RawCue, type TimedPart } from './raw-cue.ts';
import type { Repairs } from './repairs.ts';

/** Override tags of one block that matter here. Nothing of a foreign file ever reaches libass. */
const relevant = /\\(kf|ko|kt|k|K|p)(\d{1,7}(?:\.\d{1,3})?)/g;
/** Longer blocks are a trap, not formatting. */
const longestBlock = 20_000;

interface Event {
  start: string;
  end: string;
  text: string;
}

/** The fields of a line after `Dialogue:`, by the names that the file's Format line gives them. */
function eventOf(rest: string, fields: readonly string[] | null): Event {
  const names = fields ?? [];
  const startAt = names.indexOf('start');
  const endAt = names.indexOf('end');
  const textAt = names.indexOf('text');
  const values = firstFields(rest, Math.max(names.length - 1, 10));
  if (fields && textAt === names.length - 1 && values.ends.length >= names.length - 1) {
    const last = values.ends[names.length - 2] ?? -1;
    return { start: values.list[startAt] ?? '', end: values.list[endAt] ?? '', text: rest.slice(last + 1) };
  }
  // No (usable) Format line: layer, times, style, name, and in most files three margins and an effect.
  const margins =
    values.list.slice(5, 8).every((value) => /^\s*\d*\s*$/.test(value)) && values.ends.length >= 9;
  const last = values.ends[margins ? 8 : Math.min(4, values.ends.length - 1)] ?? -1;
  return { start: values.list[1] ?? '', end: values.list[2] ?? '', text: rest.slice(last + 1) };
}

/** The values before the first `count` commas, and where those are. */
function firstFields(rest: string, count: number): { list: string[]; ends: number[] } {
  const list: string[] = [];
  const ends: number[] = [];
  let at = 0;
  while (ends.length < count) {
    const comma = rest.indexOf(',', at);
    if (comma < 0) break;
    list.push(rest.slice(at, Math.min(comma, at + 100)));
    ends.push(comma);
    at = comma + 1;
  }
  return { list, ends };
}

interface Reading {
  parts: TimedPart[];
  marked: boolean;
}

/** Escapes outside of blocks; `wrap` is the file's WrapStyle: with 2 a small n breaks the line too. */
function unescape(text: string, wrap: boolean): string {
  return text.replaceAll(/ ?\\n ?|\\([Nh{}\u2060])/g, (_, letter: string | undefined) => {
    if (letter === undefined) return wrap ? '\n' : ' ';
    if (letter === 'N') return '\n';
    // A joiner keeps a plain backslash from being an escape; see `writeAss`.
    if (letter === '\u2060') return '\\';
    return letter === 'h' ? ' ' : letter;
  });
}

/** The words of an event. Seconds count from `from`; karaoke tags time the words after them. */
function partsOf(written: string, from: number | null, wrap: boolean): Reading {
  const parts: TimedPart[] = [];
  let marked = false;
  let clock = from ?? 0;
  let timed: { from: number; to: number } | null = null;
  let drawing = false;
  let text = '';
  const close = (): void => {
    if (text !== '') parts.push({ text, from: timed?.from ?? null, to: timed?.to ?? null });
    text = '';
  };
  let at = 0;
  while (at < written.length) {
    let open = written.indexOf('{', at);
    while (open > 0 && written[open - 1] === '\\') open = written.indexOf('{', open + 1);
    const shut = open < 0 ? -1 : written.indexOf('}', open);
    const end = open < 0 || shut < 0 ? written.length : open;
    if (!drawing) text += unescape(written.slice(at, end), wrap);
    else marked = true;
    if (end === written.length) break;
    const block = written.slice(open + 1, Math.min(shut, open + longestBlock));
    for (const [, name = '', value = '0'] of block.matchAll(relevant)) {
      if (name === 'p') {
        drawing = Number(value) > 0;
        continue;
      }
      close();
      if (name === 'kt') clock = (from ?? 0) + Number(value) / 100;
      else {
        timed = { from: clock, to: clock + Number(value) / 100 };
        clock = timed.to;
      }
    }
    // What has no backslash is a comment.
    if (block.replaceAll(/\\(?:kf|ko|kt|k|K)\d[\d.]*/g, '').includes('\\')) marked = true;
    at = shut + 1;
  }
  close();
  return { parts: from === null ? parts.map((part) => ({ ...part, from: null, to: null })) : parts, marked };
}

/**
 * Reads the dialogue of ASS and SSA: words, line breaks, karaoke. Styles, positions, drawings and comments are
 * left out.
 */
export function parseAss(lines: readonly string[], repairs: Repairs): RawCue[] {
  const cues: RawCue[] = [];
  let fields: string[] | null = null;
  let section = 'events';
  let wrap = false;
  for (const [index, line] of lines.entries()) {
    const start = line.slice(0, 300).trimStart();
    if (start.startsWith('[')) section = start.trim().toLowerCase();
    else if (/^WrapStyle\s*:\s*2/i.test(start)) wrap = true;
    else if (/^Format\s*:/i.test(start) && section.includes('events')) {
      const names = line.slice(line.indexOf(':') + 1, 2000).split(',');
      fields = names.map((name) => name.trim().toLowerCase());
    } else if (/^Dialogue\s*:/i.test(start)) {
      if (cues.length >= mostCues) {
        repairs.add('too-many', index + 1);
        break;
      }
      const event = eventOf(line.slice(line.indexOf(':') + 1), fields);
      const from = readFileTime(event.start, 'ass');
      const to = readFileTime(event.end, 'ass');
      if (from?.odd || to?.odd) repairs.add('odd-time', index + 1);
      const { parts, marked } = partsOf(event.text, from?.seconds ?? null, wrap);
      if (marked) repairs.add('markup', index + 1);
      const { text, words, cut } = plainText(parts);
      if (cut) repairs.add('text-cut', index + 1);
      cues.push({ from: from?.seconds ?? null, to: to?.seconds ?? null, text, words, line: index + 1 });
    } else if (
      section.includes('events') &&
      start.trim() !== '' &&
      !/^(?:[;!]|(?:Comment|Picture|Sound|Movie|Command)\s*:)/i.test(start)
    )
      repairs.add('unknown-lines', index + 1);
  }
  return cues;
}
