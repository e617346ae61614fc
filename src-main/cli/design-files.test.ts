import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { askGalley, runGalley } from './testing/galley.ts';

let folder = '';

const galley = <T>(...words: string[]) => askGalley<T>(folder, words);

interface SavedDesign {
  variantOf?: unknown;
  body: { width: number; height: number; nodes: Record<string, { text?: string; assetId?: string }> };
}

const read = (...path: string[]): SavedDesign =>
  JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as SavedDesign;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cli-designs-'));
  for (const name of ['designs', 'data']) mkdirSync(join(folder, name));
  const place = { pageId: 'page-1', order: 'a0' };
  const body = {
    ...emptyDesign(1080, 1350, 'page-1'),
    nodes: {
      name: { ...textDefaults, ...place, id: 'name', width: 800, text: 'Hello {{name}}' },
      photo: { ...imageDefaults, ...place, id: 'photo', order: 'a1', bound: { picture: 'photo' } },
      logo: { ...imageDefaults, ...place, id: 'logo', order: 'a2', assetId: 'logo.png' },
    },
  };
  writeFileSync(join(folder, 'designs', 'card.json'), JSON.stringify({ kind: 'design', version: 2, body }));
  const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: '#d9432f' } });
  await picture
    .clone()
    .png()
    .toFile(join(folder, 'designs', 'logo.png'));
  await picture
    .clone()
    .jpeg()
    .toFile(join(folder, 'data', 'Sea.jpg'));
  writeFileSync(join(folder, 'data', 'rows.csv'), 'name;photo\n小明;sea.jpg\nAda;nothing.jpg\nBo;SEA\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Merged {
  rows: number;
  files: string[];
  errors: { row: number; message: string }[];
}

describe('design merge', () => {
  it('writes a design for each row that can be painted, and says which rows failed', () => {
    const merge = ['design', 'merge', 'designs/card.json', '--rows', 'data/rows.csv', '-o', 'out'];
    const { code, document } = galley<Merged>(...merge);
    expect(code).toBe(3);
    expect(document.rows).toBe(3);
    expect(document.errors).toEqual([{ row: 2, message: expect.stringContaining('“nothing.jpg”') }]);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['card-1.json', 'card-3.json']);
    const { nodes } = read('out', 'card-1.json').body;
    expect(nodes.name?.text).toBe('Hello 小明');
    expect(nodes.photo?.assetId).toBe('../data/Sea.jpg');
    expect(nodes.logo?.assetId).toBe('../designs/logo.png');

    const rendered = galley<{ files: { needsReview: boolean }[] }>(
      ...['design', 'render', 'out/card-1.json', '-o', 'painted'],
    );
    expect(rendered.code).toBe(0);
    expect(rendered.document.files).toMatchObject([{ needsReview: false }]);

    const again = galley<{ error: { code: string } }>(...merge);
    expect(again).toMatchObject({ code: 2, document: { error: { code: 'invalid-input' } } });
    expect(galley<Merged>(...merge, '--force').code).toBe(3);
  });

  it('refuses a table that lacks a column, and a file that is no table', () => {
    writeFileSync(join(folder, 'data', 'other.csv'), 'first,photo\nAda,sea\n');
    writeFileSync(join(folder, 'data', 'photo.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    const words = (rows: string) => ['design', 'merge', 'designs/card.json', '--rows', rows, '-o', 'none'];
    const lacking = galley<{ error: { message: string } }>(...words('data/other.csv'));
    expect(lacking.code).toBe(2);
    expect(lacking.document.error.message).toContain('“name”');
    expect(galley(...words('data/photo.csv')).code).toBe(2);
    expect(galley(...words('data/gone.csv')).code).toBe(2);
    expect(readdirSync(folder)).not.toContain('none');
  });
});

describe('design resize', () => {
  it('writes an editable design that remembers what it was made from', () => {
    const { code, document } = galley<{ out: string; scale: number; overflow: string[] }>(
      ...['design', 'resize', 'designs/card.json', '--to', 'instagram/story', '-o', 'sizes/story.json'],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ overflow: [], scale: expect.any(Number) });
    const saved = read('sizes', 'story.json');
    expect(saved.body).toMatchObject({ width: 1080, height: 1920 });
    expect(saved.body.nodes.logo?.assetId).toBe('../designs/logo.png');
    expect(saved.variantOf).toEqual({
      design: '../designs/card.json',
      format: 'instagram/story',
      width: 1080,
      height: 1920,
    });
  });

  it('refuses an unknown format', () => {
    const resize = ['design', 'resize', 'designs/card.json', '--to', 'instagram/none', '-o', 'x.json'];
    expect(galley(...resize).code).toBe(2);
  });
});

it.each([
  ['en', 'one design file for each row'],
  ['zh', '每一行'],
])('explains itself in %s', (language, words) => {
  expect(runGalley(folder, ['design', '--help', '--lang', language]).out).toContain(words);
});
