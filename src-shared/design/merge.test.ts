import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designFormat, emptyDesign } from '#shared/design/document.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { qrDefaults } from '#shared/design/layers/qr.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { type TextRun, textDefaults } from '#shared/design/layers/text.ts';
import { columnsIn, fillRuns, fillText } from '#shared/design/merge-text.ts';
import { boundFields, checkColumns, mergeRow, pictureLookup } from '#shared/design/merge.ts';
import { type DesignBody, type DesignNode, designSchema } from '#shared/design/schema.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';

const place = { pageId: 'page-1', order: 'a0' };
const nothing = (): null => null;

function design(...nodes: DesignNode[]): DesignBody {
  return {
    ...emptyDesign(1080, 1080, 'page-1'),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  };
}

const text = (id: string, words: string, more: Partial<DesignNode> = {}): DesignNode =>
  ({ ...textDefaults, ...place, id, text: words, ...more }) as DesignNode;

describe('words', () => {
  it('replaces columns, with spaces and whatever case', () => {
    expect(columnsIn('{{a}} and {{ b c }}, {{a}}')).toEqual(['a', 'b c']);
    expect(fillText('{{a}}–{{b}}', (name) => (name === 'a' ? '$& x' : null))).toBe('$& x–{{b}}');
    const merged = mergeRow(
      design(text('t', '你好，{{ 姓名 }}！{{CITY}}')),
      ['姓名', 'City'],
      ['小明', '巴黎'],
      nothing,
    );
    expect(merged).toMatchObject({ body: { nodes: { t: { text: '你好，小明！巴黎' } } }, problems: [] });
  });

  it('gives a value the looks of its placeholder and keeps runs around it', () => {
    const runs: TextRun[] = [
      { start: 0, end: 3, underline: true },
      { start: 3, end: 11, colour: '#ff0000' },
      { start: 11, end: 14, strike: true },
    ];
    // "Hi {{name}}, x" → "Hi 小明, x"
    expect(fillRuns('Hi {{name}}, x', runs, () => '小明')).toEqual([
      { start: 0, end: 3, underline: true },
      { start: 3, end: 5, colour: '#ff0000' },
      { start: 5, end: 8, strike: true },
    ]);
    expect(fillRuns('{{a}}b', [{ start: 0, end: 5 }], () => '')).toEqual([]);
  });

  const piece = fc.oneof(fc.constantFrom('{{a}}', '{{b}}', '{{ none }}'), fc.string({ maxLength: 6 }));

  it('keeps runs in order, apart and inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.nat(60), { maxLength: 8 }),
        fc.string(),
        fc.string(),
        (pieces, cuts, a, b) => {
          const words = pieces.join('');
          const valueOf = (name: string) => (name === 'a' ? a : name === 'b' ? b : null);
          const places = [...new Set(cuts.map((cut) => Math.min(cut, words.length)))].toSorted(
            (x, y) => x - y,
          );
          const runs = places.slice(1).map((end, index) => ({ start: places[index] ?? 0, end }));
          const filled = fillText(words, valueOf);
          let last = 0;
          for (const { start, end } of fillRuns(words, runs, valueOf)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(filled.length);
        },
      ),
    );
  });
});

describe('pictures and colours', () => {
  const lookup = pictureLookup([
    { name: 'Sea.JPG', assetId: 'sea' },
    { name: 'logo.v2.png', assetId: 'logo' },
  ]);
  const photo: DesignNode = {
    ...imageDefaults,
    ...place,
    id: 'photo',
    assetId: 'old',
    crop: { x: 0.2, y: 0, width: 0.5, height: 1 },
    focus: { x: 0.1, y: 0.1 },
    bound: { picture: 'Photo' },
  } as DesignNode;
  const shape: DesignNode = {
    ...rectangleDefaults,
    ...place,
    id: 'shape',
    order: 'a1',
    bound: { colour: 'tint' },
  } as DesignNode;

  it.each(['sea.jpg', 'SEA', 'C:\\pictures\\sea.jpg'])('finds %s', (name) =>
    expect(lookup(name)).toBe('sea'),
  );

  it('finds names with several dots, and says null for others', () => {
    expect([lookup('logo.v2'), lookup('logo.v2.png'), lookup('logo')]).toEqual(['logo', 'logo', null]);
  });

  it('puts the row’s picture whole into the frame, and its colour into the shape', () => {
    const { body, problems } = mergeRow(design(photo, shape), ['photo', 'TINT'], ['sea', ' D9432F '], lookup);
    expect(problems).toEqual([]);
    expect(body.nodes.photo).toMatchObject({ assetId: 'sea', crop: { x: 0, y: 0, width: 1, height: 1 } });
    expect(body.nodes.photo).not.toHaveProperty('focus');
    expect(body.nodes.shape).toMatchObject({ fill: '#d9432f' });
    expect(designSchema.safeParse(body).success).toBe(true);
  });

  it('leaves both as they are for empty cells, and reports what cannot be', () => {
    const base = design(photo, shape);
    const kept = mergeRow(base, ['photo', 'tint'], ['', ''], lookup);
    expect(kept).toEqual({ body: base, problems: [] });
    const { problems } = mergeRow(base, ['photo', 'tint'], ['gone.png', 'reddish'], lookup);
    expect(problems.map(({ layerId, column }) => [layerId, column])).toEqual([
      ['photo', 'Photo'],
      ['shape', 'tint'],
    ]);
    expect(mergeRow(base, ['photo'], ['sea'], lookup).problems).toMatchObject([{ column: 'tint' }]);
  });

  it('fills a shape with a picture, a code with words, and the sizes too', () => {
    const round = { ...shape, id: 'round', bound: { picture: 'photo' } } as DesignNode;
    const code = { ...qrDefaults, ...place, id: 'code', value: 'https://x.test/{{id}}' } as DesignNode;
    const base: DesignBody = {
      ...design(photo, round, code),
      variants: {
        v: {
          ...{
            id: 'v',
            format: '',
            name: '',
            width: 100,
            height: 100,
            order: 'a0',
            backgrounds: {},
            reviewed: null,
          },
          overrides: { photo: { assetId: 'other', x: 5 }, code: { value: '{{id}}' } },
        },
      },
    };
    const { body } = mergeRow(base, ['photo', 'id'], ['sea', '42'], lookup);
    expect(body.nodes.round).toMatchObject({ fill: { kind: 'picture', assetId: 'sea', fit: 'cover' } });
    expect(body.nodes.code).toMatchObject({ value: 'https://x.test/42' });
    expect(body.variants?.v?.overrides).toEqual({ photo: { x: 5 }, code: { value: '42' } });
    expect(designSchema.safeParse(body).success).toBe(true);
  });
});

it('tells which columns are asked for and which are not', () => {
  const base = design(text('t', '{{a}} {{B}}', { bound: { colour: 'c' } }));
  expect(boundFields(base).map(({ column, kind }) => `${kind} ${column}`)).toEqual([
    'text a',
    'text B',
    'colour c',
  ]);
  expect(checkColumns(base, ['A', 'b ', 'd'])).toEqual({ missing: ['c'], unused: ['d'] });
});

it('leaves a design without bound fields as it is, unknown fields and all', () => {
  const field = fc.record({
    words: fc.string().filter((words) => !words.includes('{{')),
    extra: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.array(field, { maxLength: 5 }), fc.array(fc.string()), (fields, row) => {
      const nodes = fields.map(({ words, extra }, index) =>
        text(`t${index}`, words, { fromTheFuture: extra } as object),
      );
      const { body } = readDocument(
        designFormat,
        writeDocument(designFormat, { ...design(...nodes), later: 1 }),
      );
      expect(mergeRow(body, row, row, nothing)).toEqual({ body, problems: [] });
    }),
  );
});

it('keeps unknown fields of what it fills', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (value, extra) => {
      const node = text('t', '[{{a}}]', { fromTheFuture: extra } as object);
      const { body, problems } = mergeRow(design(node), ['a'], [value], nothing);
      expect(problems).toEqual([]);
      expect(body.nodes.t).toEqual({ ...node, text: `[${value}]` });
    }),
  );
});
