import type { Cue } from '../edit/captions.ts';

export type CaptionType = 'srt' | 'vtt' | 'ass';

/** Most captions of one track, and most characters of one caption; what the schema of an edit allows. */
export const mostCues = 20_000;
export const mostCharacters = 5000;
export const latestTime = 360_000;

export type CueWord = NonNullable<Cue['words']>[number];

/** A caption as it stands in a file. Seconds; null where nothing readable stands. */
export interface RawCue {
  from: number | null;
  to: number | null;
  text: string;
  words: CueWord[];
  /** Where it stands in the file, from 1. */
  line: number;
}

/** A stretch of a caption's text and when it is said (seconds), or null when the file does not say. */
export interface TimedPart {
  text: string;
  from: number | null;
  to: number | null;
}

/** Seconds to the millisecond, as files have them. */
export function toMillisecond(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Characters that are never words: controls, byte order marks. */
function isNoise(code: number): boolean {
  return (code < 32 && code !== 9 && code !== 10) || code === 0xfeff || (code >= 127 && code < 160);
}

const blank = /\s/;

/**
 * The text of a caption and its words: lines without spaces at their ends, no empty lines. A part that is timed is
 * one word, without the spaces around it. Stops after `mostCharacters`; `cut` says so.
 */
export function plainText(parts: readonly TimedPart[]): { text: string; words: CueWord[]; cut: boolean } {
  let text = '';
  let pending = '';
  const words: CueWord[] = [];
  for (const part of parts) {
    let start = -1;
    for (const letter of part.text) {
      if (isNoise(letter.charCodeAt(0))) continue;
      if (letter === '\n') {
        pending = text === '' ? '' : '\n';
        continue;
      }
      if (blank.test(letter)) {
        if (text !== '' && !pending.startsWith('\n') && pending.length < mostCharacters)
          pending += letter === '\t' ? ' ' : letter;
        continue;
      }
      if (text.length + pending.length + letter.length > mostCharacters)
        return { text, words: kept(), cut: true };
      text += pending;
      pending = '';
      if (start < 0) start = text.length;
      text += letter;
    }
    if (start >= 0 && part.from !== null && part.to !== null)
      words.push({ start, end: text.length, from: part.from, to: part.to });
  }
  function kept(): CueWord[] {
    return words.filter((word) => word.end <= text.length);
  }
  return { text, words: kept(), cut: false };
}
