import { describe, expect, it } from 'vitest';
import type { CaptionTrack } from '../edit/captions.ts';
import { checkCues, readingLength, readingLimits, readingSpeed } from './checks.ts';
import { captionPresets, defaultCaptionStyle, secondaryStyle } from './styles.ts';
import { captionStyleSchema } from '../edit/captions.ts';

const wide = { width: 1920, height: 1080 };
const tall = { width: 1080, height: 1920 };

function problems(cues: { from: number; to: number; text: string }[], frame = wide): string[] {
  const track: CaptionTrack = {
    id: 't',
    name: '',
    language: 'en',
    burn: true,
    style: defaultCaptionStyle,
    cues: cues.map((cue, index) => ({ ...cue, id: `c${index}` })),
  };
  return checkCues(track, frame).map(({ cueId, code, severity }) => `${cueId} ${code} ${severity}`);
}

describe('checks of captions', () => {
  it('are silent about good captions', () => {
    expect(
      problems([
        { from: 0, to: 2, text: 'A good caption' },
        { from: 2, to: 4, text: '一条好的字幕' },
      ]),
    ).toEqual([]);
  });

  it('know how fast people read English and Chinese', () => {
    const english = (letters: number) => problems([{ from: 0, to: 2, text: 'a'.repeat(letters) }]);
    expect(english(34)).toEqual([]);
    expect(english(36)).toEqual(['c0 fast warning']);
    expect(english(43)).toEqual(['c0 too-fast error']);
    const chinese = (letters: number) => problems([{ from: 0, to: 2, text: '字'.repeat(letters) }]);
    expect(chinese(12)).toEqual([]);
    expect(chinese(14)).toEqual(['c0 fast warning']);
    expect(chinese(19)).toEqual(['c0 too-fast error']);
    expect(readingLength('用 iPhone 拍')).toBe(6);
    expect(readingSpeed({ from: 1, to: 3, text: 'ab\ncd' })).toBe(2);
  });

  it('hold lines to the width of the picture', () => {
    const text = 'This is a long sentence for one caption, it goes on and on';
    expect(problems([{ from: 0, to: 6.5, text }])).toEqual([]);
    expect(problems([{ from: 0, to: 6.5, text: `${text} and further` }], tall)).toEqual([
      'c0 line-too-long warning',
    ]);
    expect(readingLimits('字幕', tall).line).toBe(13);
    expect(readingLimits('words', wide).line).toBe(42);
    expect(problems([{ from: 0, to: 3, text: 'one\ntwo\nthree' }])).toEqual(['c0 too-many-lines warning']);
  });

  it('see times that flicker, overlap, or are too short or long', () => {
    const text = 'word';
    expect(
      problems([
        { from: 0, to: 0.8, text },
        { from: 1, to: 8.2, text },
      ]),
    ).toEqual(['c0 too-short warning', 'c1 too-long warning']);
    expect(
      problems([
        { from: 0, to: 1, text },
        { from: 1.04, to: 3, text },
      ]),
    ).toEqual(['c0 gap-too-small warning']);
    expect(
      problems([
        { from: 0, to: 1.2, text },
        { from: 1, to: 3, text },
      ]),
    ).toEqual(['c0 overlap error']);
    expect(problems([{ from: 0, to: 1, text: ' ' }])).toEqual(['c0 empty warning']);
  });
});

describe('looks of captions', () => {
  it('are sound, named in both languages and different', () => {
    expect(captionPresets.length).toBeGreaterThanOrEqual(12);
    for (const { name, style } of [...captionPresets]) {
      expect(captionStyleSchema.safeParse(style).success).toBe(true);
      expect(captionStyleSchema.safeParse(secondaryStyle(style)).success).toBe(true);
      expect(name.en).not.toBe('');
      expect(name.zh).not.toBe('');
    }
    expect(new Set(captionPresets.map(({ id }) => id)).size).toBe(captionPresets.length);
    expect(new Set(captionPresets.map(({ style }) => JSON.stringify(style))).size).toBe(
      captionPresets.length,
    );
  });
});
