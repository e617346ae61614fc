import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import type { Painter } from '#main/ports/painter.ts';
import { paintDesign } from './paint-design.ts';
import type { PaintPlan } from './paint-design.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../..');
const pack = readShippedPack();
const job = { signal: new AbortController().signal, progress: () => {} };

let painter: Painter;
let folder: string;
let round = 0;

beforeAll(async () => {
  painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-paint-design-'));
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

function body(): DesignBody {
  const nodes = {
    title: {
      ...textDefaults,
      x: 20,
      y: 20,
      width: 300,
      height: 70,
      text: '春日 Spring',
      colour: 'token:accent',
    },
    box: { ...rectangleDefaults, x: 40, y: 150, width: 60, height: 50, fill: 'token:accent' },
    photo: { ...imageDefaults, x: 200, y: 150, width: 100, height: 100, assetId: 'gone' },
  };
  const list = Object.entries(nodes).map(([id, node], index) => [
    id,
    { ...node, id, pageId: 'p', order: `a${index}` } as DesignNode,
  ]);
  const page = (id: string, order: string) => ({ id, name: '', order, background: '#ffffff' });
  return {
    width: 400,
    height: 300,
    bleed: 12,
    pages: { p: page('p', 'a0'), q: page('q', 'a1') },
    nodes: Object.fromEntries(list) as DesignBody['nodes'],
    variants: {
      wide: {
        id: 'wide',
        format: '',
        name: 'Banner',
        width: 800,
        height: 300,
        order: 'a0',
        overrides: {},
        backgrounds: {},
        reviewed: null,
      },
    },
  };
}

function plan(more: Partial<PaintPlan>): PaintPlan {
  round += 1;
  return {
    name: 'Spring',
    body: body(),
    assetFile: () => null,
    formats: [],
    scale: 1,
    type: 'png',
    out: path.join(folder, String(round)),
    force: false,
    ...more,
  };
}

test('names say the size, the page and the scale; sizes of the design and formats come together', async () => {
  const wanted = plan({ formats: ['instagram/feed'], variants: ['wide'], ownSize: true, scale: 2 });
  const files = await paintDesign(painter, pack, wanted, job);
  expect(files.map((file) => path.basename(file.path))).toEqual([
    'Spring 01@2x.png',
    'Spring 02@2x.png',
    'Spring Banner 01@2x.png',
    'Spring Banner 02@2x.png',
    'Spring instagram-feed 01@2x.png',
    'Spring instagram-feed 02@2x.png',
  ]);
  expect(files[2]).toMatchObject({ format: null, width: 1600, height: 600, page: 1 });
  expect(files[0]?.needsReview).toBe(true);
  expect(files[0]?.notes.map((note) => note.en)).toEqual([
    'A picture is missing or unreadable; a grey field stands in.',
  ]);
  expect(files[1]?.notes).toEqual([]);
});

test('brand colours reach the paint, and the files hold a profile and nothing personal', async () => {
  const wanted = plan({ pages: [1], look: { tokens: { accent: '#00ff00' } } });
  const [file] = await paintDesign(painter, pack, wanted, job);
  const picture = sharp(file?.path);
  const metadata = await picture.metadata();
  expect(metadata.icc).toBeDefined();
  expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
  const { data } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (175 * 400 + 70) * 4;
  expect([...data.subarray(at, at + 3)]).toEqual([0, 255, 0]);
});

test('some layers alone are cut to their ink, without paper', async () => {
  const [file] = await paintDesign(painter, pack, plan({ pages: [1], layers: ['box'] }), job);
  expect(file).toMatchObject({ width: 60, height: 50 });
  expect(path.basename(file?.path ?? '')).toBe('Spring 01 selection.png');
  await expect(paintDesign(painter, pack, plan({ pages: [1], layers: ['none'] }), job)).rejects.toMatchObject(
    {
      code: 'invalid-input',
    },
  );
});

test('a PDF holds all pages of a size, an SVG one page each; bleed grows both', async () => {
  const pdf = await paintDesign(painter, pack, plan({ type: 'pdf', bleed: true }), job);
  expect(pdf.map((file) => [path.basename(file.path), file.type])).toEqual([
    ['Spring.pdf', 'application/pdf'],
  ]);
  expect((await readFile(pdf[0]?.path ?? '', 'latin1')).match(/\/TrimBox/g)).toHaveLength(2);
  const svg = await paintDesign(painter, pack, plan({ type: 'svg', transparent: true, bleed: true }), job);
  expect(svg.map((file) => path.basename(file.path))).toEqual(['Spring 01.svg', 'Spring 02.svg']);
  expect(svg[0]).toMatchObject({ width: 424, height: 324 });
  expect(await readFile(svg[1]?.path ?? '', 'utf8')).not.toContain('<rect');
});

test('when one file fails none stays, and a taken name is refused before anything is painted', async () => {
  const failing = plan({ maxBytes: 300, pages: [1] });
  await expect(paintDesign(painter, pack, failing, job)).rejects.toMatchObject({ code: 'invalid-input' });
  expect(await readdir(failing.out)).toEqual([]);
  const wanted = plan({});
  await paintDesign(painter, pack, wanted, job);
  await expect(paintDesign(painter, pack, wanted, job)).rejects.toMatchObject({ code: 'invalid-input' });
});
