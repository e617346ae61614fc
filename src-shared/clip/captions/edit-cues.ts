import { GalleyError } from '#shared/contract/failure.ts';
import type { Cue } from '../edit/captions.ts';
import { type CueWord, latestTime, toMillisecond } from './raw-cue.ts';
import { indexOfTime, shareTime, timedWords, timeOfIndex, wordSpans } from './words.ts';

/*
 * Changes of a list of captions. All take the list in order and give it back in order; a change that cannot be
 * made gives back the very same list. Seconds on the timeline.
 */

/** The shortest that a caption may become by any change, seconds. */
export const shortestCue = 0.1;

/** A cue of these words; without any, `words` is absent. */
function withWords(cue: Cue, words: readonly CueWord[] | undefined): Cue {
  const { words: _old, ...rest } = cue;
  return words && words.length > 0 ? { ...rest, words: [...words] } : rest;
}

/** A cue with its text trimmed and its words moved along. */
function trimmed(cue: Cue): Cue {
  const lead = cue.text.length - cue.text.trimStart().length;
  const text = cue.text.trim();
  const words = cue.words?.map((word) => ({
    ...word,
    start: word.start - lead,
    end: Math.min(word.end - lead, text.length),
  }));
  return withWords(
    { ...cue, text },
    words?.filter((word) => word.start >= 0 && word.end > word.start),
  );
}

function replaceAt(cues: readonly Cue[], index: number, next: readonly Cue[]): Cue[] {
  return [...cues.slice(0, index), ...next, ...cues.slice(index + 1)];
}

function inOrder(cues: readonly Cue[]): Cue[] {
  return cues.toSorted((one, other) => one.from - other.from || one.to - other.to);
}

function halves(cue: Cue, index: number, at: number, newId: string): [Cue, Cue] | null {
  const left = cue.text.slice(0, index);
  const right = cue.text.slice(index);
  const time = toMillisecond(Math.min(Math.max(at, cue.from + shortestCue), cue.to - shortestCue));
  if (left.trim() === '' || right.trim() === '' || time <= cue.from || time >= cue.to) return null;
  const before = cue.words?.filter((word) => word.start < index);
  const after = cue.words?.filter((word) => word.end > index);
  const first = withWords(
    { ...cue, to: time, text: left },
    before?.map((word) => ({
      ...word,
      end: Math.min(word.end, index),
      from: Math.min(word.from, time),
      to: Math.min(word.to, time),
    })),
  );
  const second = withWords(
    { ...cue, id: newId, from: time, text: right },
    after?.map((word) => ({
      start: Math.max(0, word.start - index),
      end: word.end - index,
      from: Math.max(word.from, time),
      to: Math.max(word.to, time),
    })),
  );
  return [trimmed(first), trimmed(second)];
}

/** Cuts a cue in two at a place of its text (UTF-16); the time follows the words. The second gets `newId`. */
export function splitCueAtIndex(
  cues: readonly Cue[],
  id: string,
  index: number,
  newId: string,
): readonly Cue[] {
  const place = cues.findIndex((cue) => cue.id === id);
  const cue = cues[place];
  const parts = cue && halves(cue, index, timeOfIndex(cue, index), newId);
  return parts ? replaceAt(cues, place, parts) : cues;
}

/** Cuts a cue in two at a time, between the words that are nearest to it. The second gets `newId`. */
export function splitCueAtTime(
  cues: readonly Cue[],
  id: string,
  seconds: number,
  newId: string,
): readonly Cue[] {
  const place = cues.findIndex((cue) => cue.id === id);
  const cue = cues[place];
  if (!cue || seconds <= cue.from || seconds >= cue.to) return cues;
  const parts = halves(cue, indexOfTime(cue, seconds), seconds, newId);
  return parts ? replaceAt(cues, place, parts) : cues;
}

/** Between Chinese characters no space is written. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function joinerOf(left: string, right: string): string {
  return wide.test(left.at(-1) ?? '') || wide.test(right[0] ?? '') ? '' : ' ';
}

/**
 * Joins neighbouring cues, from the first of `ids` to the last with all between, into one that keeps the first's
 * id. `joiner` absent: a space, none between Chinese characters; '\n' keeps each as a line.
 */
export function mergeCues(cues: readonly Cue[], ids: readonly string[], joiner?: string): readonly Cue[] {
  const wanted = new Set(ids);
  const from = cues.findIndex((cue) => wanted.has(cue.id));
  const to = cues.findLastIndex((cue) => wanted.has(cue.id));
  const run = cues.slice(from, to + 1);
  const [first] = run;
  if (!first || run.length < 2) return cues;
  const timed = run.some((cue) => cue.words !== undefined);
  let text = '';
  const words: CueWord[] = [];
  for (const cue of run) {
    if (text !== '') text += joiner ?? joinerOf(text, cue.text);
    const shift = text.length;
    text += cue.text;
    if (timed)
      words.push(
        ...timedWords(cue).map((word) => ({ ...word, start: word.start + shift, end: word.end + shift })),
      );
  }
  const end = Math.max(...run.map((cue) => cue.to));
  const merged = withWords(
    { ...first, to: end, text: text.slice(0, 5000) },
    text.length > 5000 ? undefined : words.slice(0, 1000),
  );
  return [...cues.slice(0, from), merged, ...cues.slice(to + 1)];
}

function mapTimes(cue: Cue, map: (seconds: number) => number): Cue {
  const at = (seconds: number): number => toMillisecond(Math.min(latestTime, Math.max(0, map(seconds))));
  const words = cue.words?.map((word) => ({ ...word, from: at(word.from), to: at(word.to) }));
  const from = at(cue.from);
  return withWords({ ...cue, from, to: Math.max(at(cue.to), toMillisecond(from + 0.001)) }, words);
}

/** Moves cues (all for null) by seconds, as one: never before 0. */
export function shiftCues(
  cues: readonly Cue[],
  ids: readonly string[] | null,
  seconds: number,
): readonly Cue[] {
  const wanted = ids && new Set(ids);
  const moved = cues.filter((cue) => !wanted || wanted.has(cue.id));
  const earliest = moved.reduce((least, cue) => Math.min(least, cue.from), Number.POSITIVE_INFINITY);
  const by = Math.max(seconds, -earliest);
  if (moved.length === 0 || by === 0) return cues;
  return inOrder(
    cues.map((cue) => (!wanted || wanted.has(cue.id) ? mapTimes(cue, (time) => time + by) : cue)),
  );
}

/**
 * Stretches all times so that two of them become others, as when captions were made for another frame rate: `at`
 * is a present time, `to` the time that it shall have.
 * @throws GalleyError invalid-input when the two are the same or would change order
 */
export function stretchCues(
  cues: readonly Cue[],
  one: { at: number; to: number },
  other: { at: number; to: number },
): readonly Cue[] {
  const factor = (other.to - one.to) / (other.at - one.at);
  if (!Number.isFinite(factor) || factor <= 0.01 || factor > 100)
    throw new GalleyError('invalid-input', {
      en: 'The two captions must be different and stay in their order. Give the later one a later time.',
      zh: '两条字幕必须不同且保持先后顺序。请为后一条指定更晚的时间。',
    });
  if (factor === 1 && one.at === one.to) return cues;
  return cues.map((cue) => mapTimes(cue, (time) => one.to + (time - one.at) * factor));
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Times inside two bounds: a whole move keeps the length, a moved edge stays off the other one. */
function timesInside(
  cue: Cue,
  wanted: { from: number; to: number },
  lowest: number,
  highest: number,
): { from: number; to: number } {
  const length = cue.to - cue.from;
  const movesWhole = Math.abs(wanted.to - wanted.from - length) < 0.002;
  if (movesWhole) {
    const from = between(wanted.from, lowest, Math.max(lowest, highest - length));
    return { from, to: from + length };
  }
  const latest = (wanted.to === cue.to ? cue.to : highest) - shortestCue;
  const from = between(wanted.from, lowest, Math.max(lowest, latest));
  return { from, to: between(wanted.to, from + shortestCue, highest) };
}

/** New times of one cue, kept off its neighbours and at least `shortestCue` long; its words share the change. */
export function setCueTimes(
  cues: readonly Cue[],
  id: string,
  times: { from: number; to: number },
): readonly Cue[] {
  const place = cues.findIndex((cue) => cue.id === id);
  const cue = cues[place];
  if (!cue) return cues;
  // Neighbours that overlap already set no bounds.
  const lowest = Math.min(cues[place - 1]?.to ?? 0, cue.from);
  const highest = Math.max(cues[place + 1]?.from ?? latestTime, cue.to);
  if (highest - lowest < shortestCue) return cues;
  const inside = timesInside(cue, times, lowest, highest);
  const [from, to] = [toMillisecond(inside.from), toMillisecond(inside.to)];
  if (from === cue.from && to === cue.to) return cues;
  const scale = (to - from) / (cue.to - cue.from);
  const moved = mapTimes(cue, (time) => from + (time - cue.from) * scale);
  return inOrder(replaceAt(cues, place, [{ ...moved, from, to }]));
}

/** New words of one cue: those that stayed keep their times, new ones share the time between. */
export function setCueText(cues: readonly Cue[], id: string, text: string): readonly Cue[] {
  const place = cues.findIndex((cue) => cue.id === id);
  const cue = cues[place];
  if (!cue || cue.text === text) return cues;
  return replaceAt(cues, place, [retext(cue, text)]);
}

/** The cue with another text; timed words follow it. */
export function retext(cue: Cue, text: string): Cue {
  const next = { ...cue, text: text.slice(0, 5000) };
  if (!cue.words) return next;
  const old = timedWords(cue);
  const spans = wordSpans(next.text).slice(0, 1000);
  const before = old.map((word) => cue.text.slice(word.start, word.end));
  const after = spans.map((span) => next.text.slice(span.start, span.end));
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const kept = (span: { start: number; end: number }, word: CueWord | undefined): CueWord[] =>
    word ? [{ ...span, from: word.from, to: word.to }] : [];
  const middle = spans.slice(head, spans.length - tail);
  const from = old[head - 1]?.to ?? cue.from;
  const to = tail > 0 ? (old[old.length - tail]?.from ?? cue.to) : cue.to;
  return withWords(next, [
    ...spans.slice(0, head).flatMap((span, index) => kept(span, old[index])),
    ...shareTime(next.text, middle, from, Math.max(from, to)),
    ...spans.slice(spans.length - tail).flatMap((span, index) => kept(span, old[old.length - tail + index])),
  ]);
}

/** A new cue where there is room for it; shortened to the gap, left out when less than `shortestCue` remains. */
export function insertCue(cues: readonly Cue[], cue: Cue): readonly Cue[] {
  const before = cues.findLast((each) => each.from <= cue.from);
  const from = toMillisecond(Math.max(cue.from, before?.to ?? 0));
  const next = cues.find((each) => each.from >= from && each !== before);
  const to = toMillisecond(Math.min(cue.to, next?.from ?? latestTime));
  if (to - from < shortestCue - 1e-9) return cues;
  return inOrder([...cues, { ...cue, from, to }]);
}

export function removeCues(cues: readonly Cue[], ids: readonly string[]): readonly Cue[] {
  const gone = new Set(ids);
  const kept = cues.filter((cue) => !gone.has(cue.id));
  return kept.length === cues.length ? cues : kept;
}

/** Gaps shorter than `below` seconds close: the cue before stays until `leave` seconds (or none) before the next. Overlaps end. */
export function closeGaps(
  cues: readonly Cue[],
  { below, leave = 0 }: { below: number; leave?: number },
): readonly Cue[] {
  let changed = false;
  const next = cues.map((cue, index) => {
    const following = cues[index + 1];
    if (!following) return cue;
    const gap = following.from - cue.to;
    const to = toMillisecond(following.from - leave);
    if (gap >= below || to === cue.to || to < cue.from + shortestCue) return cue;
    changed = true;
    const words = cue.words?.map((word) => ({
      ...word,
      from: Math.min(word.from, to),
      to: Math.min(word.to, to),
    }));
    return withWords({ ...cue, to }, words);
  });
  return changed ? next : cues;
}

/** Starts and ends on whole frames. `fps` as a number of frames per second. */
export function snapCuesToFrames(cues: readonly Cue[], fps: number): readonly Cue[] {
  const frame = (seconds: number): number => Math.round(seconds * fps);
  return cues.map((cue) => {
    const from = frame(cue.from);
    const to = Math.max(from + 1, frame(cue.to));
    return { ...mapTimes(cue, (time) => time), from: toMillisecond(from / fps), to: toMillisecond(to / fps) };
  });
}
