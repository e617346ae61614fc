import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fontFaces, nearestWeight } from '#shared/design/fonts.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { layoutFingerprint } from '#shared/design/text/fingerprint.ts';
import type { TextToLayOut } from '#shared/design/text/layout.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import fixture from '#shared/documents/fixtures/design-1.json' with { type: 'json' };
import { fontFiles } from '#main/media/painter/font-files.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../..');

beforeAll(() => installTextMeasurer(projectRoot, 'portable'));

function lines(text: string, more: Partial<TextToLayOut> = {}): string[] {
  return layoutText({ ...textDefaults, text, width: 400, fontSize: 40, ...more }).lines.map(
    (line) => line.text,
  );
}

/** Punctuation that no line may start with (GB/T 15834 and W3C clreq, prohibited at line start). */
const neverFirst = /^[，。、；：？！”’）》〉」』】…]/u;
/** Punctuation that no line may end with. */
const neverLast = /[“‘（《〈「『【]$/u;

describe('breaking Chinese and mixed text', () => {
  test('no line starts or ends with forbidden punctuation, at any width', () => {
    const piece = fc.constantFrom(
      '今天',
      '排',
      '版',
      '，',
      '。',
      '“限时”',
      '（三天）',
      '199',
      '元',
      'Galley',
      ' ',
      '《书名》',
      '！',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 24 }),
        fc.integer({ min: 200, max: 700 }),
        (pieces, width) => {
          // After a space a line may break before anything, as in Chrome; typeset text has none there.
          // A run of closing marks longer than the line cannot be kept together by anyone.
          const text = `字${pieces.join('')}`
            // A word wider than the line is cut anywhere, so words stand alone here.
            .replaceAll(/(Galley|199)(?=Galley|199)/g, '$1字')
            .replaceAll(/ +(?=[，。！])/gu, '')
            .replaceAll(/([，。！])[，。！]+/gu, '$1');
          const broken = lines(text, { width });
          for (const [index, line] of broken.entries()) {
            if (index > 0) expect(line).not.toMatch(neverFirst);
            if (index < broken.length - 1) expect(line.trimEnd()).not.toMatch(neverLast);
          }
          expect(broken.join('')).toBe(text);
        },
      ),
    );
  });

  test('a number stays whole', () => {
    for (let width = 130; width < 500; width += 10) {
      const broken = lines('今天全场只要199元，满 1,299.00 减 20%', { width });
      if (width < 200) continue;
      for (const number of ['199', '1,299.00', '20%']) {
        expect(broken.some((line) => line.includes(number))).toBe(true);
      }
    }
  });

  test('an apostrophe does not break an English word', () => {
    expect(textLanguage('don’t')).toBe('en');
    for (let width = 140; width < 400; width += 5) {
      for (const line of lines('We don’t stop', { width })) expect(line).not.toMatch(/’$/u);
    }
  });

  test('newlines start lines; one at the end opens an empty one', () => {
    expect(lines('a\nb\r\n\nc\n', { sizing: 'auto-width' })).toEqual(['a', 'b', '', 'c', '']);
    expect(lines('')).toEqual(['']);
  });
});

describe('placing lines', () => {
  test('align counts visible width, without trailing spaces or the spacing after the last character', () => {
    const layout = layoutText({
      ...textDefaults,
      text: '中文',
      width: 400,
      fontSize: 40,
      align: 'right',
      letterSpacing: 10,
    });
    expect(layout.lines[0]?.width).toBeCloseTo(90, 3);
    expect(layout.lines[0]?.x).toBeCloseTo(310, 3);
  });

  test('a fixed box places its lines at the bottom', () => {
    const top = layoutText({ ...textDefaults, text: '中', height: 300 });
    const bottom = layoutText({
      ...textDefaults,
      text: '中',
      height: 300,
      sizing: 'fixed',
      verticalAlign: 'bottom',
    });
    expect((bottom.lines[0]?.baseline ?? 0) - (top.lines[0]?.baseline ?? 0)).toBeCloseTo(300 - 48 * 1.4);
  });

  test('a missing weight falls to the nearest the family has', () => {
    expect(nearestWeight('Noto Sans SC', 600)).toBe(700);
    expect(nearestWeight('Bebas Neue', 900)).toBe(400);
    expect(nearestWeight('Inter', 500)).toBe(400);
  });

  test('the fingerprint is plain data, the same each time', () => {
    const { body } = readDocument(designFormat, fixture);
    const fingerprint = layoutFingerprint(body);
    expect(fingerprint).toEqual([
      {
        nodeId: 't',
        lines: [
          {
            text: '你好，Galley',
            x: 0,
            baseline: 51.84,
            width: expect.closeTo(292, 0),
            fragments: [expect.objectContaining({ shown: '你好，Galley', x: 0, turn: 0, size: 48 })],
          },
        ],
      },
    ]);
    expect(JSON.stringify(layoutFingerprint(body))).toBe(JSON.stringify(fingerprint));
  });
});

test('every bundled face has its file', () => {
  expect(fontFiles(projectRoot)).toHaveLength(fontFaces.length);
  expect(() => fontFiles('/nowhere')).toThrow(expect.objectContaining({ code: 'not-found' }));
});
