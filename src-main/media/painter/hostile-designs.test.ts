import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import { groupDefaults } from '#shared/design/layers/group.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { lineDefaults } from '#shared/design/layers/line.ts';
import { pathDefaults } from '#shared/design/layers/path.ts';
import { qrDefaults } from '#shared/design/layers/qr.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let painter: Painter;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-hostile-'));
  painter = createPainter({ projectRoot: root, renderer: 'portable', processes: 1 });
});
afterAll(() => {
  painter.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A saved design as text, so that numbers no JSON writer makes can stand in it. */
function designText(layers: readonly object[], background: unknown = '#ffffff'): string {
  const nodes = Object.fromEntries(
    layers.map((layer, index) => [
      `n${index}`,
      { id: `n${index}`, pageId: 'p', order: `a${index % 10}`, ...layer },
    ]),
  );
  const pages = { p: { id: 'p', name: '', order: 'a0', background } };
  return JSON.stringify({ kind: 'design', version: 2, body: { width: 120, height: 90, pages, nodes } });
}

/** Reads and paints as every door of the studio does. Pictures are files of the test's folder. */
async function paint(text: string) {
  const { body, notes } = readDocument(designFormat, JSON.parse(text));
  const assetFile = (assetId: string): string => path.resolve(folder, assetId);
  const painted = await painter.paint({ body, pageId: 'p', scale: 1, assetFile });
  return { ...painted, notes };
}

const words = '你好hello 12 ';
const arcs = `M0 0${'a1 1 0 11 1 1'.repeat(70_000)}`;
const stops = Array.from({ length: 16 }, () => ({ at: 0.5, colour: '#ff0000' }));

test.each<[string, string]>([
  [
    'groups in circles that mask themselves',
    designText([
      { ...groupDefaults, parentId: 'n1', maskId: 'n0' },
      { ...groupDefaults, parentId: 'n0', maskId: 'n1' },
      { ...rectangleDefaults, parentId: 'n0' },
    ]),
  ],
  ['infinity', designText([{ ...rectangleDefaults, x: 7e77 }]).replace('7e+77', '1e999')],
  ['a side of 1e9 and a negative one', designText([{ ...rectangleDefaults, width: 1e9, height: -4 }])],
  ['20,000 layers', designText(Array.from({ length: 20_000 }, () => rectangleDefaults))],
  ['a path of 250,000 steps', designText([{ ...pathDefaults, d: `M0 0${'L1 1'.repeat(249_000)}` }])],
  ['a path of 70,000 arcs', designText([{ ...pathDefaults, d: arcs }])],
  ['path data that is none', designText([{ ...pathDefaults, d: 'M1e308 1e308L-1e308 1e400zz M NaN' }])],
  ['a path box next to nothing', designText([{ ...pathDefaults, viewWidth: 1e-300, viewHeight: 1e-300 }])],
  [
    'a line between the ends of all numbers',
    designText([
      {
        ...lineDefaults,
        points: [
          { x: 1e308, y: -1e308 },
          { x: 0, y: 1e308 },
        ],
      },
    ]),
  ],
  [
    'dashes without end',
    designText([
      { ...lineDefaults, width: 1e6, strokeWidth: 0.001, dash: [0.001, 0.001] },
      { ...rectangleDefaults, width: 1e6, height: 1e6, stroke: '#000', strokeWidth: 0.01, dash: [0.001, 0] },
      { ...rectangleDefaults, stroke: '#000', strokeWidth: 3, dash: [0, 0] },
    ]),
  ],
  [
    'the longest codes',
    designText([
      { ...qrDefaults, value: 'x'.repeat(2331) },
      { ...qrDefaults, value: '字'.repeat(2331) },
      { ...qrDefaults, value: 'x'.repeat(2331), level: 'H', modules: 'rounded' },
    ]),
  ],
  [
    'gradients whose stops are one',
    designText(
      [
        { ...rectangleDefaults, fill: { kind: 'linear', angle: 1e308, stops } },
        {
          ...rectangleDefaults,
          width: 0,
          fill: { kind: 'radial', centre: { x: 0, y: 0 }, radius: 0.01, stops },
        },
      ],
      { kind: 'linear', angle: 0, stops },
    ),
  ],
  ['a colour named like a property of every object', designText([], 'token:constructor')],
  [
    '100,000 characters with 10,000 runs',
    designText([
      {
        ...textDefaults,
        fontSize: 12,
        text: '你好 hello '.repeat(11_111),
        runs: Array.from({ length: 10_000 }, (_, index) => ({
          start: index * 9,
          end: index * 9 + 5,
          fontSize: 5 + (index % 30),
        })),
      },
    ]),
  ],
  [
    '100,000 letters without a space, shortened',
    designText([{ ...textDefaults, sizing: 'fixed', overflow: 'ellipsis', text: 'W'.repeat(100_000) }]),
  ],
  [
    'words on an arc, thousands of them',
    designText([{ ...textDefaults, path: { kind: 'arc', bend: 100 }, text: words.repeat(500) }]),
  ],
  [
    'words on a path that is a bomb',
    designText([
      {
        ...textDefaults,
        path: { kind: 'path', width: 1e-300, height: 1, d: arcs.slice(0, 99_000) },
        text: words.repeat(50),
      },
    ]),
  ],
])(
  'is safe to open and paint: %s',
  async (_, text) => {
    const { width, height, rgba } = await paint(text);
    // The painter answers for its process, which is still the same and well.
    expect(rgba).toHaveLength(width * height * 4);
  },
  180_000,
);

test('a page of 1e9 px gets a size that can be', async () => {
  const { width, height, notes } = await paint(designText([]).replace('"width":120', '"width":1e9'));
  expect([width, height]).toEqual([1080, 90]);
  expect(notes).toHaveLength(1);
});

test.each([
  '../../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'http://127.0.0.1:9/picture.png',
  'https://example.com/picture.png',
  'data:image/png;base64,AAAA',
  '/dev/zero',
  '.',
  'a\u0000b',
  '__proto__',
  '//server/share/picture.png',
])('a picture named %j is a placeholder, and reported', async (assetId) => {
  const { missingAssets } = await paint(designText([{ ...imageDefaults, assetId }]));
  expect(missingAssets).toEqual([assetId]);
});

test('a drawing brings nothing from outside, and one too large or without end is a placeholder', async () => {
  const picture = sharp({ create: { width: 40, height: 40, channels: 3, background: '#00ff00' } });
  await picture.png().toFile(path.join(folder, 'secret.png'));
  const svg = (size: number, inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${inside}</svg>`;
  const references = ['secret.png', `file://${folder}/secret.png`, 'http://127.0.0.1:9/x.png'].map(
    (href) => `<image href="${href}" width="100" height="100"/>`,
  );
  writeFileSync(
    path.join(folder, 'outside.svg'),
    svg(100, `<rect width="100" height="100" fill="#0000ff"/>${references.join('')}`),
  );
  writeFileSync(path.join(folder, 'large.svg'), svg(1_000_000, '<rect width="100%" height="100%"/>'));
  const entities = 'bcdefghij'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`);
  writeFileSync(
    path.join(folder, 'endless.svg'),
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${entities.join('')}]>${svg(100, '<text>&j;</text>')}`,
  );
  const outside = await paint(designText([{ ...imageDefaults, assetId: 'outside.svg', width: 120 }]));
  expect(outside.missingAssets).toEqual([]);
  expect([...outside.rgba.subarray(0, 4)]).toEqual([0, 0, 255, 255]);
  for (const assetId of ['large.svg', 'endless.svg']) {
    const { missingAssets } = await paint(designText([{ ...imageDefaults, assetId }]));
    expect(missingAssets).toEqual([assetId]);
  }
});
