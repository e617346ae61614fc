import type { Bilingual } from '#shared/contract/failure.ts';
import { graphemesOf } from '#shared/design/text/graphemes.ts';
import type { CaptionTrack, Cue } from '../edit/captions.ts';
import type { FrameSize } from './layout-cue.ts';
import { linesOf } from './write.ts';

type CueProblemCode =
  | 'too-fast'
  | 'fast'
  | 'line-too-long'
  | 'too-many-lines'
  | 'too-short'
  | 'too-long'
  | 'gap-too-small'
  | 'overlap'
  | 'empty';

export interface CueProblem {
  cueId: string;
  code: CueProblemCode;
  /** An error will be noticed by every viewer; a warning is a matter of care. */
  severity: 'error' | 'warning';
  message: Bilingual;
}

/** Limits of comfortable reading. */
interface ReadingLimits {
  /** Characters per second from which it is fast, and too fast. */
  fast: number;
  tooFast: number;
  /** Characters of one line. */
  line: number;
}

/** Seconds: five sixths and seven. Frames between two captions that do not touch. */
const shortest = 5 / 6;
const longest = 7;
const fewestFrames = 2;

const wideScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Limits after the Netflix Timed Text Style Guides: English 17 characters a second in the older guide and 20 in the
 * present one, 42 a line; Simplified Chinese 9 a second and 16 full-width characters a line. 21 is where even fast
 * readers give up; Chinese already asks for care from 6. Narrow pictures hold shorter lines.
 */
export function readingLimits(text: string, frame: FrameSize): ReadingLimits {
  const letters = Array.from(text).filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length;
  const wide = (text.match(wideScript) ?? []).length * 2 > letters;
  const narrow = frame.height > frame.width;
  return wide
    ? { fast: 6, tooFast: 9, line: narrow ? 13 : 16 }
    : { fast: 17, tooFast: 21, line: narrow ? 32 : 42 };
}

/** Characters as a reader counts them: no line breaks; in Chinese two Latin letters take the place of one character. */
export function readingLength(text: string): number {
  const wide = (text.match(wideScript) ?? []).length > 0;
  let length = 0;
  for (const { text: letter } of graphemesOf(text)) {
    if (letter === '\n') continue;
    length += wide && /^[\u0020-\u024f]$/u.test(letter) ? 0.5 : 1;
  }
  return length;
}

/** Characters per second of a cue. */
export function readingSpeed(cue: Pick<Cue, 'text' | 'from' | 'to'>): number {
  return readingLength(cue.text) / Math.max(cue.to - cue.from, 0.001);
}

function round(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

function checkWords(cue: Cue, track: CaptionTrack, frame: FrameSize): Omit<CueProblem, 'cueId'>[] {
  const problems: Omit<CueProblem, 'cueId'>[] = [];
  const lines = linesOf(cue);
  if (lines.length === 0)
    return [
      {
        code: 'empty',
        severity: 'warning',
        message: { en: 'This caption has no words.', zh: '这条字幕没有文字。' },
      },
    ];
  const limits = readingLimits(cue.text, frame);
  const speed = readingSpeed(cue);
  if (speed > limits.tooFast + 1e-9)
    problems.push({
      code: 'too-fast',
      severity: 'error',
      message: {
        en: `Too fast to read: ${round(speed)} characters a second, ${limits.tooFast} at most.`,
        zh: `来不及读：每秒 ${round(speed)} 字，最多 ${limits.tooFast} 字。`,
      },
    });
  else if (speed > limits.fast + 1e-9)
    problems.push({
      code: 'fast',
      severity: 'warning',
      message: {
        en: `Fast to read: ${round(speed)} characters a second, ${limits.fast} are comfortable.`,
        zh: `阅读偏快：每秒 ${round(speed)} 字，${limits.fast} 字以内较舒适。`,
      },
    });
  // Lines that nobody broke are broken evenly when they are painted; what counts is whether there are enough of them.
  const room = limits.line * track.style.lines;
  const total = readingLength(cue.text);
  const widest = Math.max(...lines.map(readingLength));
  if (lines.length > track.style.lines)
    problems.push({
      code: 'too-many-lines',
      severity: 'warning',
      message: {
        en: `${lines.length} lines; the style shows ${track.style.lines}.`,
        zh: `共 ${lines.length} 行，样式最多显示 ${track.style.lines} 行。`,
      },
    });
  if (total > room || (lines.length === track.style.lines && lines.length > 1 && widest > limits.line))
    problems.push({
      code: 'line-too-long',
      severity: 'warning',
      message: {
        en: `Lines are too long: ${round(Math.max(widest, total / track.style.lines), 0)} characters, ${limits.line} at most. Split the caption.`,
        zh: `行过长：${round(Math.max(widest, total / track.style.lines), 0)} 字，每行最多 ${limits.line} 字。请拆分这条字幕。`,
      },
    });
  return problems;
}

function checkTimes(cue: Cue, next: Cue | undefined, fps: number): Omit<CueProblem, 'cueId'>[] {
  const problems: Omit<CueProblem, 'cueId'>[] = [];
  const seconds = cue.to - cue.from;
  if (seconds < shortest - 0.001)
    problems.push({
      code: 'too-short',
      severity: 'warning',
      message: {
        en: `Only ${round(seconds, 2)} s on screen; 0.83 s at least.`,
        zh: `只显示 ${round(seconds, 2)} 秒，至少应有 0.83 秒。`,
      },
    });
  if (seconds > longest + 0.001)
    problems.push({
      code: 'too-long',
      severity: 'warning',
      message: {
        en: `${round(seconds)} s on screen; 7 s at most.`,
        zh: `显示 ${round(seconds)} 秒，最多 7 秒。`,
      },
    });
  if (!next) return problems;
  const gap = next.from - cue.to;
  if (gap < -0.0005)
    problems.push({
      code: 'overlap',
      severity: 'error',
      message: {
        en: `Overlaps the next caption by ${round(-gap, 2)} s.`,
        zh: `与下一条重叠 ${round(-gap, 2)} 秒。`,
      },
    });
  else if (gap > 0.0005 && gap < fewestFrames / fps - 0.0005)
    problems.push({
      code: 'gap-too-small',
      severity: 'warning',
      message: {
        en: 'The gap to the next caption is so short that it flickers. Close it, or leave 2 frames.',
        zh: '与下一条的间隔过短，会闪烁。请合拢，或至少留 2 帧。',
      },
    });
  return problems;
}

/**
 * What makes captions hard to read, in order: speed, lines, time on screen, gaps. `fps` of the clip; 25 when it is
 * not known.
 */
export function checkCues(track: CaptionTrack, frame: FrameSize, fps = 25): CueProblem[] {
  return track.cues.flatMap((cue, index) =>
    [...checkWords(cue, track, frame), ...checkTimes(cue, track.cues[index + 1], fps)].map((problem) => ({
      cueId: cue.id,
      ...problem,
    })),
  );
}
