import { graphemesOf } from '#shared/design/text/graphemes.ts';
import type { Cue } from '../edit/captions.ts';
import { type CueWord, toMillisecond } from './raw-cue.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Scripts that are written without spaces: their words stand alone, side by side. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const opening = /^[\p{Ps}\p{Pi}"'¿¡#$@]+$/u;

/** A word's place in a text (UTF-16), `end` exclusive; the signs that touch it belong to it. */
export interface WordSpan {
  start: number;
  end: number;
}

/** The words of a text in order: by spaces, by the dictionary in Chinese, Japanese and Thai. */
export function wordSpans(text: string): WordSpan[] {
  const spans: (WordSpan & { bare: boolean; alone: boolean })[] = [];
  let touching = false;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (segment.trim() === '') {
      touching = false;
      continue;
    }
    const end = index + segment.length;
    const last = spans.at(-1);
    const alone = unspaced.test(segment);
    // Signs go to the word before them, opening ones to the word after; letters and digits without a space are one word.
    const extends_ =
      last && touching && (isWordLike ? last.bare || (!last.alone && !alone) : !opening.test(segment));
    if (extends_) {
      last.end = end;
      last.alone ||= alone;
      if (isWordLike) last.bare = false;
    } else spans.push({ start: index, end, bare: isWordLike !== true, alone });
    touching = true;
  }
  return spans.map(({ start, end }) => ({ start, end }));
}

/** How long a stretch of text takes to say, relative: a Chinese character is about as long as three letters. */
function speakingWeight(text: string): number {
  let weight = 0;
  for (const letter of text) {
    if (unspaced.test(letter) || /\p{Script=Hangul}/u.test(letter)) weight += 3;
    else if (/[\p{L}\p{N}]/u.test(letter)) weight += 1;
    else if (/[,;:，；：、]/.test(letter)) weight += 1;
    else if (/[.!?。！？…]/.test(letter)) weight += 2;
  }
  return Math.max(1, weight);
}

/** Words of a text that share a time by their length, without gaps; seconds. */
export function shareTime(text: string, spans: readonly WordSpan[], from: number, to: number): CueWord[] {
  const weights = spans.map(({ start, end }) => speakingWeight(text.slice(start, end)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let since = from;
  return spans.map(({ start, end }, index) => {
    passed += weights[index] ?? 0;
    const until = index === spans.length - 1 ? to : toMillisecond(from + ((to - from) * passed) / whole);
    const word = { start, end, from: since, to: Math.max(since, until) };
    since = word.to;
    return word;
  });
}

/** The words of a cue with their times: its own, or shared out by length. */
export function timedWords(cue: Cue): CueWord[] {
  const own = cue.words?.filter((word) => word.end <= cue.text.length && word.end > word.start);
  if (own && own.length > 0) return own;
  return shareTime(cue.text, wordSpans(cue.text), cue.from, cue.to);
}

/** Number of the word that is said at a time, also in the pause after it; null before the first. */
export function wordAt(words: readonly CueWord[], seconds: number): number | null {
  const index = words.findLastIndex((word) => word.from <= seconds + 1e-6);
  return index < 0 ? null : index;
}

/** When a place in a cue's text is reached, seconds. */
export function timeOfIndex(cue: Cue, index: number): number {
  const words = timedWords(cue);
  const next = words.findIndex((word) => word.end > index);
  if (next < 0) return cue.to;
  const word = words[next];
  if (!word) return cue.to;
  if (index <= word.start) {
    const before = words[next - 1];
    return before ? toMillisecond((before.to + word.from) / 2) : cue.from;
  }
  return toMillisecond(word.from + ((word.to - word.from) * (index - word.start)) / (word.end - word.start));
}

/** The end of the word whose end is nearest to a time; of a single word the nearest character. 0 and the length only when nothing else is there. */
export function indexOfTime(cue: Cue, seconds: number): number {
  const ends = timedWords(cue).map((word) => ({ index: word.end, at: word.to }));
  const inner = ends.slice(0, -1);
  const places =
    inner.length > 0
      ? inner
      : graphemesOf(cue.text)
          .slice(1)
          .map(({ start }) => ({ index: start, at: timeOfIndex(cue, start) }));
  let best = cue.text.length;
  let distance = Number.POSITIVE_INFINITY;
  for (const place of places) {
    if (Math.abs(place.at - seconds) >= distance) continue;
    [best, distance] = [place.index, Math.abs(place.at - seconds)];
  }
  return best;
}
