import type { Cue } from '../edit/captions.ts';
import { type CueWord, latestTime, mostCharacters, type RawCue, toMillisecond } from './raw-cue.ts';
import type { Repairs } from './repairs.ts';

/** Seconds that a caption without a readable end stays. */
const standIn = 2;
/** Captions that start this close together were meant to be seen together. */
const together = 0.3;

interface TimedCue {
  from: number;
  /** Not yet known while it is not after `from`. */
  to: number;
  text: string;
  words: CueWord[];
  line: number;
}

/** Gives times to captions without them, in the order of the file. */
function withTimes(raw: readonly RawCue[], repairs: Repairs): TimedCue[] {
  const timed: TimedCue[] = [];
  for (const [index, cue] of raw.entries()) {
    const before = timed.at(-1);
    const earliest = before ? Math.max(before.to, before.from) : 0;
    if (cue.from === null && cue.to === null) {
      repairs.add('time-missing', cue.line);
      const next = raw[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      if (before && next - earliest < together && before.text.length + cue.text.length < mostCharacters)
        before.text += `\n${cue.text}`;
      else {
        const to = next > earliest ? Math.min(next, earliest + standIn) : earliest + standIn;
        timed.push({ ...cue, from: earliest, to, words: [] });
      }
    } else if (cue.from === null) {
      const to = cue.to ?? 0;
      repairs.add('start-missing', cue.line);
      timed.push({ ...cue, from: earliest < to ? earliest : Math.max(0, to - standIn), to });
    } else if (cue.to === null) {
      repairs.add('end-missing', cue.line);
      timed.push({ ...cue, from: cue.from, to: Number.NEGATIVE_INFINITY });
    } else {
      if (cue.to <= cue.from && cue.to > 0) repairs.add('end-before-start', cue.line);
      timed.push({ ...cue, from: cue.from, to: cue.to });
    }
  }
  return timed;
}

/** Leaves out what lies before the start or beyond the last time there can be. */
function insideTimes(cues: readonly TimedCue[], repairs: Repairs): TimedCue[] {
  return cues.flatMap((cue) => {
    if (cue.from >= latestTime - standIn) {
      repairs.add('too-late', cue.line);
      return [];
    }
    if (cue.from < 0) {
      repairs.add('before-start', cue.line);
      if (cue.to <= 0) return [];
    }
    return [
      { ...cue, from: toMillisecond(Math.max(0, cue.from)), to: toMillisecond(Math.min(latestTime, cue.to)) },
    ];
  });
}

function inOrder(cues: TimedCue[], repairs: Repairs): TimedCue[] {
  let latest = Number.NEGATIVE_INFINITY;
  for (const cue of cues) {
    if (cue.from < latest) repairs.add('unsorted', cue.line);
    latest = Math.max(latest, cue.from);
  }
  return cues.toSorted((one, other) => one.from - other.from);
}

/** One caption of both texts; words only when both have them. */
function joined(one: TimedCue, other: TimedCue): TimedCue {
  const shift = one.text.length + 1;
  const both = one.words.length > 0 && other.words.length > 0;
  const moved = other.words.map((word) => ({ ...word, start: word.start + shift, end: word.end + shift }));
  // A long caption beside a short one is not kept on screen with words that were meant for a moment.
  const alike = Math.abs(one.to - other.to) < 1;
  return {
    ...one,
    to: alike ? Math.max(one.to, other.to) : Math.min(one.to, other.to),
    text: `${one.text}\n${other.text}`,
    words: both ? [...one.words, ...moved] : [],
  };
}

/** Ends every caption before the next; what was meant to be seen together becomes one caption. */
function apart(cues: readonly TimedCue[], repairs: Repairs): TimedCue[] {
  const result: TimedCue[] = [];
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1];
    let current = cue;
    if (current.to <= current.from) {
      const limit = next && next.from > current.from ? next.from : Number.POSITIVE_INFINITY;
      current = { ...current, to: toMillisecond(Math.min(current.from + standIn, limit)) };
    }
    const last = result.at(-1);
    if (!last || current.from >= last.to) {
      result.push(current);
      continue;
    }
    const near = current.from - last.from < together;
    if (near && current.text === last.text) {
      repairs.add('duplicate', current.line);
      last.to = Math.max(last.to, current.to);
    } else if (near && last.text.length + current.text.length < mostCharacters) {
      repairs.add('joined', current.line);
      result[result.length - 1] = joined(last, current);
    } else {
      repairs.add('cut', last.line);
      // Two long texts at one moment: the earlier one keeps a millisecond, so that nothing has no time.
      last.to = Math.max(current.from, toMillisecond(last.from + 0.001));
      result.push({
        ...current,
        from: Math.max(current.from, last.to),
        to: Math.max(current.to, toMillisecond(last.to + 0.001)),
      });
    }
  }
  return result;
}

/** Words inside the caption's time and in order, or none. */
function soundWords(cue: TimedCue): CueWord[] {
  const words: CueWord[] = [];
  for (const word of cue.words.slice(0, 1000)) {
    const from = toMillisecond(Math.max(word.from, words.at(-1)?.to ?? cue.from));
    const to = toMillisecond(Math.min(word.to, cue.to));
    if (to < from || word.start < (words.at(-1)?.end ?? 0)) return [];
    words.push({ ...word, from, to });
  }
  return words;
}

/**
 * Captions as an edit has them (in order, without overlaps, every one with words and a time), with ids c1, c2 …;
 * every change is noted.
 */
export function finishCues(raw: readonly RawCue[], repairs: Repairs): Cue[] {
  const worded = raw.filter((cue) => {
    if (cue.text === '') repairs.add('empty', cue.line);
    return cue.text !== '';
  });
  const cues = apart(inOrder(insideTimes(withTimes(worded, repairs), repairs), repairs), repairs);
  if (cues.length === 0) repairs.add('none', 0);
  return cues.map((cue, index) => {
    const words = soundWords(cue);
    const { from, to, text } = cue;
    return { id: `c${index + 1}`, from, to, text, ...(words.length > 0 ? { words } : {}) };
  });
}
