import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { layoutCue, layoutTracks, noInsets } from '#shared/clip/captions/layout-cue.ts';
import { breakText } from '#shared/clip/captions/lines.ts';
import { captionPresets, defaultCaptionStyle } from '#shared/clip/captions/styles.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import { createPainter } from '#main/media/painter/painter.ts';

/** Lines are measured with the fonts that paint, so these tests live where the painter is. */
beforeAll(async () => {
  const painter = createPainter({ projectRoot: process.cwd() });
  const text = { ...textDefaults, id: 't', pageId: 'p', order: 'a0', text: '你好 hello “x”' };
  const page = { id: 'p', name: '', order: 'a0', background: '#ffffff' };
  await painter.prepareLayout({ width: 10, height: 10, pages: { p: page }, nodes: { t: text } });
  painter.close();
});

const font = { fontFamily: 'Noto Sans SC', fontWeight: 700, fontSize: 40, capitals: false };
const frame = { width: 1080, height: 1920 };

function linesOf(text: string, width: number, most = 2): string[] {
  return breakText(text, font, width, most).text.split('\n');
}

describe('lines of a caption', () => {
  it.each([
    ['Short one', 800, ['Short one']],
    [
      'This is the moment we have all been waiting for',
      700,
      ['This is the moment we', 'have all been waiting for'],
    ],
    [
      'We went to the old house, but nobody was at home',
      700,
      ['We went to the old house,', 'but nobody was at home'],
    ],
    ['今天我们去看电影，明天再去爬山', 420, ['今天我们去看电影，', '明天再去爬山']],
    ['- Are you coming?\n- No.', 800, ['- Are you coming?', '- No.']],
    ['one\ntwo\nthree', 800, ['one two three']],
  ])('“%s” breaks evenly, between words', (text, width, lines) => {
    expect(linesOf(text, width)).toEqual(lines);
  });

  it('hold their limits, lose nothing and never start with a sign, whatever the words are', () => {
    const word = fc.constantFrom(
      'a',
      'the',
      'house',
      'wonderful',
      '你好',
      '世界，',
      '“好”',
      'ok?',
      '2024',
      '。',
      '的',
      '(see',
      'this)',
    );
    const texts = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const broken = breakText(text, font, width, most);
          expect(broken.text.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
          if (!broken.fits) return;
          const lines = broken.text.split('\n');
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、！？”）)]/);
          for (const index of Array.from(text).keys())
            if (text[index]?.trim()) expect(broken.text[broken.placeOf(index)]).toBe(text[index]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const cue = (id: string, text: string): Cue => ({ id, from: 0, to: 3, text });

describe('captions as layers', () => {
  it('stay in the frame in every preset, however long the words are', () => {
    const long = '这是一个非常非常长的句子，'.repeat(6);
    for (const { style } of captionPresets.filter(({ style: each }) => each.fontFamily.includes('Noto')))
      for (const text of ['Hi', long, 'w'.repeat(300)]) {
        const { node, box } = layoutCue(cue('c', text), style, frame, noInsets, null);
        expect(box.x).toBeGreaterThanOrEqual(-0.01);
        expect(box.x + box.width).toBeLessThanOrEqual(frame.width + 0.01);
        expect(box.y).toBeGreaterThanOrEqual(-0.01);
        expect(layoutOfNode(node).height).toBeLessThanOrEqual(node.height + 0.01);
      }
  });

  it('mark the word that is said, also across a line break', () => {
    const style = { ...defaultCaptionStyle, size: 8, highlight: 'colour' as const };
    const said = cue('c', 'This is the moment we have all been waiting for');
    const { node } = layoutCue(said, style, frame, noInsets, 5);
    const [run] = node.runs ?? [];
    expect(node.text.slice(run?.start, run?.end)).toBe('have');
    expect(run?.colour).toBe(style.highlightColour);
    const past = layoutCue(said, { ...style, highlight: 'past' }, frame, noInsets, 5).node;
    expect(past.text.slice(past.runs?.[0]?.start, past.runs?.[0]?.end).replaceAll('\n', ' ')).toBe(
      'This is the moment we have',
    );
  });

  it('of any tracks never cover each other and keep their order', () => {
    const tracks = fc.array(
      fc.record({
        position: fc.double({ min: 0, max: 1, noNaN: true }),
        size: fc.integer({ min: 2, max: 8 }),
        words: fc.integer({ min: 1, max: 12 }),
      }),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(tracks, (list) => {
        const made = list.map(
          ({ position, size, words }, index): CaptionTrack => ({
            id: `t${index}`,
            name: '',
            language: 'en',
            burn: true,
            style: { ...defaultCaptionStyle, position, size },
            cues: [cue(`c${index}`, 'word '.repeat(words).trim())],
          }),
        );
        const shown = layoutTracks(made, 1, frame, noInsets).toSorted(
          (one, other) => one.box.y - other.box.y,
        );
        expect(shown).toHaveLength(list.length);
        for (const [index, each] of shown.entries()) {
          const next = shown[index + 1];
          if (next) expect(each.box.y + each.box.height).toBeLessThanOrEqual(next.box.y + 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});
