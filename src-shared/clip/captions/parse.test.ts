import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCaptions } from './parse.ts';

const folder = join(import.meta.dirname, '../../../../shared/testdata/subtitles');

function readSample(name: string) {
  const bytes = readFileSync(join(folder, `media__${name}`));
  const text = new TextDecoder(name.includes('utf16be') ? 'utf-16be' : 'utf-8').decode(bytes);
  const { type, cues, notes } = parseCaptions(text, name);
  return {
    type,
    cues: cues.map(({ from, to, text: words }) => [from, to, words]),
    notes: notes.map(({ en }) => en),
  };
}

const first = [0, 1.234, 'This is the first subtitle.'];
const second = [2.345, 3.456, 'This is the second subtitle.\nSecond subtitle with second line.'];
const third = [7204.567, 7208.901, 'This is the third subtitle.'];
const odd = (count: number, line: number) =>
  `${count} time(s) were written unusually (first in line ${line}); they were read as meant.`;
const markup = (count: number) =>
  `Formatting (italics, colours, positions) of ${count} caption(s) was left out.`;

describe.skipIf(!existsSync(folder))('captions of the test data', () => {
  it.each([
    ['typical_extra_blank_line.srt', [first, second, third], []],
    ['typical_utf16be.srt', [first, second, third], []],
    [
      'typical_missing_sequence.srt',
      [first, second, third],
      ['1 caption(s) had no number; they were numbered.'],
    ],
    [
      'typical_missing_timecode.srt',
      [
        first,
        [1.234, 3.234, 'This is the second subtitle.\nSecond subtitle with second line.'],
        third,
        [7208.901, 7210.901, 'This is the fourth subtitle.'],
        [7212.901, 7214.901, 'This is the fifth subtitle.'],
      ],
      [
        '1 caption(s) had no time (first in line 5); they follow the one before.',
        '1 caption(s) had no readable start (first in line 14); they start after the one before.',
        '1 caption(s) had no readable end (first in line 18); they stay for 2 seconds or until the next.',
      ],
    ],
    [
      'typical_negative_timestamps.srt',
      [[0, 1.234, second[2]], third],
      [
        odd(2, 2),
        '2 caption(s) reached before the start of the clip (first in line 2); that part was left out.',
      ],
    ],
    ['typical_no_hours_and_millis.srt', [first, [2, 3, second[2]], third], [odd(2, 2)]],
    [
      'typical_unexpected_end.srt',
      [first, second],
      ['The file breaks off in line 10: a caption without time and words was left out.'],
    ],
    [
      'typical_bad_timestamps.srt',
      [
        first,
        [2.345, 3.456, 'This should be discarded (too many decimal places).'],
        [7204.567, 7208.9, 'This should be discarded (too few decimal places).'],
      ],
      [odd(2, 6)],
    ],
    ['with_consecutive_cues.vtt', [first, [1.234, 3.456, 'This is the second subtitle.']], []],
    ['with_wide_unicode_chars_and_cr_endings.vtt', [[0, 1.234, '😛\n😛']], []],
    [
      'with_tags.vtt',
      [
        first,
        [2.345, 3.456, 'This is the second subtitle.'],
        [4, 5, 'This is the third subtitle.'],
        [6, 7, 'This is the <fourth> &subtitle.'],
      ],
      [markup(3)],
    ],
    [
      'with_rubies.vtt',
      [
        [1, 2, 'Some text with over-ruby.'],
        [3, 4, 'Some text with under-ruby and over-ruby (default).'],
        [5, 6, 'base1base2base3.'],
        [7, 8, 'Some text with no ruby text.'],
      ],
      [markup(4)],
    ],
    [
      'typical_with_bad_timestamps.vtt',
      [
        first,
        [2.345, 3.456, 'This is the second subtitle.'],
        [3.456, 5.678, 'This should be discarded (too many dots).'],
        [6.789, 7.789, 'This should be discarded (not a timestamp).'],
        [7.789, 8.789, 'This should be discarded (too many decimal places).'],
        [9.789, 10.78, 'This should be discarded (too few decimal places).'],
      ],
      [
        odd(4, 4),
        '1 caption(s) had no readable start (first in line 10); they start after the one before.',
        '1 caption(s) had no readable end (first in line 13); they stay for 2 seconds or until the next.',
      ],
    ],
    [
      'typical_dialogue.ass',
      [
        [0, 1.23, 'This is the first subtitle.'],
        [2.34, 3.45, 'This is the second subtitle with a newline\nand another.'],
        [4.56, 8.9, 'This is the third subtitle, with a comma.'],
      ],
      [odd(1, 3)],
    ],
    ['typical_header.ass', [], ['There are no captions in this file.']],
    [
      'overlapping_cues_different_layers.ass',
      [
        [1, 2, 'First subtitle - end overlaps second'],
        [2, 5.23, 'Second subtitle - beginning overlaps first'],
      ],
      ['1 caption(s) overlapped the next one; they end where it starts.'],
    ],
    [
      'invalid_timecodes.ass',
      [
        [0, 1.23, 'Non-integer start time.'],
        [2.34, 4.34, 'Non-integer end time.'],
        [4.56, 8.9, 'This is the third subtitle, with a comma.'],
        [8.9, 10.9, 'Empty start time.'],
        [12.9, 13.9, 'Empty end time.'],
        [13.9, 15.9, 'Start and end time equal.'],
        [15.9, 16.56, 'End time before start time.'],
        [16.56, 17.9, 'This is the last subtitle.'],
      ],
      [
        odd(6, 12),
        '2 caption(s) had no readable start (first in line 10); they start after the one before.',
        '2 caption(s) had no readable end (first in line 11); they stay for 2 seconds or until the next.',
        '2 caption(s) ended before they started (first in line 15); they stay for 2 seconds or until the next.',
      ],
    ],
    ['empty_style_line.ass', [[1, 3, 'First line.']], []],
  ])('%s', (name, cues, notes) => {
    const read = readSample(name);
    expect(read.cues).toEqual(cues);
    expect(read.notes).toEqual(notes);
    expect(read.type).toBe(name.slice(-3));
  });

  it.each([
    ['invalid_layer.ass', 3, []],
    ['invalid_positioning.ass', 4, [markup(3), odd(2, 15)]],
    ['layer.ass', 2, [odd(1, 7)]],
    ['positioning.ass', 6, [markup(6), odd(4, 15)]],
    ['positioning_without_playres.ass', 1, [markup(1)]],
    ['style_bold_italic.ass', 3, []],
    ['style_font_size.ass', 2, []],
    ['style_outline_color.ass', 2, []],
    ['style_primary_color.ass', 7, []],
    ['typical_utf16be.ass', 3, [odd(1, 12)]],
    ['typical.vtt', 2, []],
    ['with_font_size.vtt', 6, [markup(6)]],
    ['with_positioning.vtt', 8, []],
  ])('%s holds %i captions', (name, count, notes) => {
    const read = readSample(name);
    expect(read.cues).toHaveLength(count);
    expect(read.notes).toEqual(notes);
    // No tag, field or setting of a file is ever words.
    for (const [, , text] of read.cues) expect(text).not.toMatch(/\{|<|position:|Dialogue/);
  });

  it('says what it reads when it is given another kind', () => {
    const text = readFileSync(join(folder, 'media__simple.xml'), 'utf8');
    expect(() => parseCaptions(text, 'simple.srt')).toThrow('Choose an SRT, VTT or ASS file.');
  });
});
