import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { askGalley } from './testing/galley.ts';

let folder = '';

interface Rendered {
  files: {
    path: string;
    format: string | null;
    page: number;
    width: number;
    height: number;
    bytes: number;
    type: string;
    needsReview: boolean;
    notes?: { en: string }[];
  }[];
}

const render = (...words: string[]) =>
  askGalley<Rendered>(folder, ['design', 'render', join(folder, 'card.json'), ...words]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cli-render-'));
  const body = {
    ...emptyDesign(540, 675, 'page-1'),
    nodes: {
      title: { ...textDefaults, id: 'title', pageId: 'page-1', order: 'a0', width: 400, text: '你好 Hello' },
    },
    bleed: 10,
  };
  writeFileSync(join(folder, 'card.json'), JSON.stringify({ kind: 'design', version: 2, body }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes text as text into SVG', () => {
  const { code, document } = render('--type', 'svg', '-o', 'svg');
  expect(code).toBe(0);
  expect(document.files[0]).toMatchObject({ format: null, page: 1, width: 540, height: 675, type: 'svg' });
  expect(readFileSync(document.files[0]?.path ?? '', 'utf8')).toMatch(/<text[^>]*>你好/);
});

it('writes letters as outlines when asked to, and names the scale', () => {
  const outlined = render('--type', 'svg', '--outlines', '--scale', '2', '-o', 'outlines').document.files[0];
  const text = readFileSync(outlined?.path ?? '', 'utf8');
  expect(text).not.toContain('<text');
  expect(text).toContain('width="1080" height="1350" viewBox="0 0 540 675"');
  expect(basename(outlined?.path ?? '')).toBe('card@2x.svg');
});

it('writes a PDF with its bleed', () => {
  const { document } = render('--type', 'pdf', '--bleed', '-o', 'pdf');
  const [file] = document.files;
  expect(file).toMatchObject({ type: 'pdf', width: 560, height: 695 });
  expect(readFileSync(file?.path ?? '', 'latin1')).toContain('/TrimBox [7.5');
});

it('leaves the paper out when asked to, at a scale', async () => {
  const { document } = render('--transparent', '--scale', '2', '-o', 'clear');
  const [file] = document.files;
  expect(file).toMatchObject({ type: 'png', width: 1080, height: 1350 });
  const { data } = await sharp(file?.path).raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
});

it('renders every format that shows a picture', () => {
  const { code, document } = render('--all-formats', '--type', 'jpeg', '--quality', '60', '-o', 'all');
  expect(code).toBe(0);
  expect(document.files.length).toBeGreaterThan(8);
  expect(new Set(document.files.map((file) => file.format)).size).toBe(document.files.length);
  expect(document.files.map((file) => basename(file.path))).toContain('card instagram-feed.jpg');
});

it('says what JPEG cannot do, and refuses what no file can hold', () => {
  expect(render('--type', 'jpeg', '--transparent', '-o', 'jpeg').document.files[0]?.notes?.[0]?.en).toContain(
    'JPEG has no transparency',
  );
  expect(render('--type', 'gif', '-o', 'gif').code).toBe(2);
});
