import type { Cue } from '#shared/clip/edit/captions.ts';
import { newId } from '#shared/domain/id.ts';

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}！-～、。《》「」『』【】]/u;

/** How long a text is to say and to read: a Han character counts two, anything else one, spaces nothing. */
export function textWeight(text: string): number {
  let weight = 0;
  for (const letter of text) if (!/\s/.test(letter)) weight += wide.test(letter) ? 2 : 1;
  return weight;
}

const sentenceEnd = /[.!?。！？…]["'”’」』）)]*$/u;
const clauseEnd = /[,;:，；：、—]["'”’」』）)]*$/u;

/** Words with the space and signs that belong to them; Han text in words too, where the browser knows them. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text,
  )) {
    const last = words.length - 1;
    const opens = /[“‘「『（([{《]$/u.test(words[last] ?? '');
    if (words.length > 0 && (!isWordLike || opens) && !/^[“‘「『（([{《]/u.test(segment))
      words[last] += segment;
    else words.push(segment);
  }
  return words;
}

/** Where to break a text that is too long: the best end nearest to the middle; null when it is one word. */
export function breakOf(text: string): number | null {
  const words = wordsOf(text);
  const whole = textWeight(text);
  let best: { at: number; cost: number } | null = null;
  let at = 0;
  let before = 0;
  for (const word of words.slice(0, -1)) {
    at += word.length;
    before += textWeight(word);
    const trimmed = word.trimEnd();
    const kind = sentenceEnd.test(trimmed) ? 0 : clauseEnd.test(trimmed) ? 0.18 : 0.4;
    const cost = Math.abs(before / whole - 0.5) + kind;
    if (before > 0 && before < whole && (best === null || cost < best.cost)) best = { at, cost };
  }
  return best?.at ?? null;
}

/** Parts of a text that weigh no more than `most`, broken where a reader would pause. */
export function piecesOf(text: string, most: number): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (textWeight(trimmed) <= most) return [trimmed];
  const at = breakOf(trimmed);
  if (at === null) return [trimmed];
  return [...piecesOf(trimmed.slice(0, at), most), ...piecesOf(trimmed.slice(at), most)];
}

/** Weight of two comfortable lines: 42 Latin letters or 21 Han characters each. */
const mostOfCue = 84;

/** A plain text as captions that share a stretch of time by their length. Empty lines and line ends part captions. */
export function captionsFromText(text: string, from: number, to: number): Cue[] {
  const pieces = text
    .split(/\r\n|\r|\n/)
    .flatMap((line) => piecesOf(line, mostOfCue))
    .slice(0, 20_000);
  const weights = pieces.map((piece) => Math.max(4, textWeight(piece)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const length = Math.max(to - from, 0.1);
  let passed = 0;
  return pieces.map((piece, at) => {
    const start = from + (length * passed) / whole;
    passed += weights[at] ?? 0;
    return { id: newId(), from: start, to: from + (length * passed) / whole, text: piece };
  });
}
