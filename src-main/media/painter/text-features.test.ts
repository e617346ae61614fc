import path from 'node:path';
import { Canvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { canvasFont, nearestWeight, registerFontFamilies, setFontTokens } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { drawText, textDefaults } from '#shared/design/layers/text.ts';
import { caretAt, indexAt, selectionRectangles } from '#shared/design/text/carets.ts';
import { familiesOfText } from '#shared/design/text/families.ts';
import { graphemesOf } from '#shared/design/text/graphemes.ts';
import type { TextLayout, TextToLayOut } from '#shared/design/text/layout.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';

beforeAll(() => installTextMeasurer(path.resolve(import.meta.dirname, '../../..'), 'portable'));

function node(text: string, more: Partial<TextToLayOut> = {}): TextToLayOut {
  return { ...textDefaults, text, width: 300, height: 200, fontSize: 40, ...more };
}

function shownLines(layout: TextLayout): string[] {
  return layout.lines.map((line) => line.fragments.map((fragment) => fragment.shown).join(''));
}

const pieces = [
  '今天',
  '排版',
  '，',
  '。',
  '“限时”',
  '（三天）',
  '199',
  '元',
  'Galley ',
  ' ',
  '《书名》',
  '！',
];
const mixed = [
  ...pieces,
  'don’t ',
  '“Hi” ',
  '🎉',
  '👨‍👩‍👧‍👦',
  '1️⃣',
  'e\u0301',
  '\n',
  '\t',
  '……',
  '——',
  'straße ',
];
const words = fc.array(fc.constantFrom(...mixed), { maxLength: 20 }).map((list) => list.join(''));
const runs = fc.array(
  fc
    .tuple(
      fc.nat(40),
      fc.nat(40),
      fc.constantFrom(20, 40, 64),
      fc.constantFrom('Inter', 'Anton', 'Noto Sans SC'),
    )
    .map(([start, length, fontSize, fontFamily]) => ({
      start,
      end: start + length + 1,
      fontSize,
      fontFamily,
    })),
  { maxLength: 3 },
);
const writing = fc.constantFrom<Partial<TextToLayOut>>(
  {},
  { sizing: 'auto-width' },
  { list: 'number' },
  { capitals: true, letterSpacing: 3 },
  { writing: 'vertical', sizing: 'fixed' },
  { path: { kind: 'arc', bend: 60 } },
);

describe('any text', () => {
  test('its fragments hold every character once, in order, without the newlines', () => {
    fc.assert(
      fc.property(words, runs, writing, fc.integer({ min: 30, max: 500 }), (text, list, more, width) => {
        const layout = layoutText(node(text, { runs: list, width, ...more }));
        const fragments = layout.lines.flatMap((line) => line.fragments);
        const expected = more.path ? text : text.replaceAll('\n', '');
        expect(fragments.map((fragment) => fragment.text).join('')).toBe(expected);
        let at = 0;
        for (const { text: own, start, end, shown } of fragments) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(own);
          expect(shown).toHaveLength(own.length);
          at = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('no line is wider than its box unless it is one character', () => {
    fc.assert(
      fc.property(words, runs, fc.integer({ min: 70, max: 500 }), (text, list, width) => {
        for (const line of layoutText(node(text, { runs: list, width })).lines) {
          const solid = text.slice(line.start, line.end).trim();
          if (line.width > width + 0.1) expect(graphemesOf(solid)).toHaveLength(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('no column of vertical text is longer than its box unless it is one character', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 100, max: 500 }), (text, height) => {
        const layout = layoutText(node(text, { writing: 'vertical', sizing: 'fixed', height }));
        for (const line of layout.lines) {
          if (line.width > height + 0.1) expect(line.fragments).toHaveLength(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('no line and no column starts with a mark, even after a space', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 }),
        fc.integer({ min: 240, max: 700 }),
        fc.boolean(),
        (list, size, vertical) => {
          const text = `字${list.join('')}`
            .replaceAll(/(?<=[，。！ ])[，。！ ]+/gu, '')
            .replaceAll(/(Galley ?|199)(?=Galley|199)/gu, '$1字');
          const layout = layoutText(
            node(text, {
              width: size,
              height: size,
              sizing: 'fixed',
              ...(vertical && { writing: 'vertical' }),
            }),
          );
          for (const line of layout.lines.slice(1)) expect(line.text).not.toMatch(/^[，。！”）》]/u);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('strange characters lay out, draw and take a caret in every kind of writing', () => {
  const strange = fc.array(
    fc.constantFrom(
      '\u00AD',
      '\u200B',
      '\u200D',
      '\uFE0F',
      '\uD83C',
      'שלום',
      '\u202E',
      '\u0000',
      '\r\n',
      '\u2028',
      '🇨',
      'क्षि',
      '字',
      'a ',
    ),
    { maxLength: 12 },
  );
  const context = new Canvas(40, 40).getContext('2d');
  const environment = {
    tokens: {},
    picture: () => undefined,
    scale: () => 1,
    surface: (width: number, height: number) => {
      const canvas = new Canvas(width, height);
      return { context: canvas.getContext('2d'), image: canvas, width, height };
    },
  };
  fc.assert(
    fc.property(strange, writing, fc.integer({ min: 1, max: 200 }), (list, more, width) => {
      const text = list.join('');
      const drawn = {
        ...node(text, { width, overflow: 'ellipsis', ...more }),
        id: 'n',
        pageId: 'p',
        order: 'a0',
      };
      const layout = layoutText(drawn);
      expect(Number.isFinite(layout.width + layout.height)).toBe(true);
      drawText(context, { ...drawn, underline: true } as TextNode, environment);
      for (let index = 0; index <= text.length; index += 1) {
        const caret = caretAt(layout, index);
        expect(Number.isFinite(caret.x + caret.top + caret.height)).toBe(true);
        indexAt(layout, caret.x, caret.top);
      }
      selectionRectangles(layout, 0, text.length);
    }),
    { numRuns: 150 },
  );
});

describe('boxes', () => {
  const long = '今天全场只要一百块，extraordinarily 便宜，先到先得';

  test('shrink finds one size for all at which everything is inside and words are whole', () => {
    const layout = layoutText(node(long, { overflow: 'shrink', sizing: 'fixed', height: 120, width: 260 }));
    expect(layout.scale).toBeLessThan(1);
    expect(layout.height).toBeLessThanOrEqual(120.01);
    expect(layout.width).toBeLessThanOrEqual(260.01);
    expect(shownLines(layout).some((line) => line.includes('extraordinarily'))).toBe(true);
    expect(Math.round(layout.scale * 40)).toBe(layout.scale * 40);
    const alone = layoutText(node('好', { overflow: 'shrink', sizing: 'fixed' }));
    expect(alone.scale).toBe(1);
  });

  test('runs shrink by the same factor', () => {
    const list = [{ start: 0, end: 2, fontSize: 80 }];
    const layout = layoutText(node(long, { runs: list, overflow: 'shrink', sizing: 'fixed' }));
    const sizes = layout.lines.flatMap((line) => line.fragments.map((fragment) => fragment.style.fontSize));
    expect(new Set(sizes)).toEqual(new Set([80 * layout.scale, 40 * layout.scale]));
  });

  test('ellipsis ends the last line that fits, and only when something is left out', () => {
    const cut = layoutText(node(long, { overflow: 'ellipsis', sizing: 'fixed', height: 115 }));
    expect(cut.lines).toHaveLength(2);
    expect(cut.cut).toBe(true);
    expect(shownLines(cut)[1]).toMatch(/[^，]…$/u);
    for (const line of cut.lines) expect(line.width).toBeLessThanOrEqual(300);
    const whole = layoutText(node(long, { overflow: 'ellipsis', sizing: 'fixed', height: 900 }));
    expect(whole.cut).toBe(false);
    expect(shownLines(whole).join('')).not.toContain('…');
  });

  test('a line is as high as its largest run, and paragraphs keep their distance', () => {
    const layout = layoutText(
      node('一二\n三', { runs: [{ start: 1, end: 2, fontSize: 80 }], lineHeight: 1.5, paragraphSpacing: 10 }),
    );
    expect(layout.lines.map((line) => [line.top, line.height])).toEqual([
      [0, 120],
      [130, 60],
    ]);
    expect(layout.height).toBe(190);
  });

  test('list items hang: every line of an item starts behind its marker', () => {
    const layout = layoutText(node('现磨咖啡每日两次新鲜\n手冲', { list: 'number' }));
    expect(layout.lines.map((line) => line.marker?.shown)).toEqual(['1.', undefined, '2.']);
    expect(new Set(layout.lines.map((line) => line.x)).size).toBe(1);
    expect(layout.lines[0]?.x).toBeGreaterThan(30);
  });
});

describe('vertical text', () => {
  const columns = (text: string, more: Partial<TextToLayOut> = {}) =>
    layoutText(node(text, { writing: 'vertical', sizing: 'fixed', height: 200, width: 300, ...more }));

  test('columns go from right to left, one em a character', () => {
    const layout = columns('床前明月光疑是', { lineHeight: 1.5 });
    expect(layout.lines.map((line) => line.text)).toEqual(['床前明月光', '疑是']);
    expect(layout.lines.map((line) => [line.top, line.height])).toEqual([
      [240, 60],
      [180, 60],
    ]);
    expect(layout.lines[0]?.width).toBe(200);
  });

  test('words lie on their side, short numbers stand, marks move to their corner', () => {
    const [line] = columns('在12月Ab，', { height: 400 }).lines;
    const fragments = line?.fragments ?? [];
    expect(fragments.map(({ shown, turn }) => [shown, turn ?? 0])).toEqual([
      ['在', 0],
      ['12', 0],
      ['月', 0],
      ['Ab', 90],
      ['，', 0],
    ]);
    const [first, mark] = [fragments[0], fragments[4]];
    expect((mark?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(15);
  });

  test('quotation marks become corner brackets and dashes are one stroke', () => {
    expect(shownLines(columns('“好”——', { height: 400 }))).toEqual(['『好』——']);
  });

  test('list items hang from their marker', () => {
    const layout = columns('现磨咖啡每日\n手冲', { list: 'number', align: 'left' });
    expect(layout.lines.map((line) => [line.text, line.marker?.shown, line.x])).toEqual([
      ['现磨咖', '1', 56],
      ['啡每日', undefined, 56],
      ['手冲', '2', 56],
    ]);
  });

  test('a box of automatic size is as wide as its columns', () => {
    const layout = columns('一二\n三', { sizing: 'auto-width', lineHeight: 1.5 });
    expect([layout.width, layout.height]).toEqual([120, 80]);
  });
});

describe('text on a path', () => {
  test('an arc is upright in its middle and bent as far as asked', () => {
    const layout = layoutText(node('弧形文字真好', { path: { kind: 'arc', bend: 50 } }));
    const turns = layout.lines[0]?.fragments.map((fragment) => fragment.turn ?? 0) ?? [];
    // Half a circle from end to end; the middles of six letters are a sixth of it apart.
    for (const [index, turn] of turns.entries()) expect(turn).toBeCloseTo(-75 + index * 30, 0);
    const smile = layoutText(node('弧形文字真好', { path: { kind: 'arc', bend: -50 } }));
    expect(smile.lines[0]?.fragments.map((fragment) => fragment.turn ?? 0)[0]).toBeCloseTo(75, 0);
  });

  test('a straight path sets letters as a straight line does', () => {
    const straight = layoutText(node('AVAST 文字', { sizing: 'auto-width' })).lines[0];
    const path = { kind: 'path', d: 'M0 5H10', width: 10, height: 10 } as const;
    const along = layoutText(node('AVAST 文字', { path }));
    const last = along.lines[0]?.fragments.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(straight?.width ?? 0, 1);
    expect(last?.baseline).toBe(100);
    expect(last?.turn).toBe(0);
  });

  test('letters beyond the end of a path go straight on, and a path without length does not fail', () => {
    const short = { kind: 'path', d: 'M0 0L1 0', width: 10, height: 10 } as const;
    const fragments = layoutText(node('字字字', { path: short })).lines[0]?.fragments ?? [];
    expect(fragments.map((fragment) => Math.round(fragment.x))).toEqual([0, 40, 80]);
    const none = { kind: 'path', d: 'M3 3', width: 10, height: 10 } as const;
    expect(layoutText(node('字', { path: none })).lines).toHaveLength(1);
  });
});

describe('fonts', () => {
  test('emoji have a font of their own, last in every other', () => {
    const [line] = layoutText(node('好👍🏽1', { fontWeight: 700, sizing: 'auto-width' })).lines;
    const fonts = line?.fragments.map((fragment) => fragment.font) ?? [];
    expect(fonts[1]).toMatch(/^400 40px "Noto Color Emoji"/);
    expect(fonts[2]).toMatch(/^700 40px "Noto Sans SC", "Inter", "Noto Color Emoji"$/);
    expect(familiesOfText(node('好'))).not.toContain('Noto Color Emoji');
    expect(familiesOfText(node('好👍'))).toContain('Noto Color Emoji');
  });

  test('marks of English words in Chinese text are narrow, Chinese ones wide', () => {
    const widths = (text: string) =>
      layoutText(node(text, { sizing: 'auto-width' })).lines[0]?.fragments.map((fragment) => fragment.width);
    expect(widths('我 don’t')?.[1]).toBeLessThan(15);
    expect(widths('我说“好”')).toHaveLength(1);
    expect(widths('我说 “OK” 了')).toHaveLength(5);
  });

  test('tokens stand for the brand’s families; own families have their own weights and measures', () => {
    expect(canvasFont('token:heading', 400, 10)).toMatch(/^700 10px "Noto Sans SC"/);
    registerFontFamilies([{ family: 'user-1', ascent: 1.5, descent: 0.5, weights: [300, 500] }]);
    setFontTokens({
      heading: { family: 'user-1', weight: 500 },
      body: { family: 'Lora', weight: 400 },
    });
    expect(canvasFont('token:heading', 400, 10)).toMatch(/^500 10px "user-1"/);
    expect(nearestWeight('token:body', 700)).toBe(700);
    const before = layoutText(node('x', { fontFamily: 'token:heading' })).lines[0];
    expect(before?.ascent).toBe(60);
    setFontTokens(null);
    expect(layoutText(node('x', { fontFamily: 'token:heading' })).lines[0]?.ascent).toBeCloseTo(35.2);
  });
});
