import { readFileTime, readTimeLine } from './file-time.ts';
import { decodeEntities } from './markup.ts';
import { mostCues, plainText, type RawCue, type TimedPart } from './raw-cue.ts';
import type { Repairs } from './repairs.ts';

const tag = /<([A-Za-z/\d][^<>]*)>/g;
const tagged = new Set(['rt', 'rp']);

/**
 * The words of a cue between its tags. Times between angle brackets say when the words after them are said; the
 * readings above characters (ruby) are left out.
 */
function partsOf(
  written: string,
  from: number | null,
  to: number | null,
): { parts: TimedPart[]; marked: boolean } {
  const parts: TimedPart[] = [];
  let marked = false;
  let timed = false;
  let since = from;
  let reading = false;
  let at = 0;
  let text = '';
  const take = (end: number): void => {
    if (!reading) text += decodeEntities(written.slice(at, end));
  };
  const close = (until: number | null): void => {
    if (text !== '') parts.push({ text, from: since, to: until });
    text = '';
  };
  for (const match of written.matchAll(tag)) {
    take(match.index);
    at = match.index + match[0].length;
    const inner = match[1] ?? '';
    const time = readFileTime(inner, 'vtt');
    if (time) {
      close(time.seconds);
      since = time.seconds;
      timed = true;
      continue;
    }
    marked = true;
    const name = /^\/?[a-z]+/i.exec(inner)?.[0].toLowerCase() ?? '';
    if (tagged.has(name)) reading = true;
    else if (name === '/rt' || name === '/rp' || name === '/ruby') reading = false;
  }
  take(written.length);
  close(to);
  return { parts: timed ? parts : parts.map((part) => ({ ...part, from: null, to: null })), marked };
}

function cueOf(lines: readonly string[], line: number, repairs: Repairs): RawCue {
  const time = readTimeLine(lines[0] ?? '', 'vtt');
  if (time?.odd || time?.from?.odd || time?.to?.odd) repairs.add('odd-time', line);
  const from = time?.from?.seconds ?? null;
  const to = time?.to?.seconds ?? null;
  const { parts, marked } = partsOf(lines.slice(1).join('\n'), from, to);
  if (marked) repairs.add('markup', line);
  const { text, words, cut } = plainText(parts);
  if (cut) repairs.add('text-cut', line);
  return { from, to, text, words, line };
}

/**
 * Captions that scroll (as video sites write them) repeat the line before: where many do, each keeps only what is
 * new, and those with nothing new are left out.
 */
function withoutRolling(cues: readonly RawCue[], repairs: Repairs): RawCue[] {
  const lastLine = (cue: RawCue | undefined): string => cue?.text.slice(cue.text.lastIndexOf('\n') + 1) ?? '';
  const repeats = (cue: RawCue, before: RawCue | undefined): boolean =>
    before !== undefined &&
    lastLine(before) !== '' &&
    (cue.text === lastLine(before) || cue.text.startsWith(`${lastLine(before)}\n`));
  const timed = cues.some((cue) => cue.words.length > 0);
  const count = cues.filter((cue, index) => repeats(cue, cues[index - 1])).length;
  if (!timed || count < 3 || count < cues.length * 0.3) return [...cues];
  return cues.flatMap((cue, index) => {
    const before = cues[index - 1];
    if (!repeats(cue, before)) return [cue];
    repairs.add('rolling', cue.line);
    const removed = lastLine(before).length + 1;
    if (removed >= cue.text.length) return [];
    const words = cue.words
      .filter((word) => word.start >= removed)
      .map((word) => ({ ...word, start: word.start - removed, end: word.end - removed }));
    return [{ ...cue, text: cue.text.slice(removed), words }];
  });
}

/** An empty line ends a cue. One of spaces is part of it (rolling captions begin so), unless another cue follows. */
function endsCue(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.trim() !== '') return false;
  return line === '' || [1, 2].some((ahead) => readTimeLine(lines[index + ahead] ?? '', 'vtt') !== null);
}

/** Reads WebVTT, repairing what is damaged: settings, voices, styles, regions and notes are left out. */
export function parseVtt(lines: readonly string[], repairs: Repairs): RawCue[] {
  const cues: RawCue[] = [];
  let index = /^\s*WEBVTT/.test(lines[0] ?? '') ? 1 : 0;
  // Anything directly below the first line belongs to the header.
  while (
    index === 1 &&
    index < lines.length &&
    (lines[index] ?? '').trim() !== '' &&
    !readTimeLine(lines[index] ?? '', 'vtt')
  )
    index += 1;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (line.trim() === '') {
      index += 1;
      continue;
    }
    if (readTimeLine(line, 'vtt')) {
      if (cues.length >= mostCues) {
        repairs.add('too-many', index + 1);
        break;
      }
      let end = index + 1;
      while (end < lines.length && !endsCue(lines, end)) {
        if (readTimeLine(lines[end] ?? '', 'vtt')) {
          repairs.add('blank-line-missing', end + 1);
          break;
        }
        end += 1;
      }
      cues.push(cueOf(lines.slice(index, end), index + 1, repairs));
      index = end;
      continue;
    }
    if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      while (index < lines.length && (lines[index] ?? '').trim() !== '') index += 1;
      continue;
    }
    // The name of a cue stands right above its times; any other line is lost between two cues.
    if (!readTimeLine(lines[index + 1] ?? '', 'vtt')) repairs.add('unknown-lines', index + 1);
    index += 1;
  }
  return withoutRolling(cues, repairs);
}
