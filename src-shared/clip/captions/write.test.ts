import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../edit/captions.ts';
import { parseCaptions } from './parse.ts';
import { defaultCaptionStyle } from './styles.ts';
import { writeAss } from './write-ass.ts';
import { writeSrt, writeVtt } from './write.ts';

const pieces = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom(
    '你好，世界。',
    '<i>not italic</i>',
    '<b',
    'a < b > c',
    '&amp;',
    'AT&T',
    '&#65;',
    '{\\an8}',
    '{no}',
    '\\N',
    '\\',
    '1',
    '12',
    '--> ',
    '00:00:01,000 --> 00:00:02,000',
    '1:02:03 → 1:02:04',
    'WEBVTT',
    'NOTE x',
    'Dialogue: 0,0:00:00.00',
    '😛',
    '<00:00:01.000>',
    '-->',
    '- a',
    '\\{',
    'x\\h',
  ),
);
/** Lines as captions hold them: words, no spaces at the ends. */
const line = fc
  .array(pieces, { minLength: 1, maxLength: 4 })
  .map((parts) =>
    parts
      .join(' ')
      .replaceAll(/[\p{Cc}\ufeff\u2028\u2029]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '');
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

/** Captions in order on a grid of `step` milliseconds, without overlaps. */
function cuesOn(step: number): fc.Arbitrary<Cue[]> {
  const length = fc.integer({ min: 400 / step, max: 9000 / step });
  const gap = fc.integer({ min: 0, max: 4_000_000 / step });
  return fc.array(fc.tuple(gap, length, text), { minLength: 1, maxLength: 6 }).map((list) => {
    let at = 0;
    return list.map(([before, long, words], index) => {
      const from = at + before;
      at = from + long;
      return { id: `c${index + 1}`, from: (from * step) / 1000, to: (at * step) / 1000, text: words };
    });
  });
}

const frame = { width: 1080, height: 1920 };
const assOf = (cues: Cue[]): string =>
  writeAss({ cues, style: defaultCaptionStyle, name: 'x', language: 'en' }, frame);

describe('caption files', () => {
  it('SRT gives back every caption', () => {
    fc.assert(
      fc.property(cuesOn(1), (cues) => {
        // Words that look like markup are escaped, so nothing is taken for it.
        expect(parseCaptions(writeSrt(cues), 'a.srt')).toEqual({ type: 'srt', cues, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('WebVTT gives back every caption', () => {
    fc.assert(
      fc.property(cuesOn(1), (cues) => {
        expect(parseCaptions(writeVtt(cues), 'a.vtt')).toEqual({ type: 'vtt', cues, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('ASS gives back every caption, to the hundredth', () => {
    fc.assert(
      fc.property(cuesOn(10), (cues) => {
        expect(parseCaptions(assOf(cues), 'a.ass')).toEqual({ type: 'ass', cues, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  const cue: Cue = {
    id: 'c1',
    from: 1,
    to: 3,
    text: 'Hello big world',
    words: [
      { start: 0, end: 5, from: 1, to: 1.5 },
      { start: 6, end: 9, from: 1.5, to: 2.2 },
      { start: 10, end: 15, from: 2.2, to: 3 },
    ],
  };

  it('keep the times of words', () => {
    expect(parseCaptions(writeVtt([cue]), 'a.vtt').cues).toEqual([cue]);
    expect(parseCaptions(assOf([cue]), 'a.ass').cues).toEqual([cue]);
    const coloured = { ...defaultCaptionStyle, highlight: 'colour' as const };
    const ass = writeAss({ cues: [cue], style: coloured, name: 'x', language: 'en' }, frame);
    expect(parseCaptions(ass, 'a.ass').cues).toEqual([cue]);
  });

  it('are what players expect', () => {
    expect(writeSrt([{ ...cue, text: 'AT&T\n<3' }])).toBe('1\n00:00:01,000 --> 00:00:03,000\nAT&T\n<3\n');
    expect(writeVtt([cue])).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nHello <00:00:01.500>big <00:00:02.200>world\n',
    );
    expect(assOf([cue])).toContain(
      String.raw`Dialogue: 0,0:00:01.00,0:00:03.00,Galley,,0,0,0,,{\k50}Hello {\k70}big {\k80}world`,
    );
    expect(assOf([cue])).toContain('PlayResX: 1080\nPlayResY: 1920');
  });
});
