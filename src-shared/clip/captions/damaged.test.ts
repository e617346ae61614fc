import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cueSchema } from '../edit/captions.ts';
import { parseCaptions } from './parse.ts';

const read = (text: string, name = 'x.srt') => {
  const { cues, notes } = parseCaptions(text, name);
  return {
    cues: cues.map(({ from, to, text: words }) => [from, to, words]),
    notes: notes.map(({ en }) => en),
  };
};

describe('damaged captions', () => {
  it('without empty lines between them are parted', () => {
    expect(read('1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:03,000 --> 00:00:04,000\nTwo')).toEqual({
      cues: [
        [1, 2, 'One'],
        [3, 4, 'Two'],
      ],
      notes: ['1 caption(s) were not parted from the one before by an empty line; they were parted.'],
    });
  });

  it('with times written in other ways are read as meant', () => {
    const { cues, notes } = read(
      '1\n00:00:01.500 --> 00：00：02，000\nfull width\n\n2\n00: 00: 03, 000-->00:00:04,000 X1:10 X2:20\nspaces\n\n3\n5.5 --> 6.25\nseconds\n',
    );
    expect(cues).toEqual([
      [1.5, 2, 'full width'],
      [3, 4, 'spaces'],
      [5.5, 6.25, 'seconds'],
    ]);
    expect(notes.join(' ')).toContain('3 time(s) were written unusually');
  });

  it('out of order are sorted, overlapping ones cut, equal ones kept once, two at once joined', () => {
    const { cues, notes } = read(
      '1\n00:00:09,000 --> 00:00:12,000\nlast\n\n2\n00:00:01,000 --> 00:00:03,000\nHello\n\n3\n00:00:01,000 --> 00:00:03,000\n你好\n\n4\n00:00:01,000 --> 00:00:03,000\nHello\n\n5\n00:00:05,000 --> 00:00:11,000\nlong\n',
    );
    expect(cues[0]).toEqual([1, 3, 'Hello\n你好\nHello']);
    expect(cues.slice(1)).toEqual([
      [5, 9, 'long'],
      [9, 12, 'last'],
    ]);
    expect(notes.join(' ')).toContain('out of order');
    expect(notes.join(' ')).toContain('overlapped the next one');
    expect(
      read('1\n00:00:01,000 --> 00:00:03,000\nHi\n\n2\n00:00:01,000 --> 00:00:03,000\nHi\n').notes,
    ).toEqual(['1 caption(s) were there twice; each is kept once.']);
  });

  it('lose tags, references and strays, but no words', () => {
    const { cues } = read(
      '1\n00:00:01,000 --> 00:00:02,000\n<font color="#ff0000">Red</font> &amp; <i>italic</i><br>{\\an8}a < b &unknown; <3\n',
    );
    expect(cues).toEqual([[1, 2, 'Red & italic\na < b &unknown; <3']]);
  });

  it('without words are left out', () => {
    expect(
      read('1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:03,000 --> 00:00:04,000\n<i> </i>\n').notes,
    ).toContain('2 caption(s) without words were left out.');
  });

  it('that roll over two lines say every line once', () => {
    const block = (from: string, to: string, ...lines: string[]) =>
      `00:00:${from} --> 00:00:${to} align:start position:0%\n${lines.join('\n')}\n`;
    const { cues, notes } = read(
      [
        'WEBVTT\nKind: captions\nLanguage: en\n',
        block('01.000', '03.000', ' ', 'hello<00:00:01.500><c> my</c><00:00:02.000><c> friends</c>'),
        block('03.000', '03.010', 'hello my friends', ' '),
        block(
          '03.010',
          '05.000',
          'hello my friends',
          'how<00:00:03.500><c> are</c><00:00:04.000><c> you</c>',
        ),
        block('05.000', '05.010', 'how are you', ' '),
        block('05.010', '07.000', 'how are you', 'fine<00:00:06.000><c> thanks</c>'),
      ].join('\n'),
      'auto.vtt',
    );
    expect(cues).toEqual([
      [1, 3, 'hello my friends'],
      [3.01, 5, 'how are you'],
      [5.01, 7, 'fine thanks'],
    ]);
    expect(notes.join(' ')).toContain('rolling captions');
  });

  it('with karaoke keep the times of words, without drawings, comments and tags', () => {
    const { cues } = parseCaptions(
      '[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nComment: 0,0:00:00.00,0:00:01.00,a,,0,0,0,,no\nDialogue: 0,0:00:01.00,0:00:03.00,a,,0,0,0,karaoke,{\\fad(1,2)\\k50}Hel{\\kf50}lo {note}{\\K100}world{\\p1}m 0 0 l 100 100{\\p0}!\n',
      'x.ass',
    );
    expect(cues).toEqual([
      {
        id: 'c1',
        from: 1,
        to: 3,
        text: 'Hello world!',
        words: [
          { start: 0, end: 3, from: 1, to: 1.5 },
          { start: 3, end: 5, from: 1.5, to: 2 },
          { start: 6, end: 12, from: 2, to: 3 },
        ],
      },
    ]);
  });

  it('of any bytes are read or refused, soundly', () => {
    const part = fc.constantFrom(
      '1',
      '\n',
      '\n\n',
      '\r',
      '00:00:01,000 --> 00:00:02,000',
      '00:00:02.5',
      ' --> ',
      '-->',
      'words',
      '你好',
      '<i>',
      '</',
      '{\\k20}',
      '{',
      '}',
      '\\N',
      'WEBVTT',
      'NOTE',
      'STYLE',
      '[Events]',
      'Format: Start, End, Text',
      'Dialogue: 0,0:00:01.00,0:00:03.00,a,b,c',
      'Dialogue:',
      ',',
      '\0',
      '\u2028',
      '&#0;',
      '&#xD800;',
      '99:99:99,999',
      '-1:00',
      '999999:00:00,000 --> 999999:00:01,000',
    );
    const text = fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('a.srt', 'a.vtt', 'a.ass', 'a'), (written, name) => {
        let cues: ReturnType<typeof parseCaptions>['cues'] = [];
        try {
          cues = parseCaptions(written, name).cues;
        } catch (error) {
          expect(error).toMatchObject({ code: 'unreadable-file' });
        }
        for (const [index, cue] of cues.entries()) {
          expect(cueSchema.safeParse(cue).success).toBe(true);
          expect(cue.text.trim()).toBe(cue.text);
          expect(cue.to).toBeLessThanOrEqual(cues[index + 1]?.from ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile captions', () => {
  const megabyte = 1_000_000;
  it.each([
    ['a line of a megabyte', `1\n00:00:01,000 --> 00:00:02,000\n${'x'.repeat(megabyte)}\n`, 1],
    ['a time line of a megabyte', `1\n00:00:01,000 --> ${'0'.repeat(megabyte)}\nx\n`, 0],
    ['a megabyte of opening tags', `1\n00:00:01,000 --> 00:00:02,000\nx${'<b '.repeat(megabyte / 3)}\n`, 1],
    [
      'a megabyte of brackets in WebVTT',
      `WEBVTT\n\n00:01.000 --> 00:02.000\nx${'<c'.repeat(megabyte / 2)}\n`,
      1,
    ],
    [
      'a megabyte of override tags',
      `[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,a,,0,0,0,,x{${'\\t(\\k1'.repeat(megabyte / 6)}}y\n`,
      1,
    ],
    [
      'nested braces',
      `[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,a,,0,0,0,,x${'{\\k1'.repeat(megabyte / 4)}y\n`,
      1,
    ],
    [
      'a megabyte of escaped braces',
      `[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,a,,0,0,0,,${'\\{'.repeat(megabyte / 2)}\n`,
      1,
    ],
    ['a megabyte of commas', `[Events]\nDialogue: ${','.repeat(megabyte)}\n`, 0],
    ['a megabyte of spaces', `1\n00:00:01,000 -->${' '.repeat(megabyte)}00:00:02,000\nx\n`, 0],
    ['a megabyte of empty lines', `1\n00:00:01,000 --> 00:00:02,000\nx${'\n'.repeat(megabyte)}y\n`, 1],
    [
      'a megabyte of spaces in words',
      `[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,a,,0,0,0,,a${' '.repeat(megabyte)}b\n`,
      1,
    ],
    ['a megabyte of numbers', `WEBVTT\n\n${'1\n'.repeat(megabyte / 2)}`, 0],
    ['a megabyte of digits before no arrow', `${'1'.repeat(megabyte)}`, -1],
  ])('%s is read at once', (_name, text, count) => {
    if (count < 0) {
      expect(() => parseCaptions(text, 'x.srt')).toThrow('Choose an SRT');
      return;
    }
    const { cues } = parseCaptions(text, 'x.srt');
    expect(cues.length).toBeLessThanOrEqual(Math.max(count, 1));
    for (const cue of cues) expect(cue.text.length).toBeLessThanOrEqual(5000);
    if (count > 0) expect(cues).toHaveLength(count);
  });

  it('a million captions become 20,000 and a note', () => {
    const block = '1\n00:00:01,000 --> 00:00:02,000\nx\n\n';
    const { cues, notes } = parseCaptions(block.repeat(1_000_000), 'x.srt');
    expect(cues.length).toBeLessThanOrEqual(20_000);
    expect(notes.map(({ en }) => en)).toContain(
      'The file has more than 20,000 captions; those after were left out.',
    );
  });
});
