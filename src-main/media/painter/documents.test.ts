import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { lineDefaults } from '#shared/design/layers/line.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../..');

let painter: Painter;
let folder: string;
let photo: string;

beforeAll(async () => {
  painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-documents-'));
  photo = path.join(folder, 'photo.jpg');
  const gradient =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><defs><linearGradient id="g"><stop stop-color="#123456"/><stop offset="1" stop-color="#fedcba"/></linearGradient></defs><rect width="600" height="400" fill="url(#g)"/><circle cx="300" cy="200" r="120" fill="#d9432f"/></svg>';
  await writeFile(photo, await sharp(Buffer.from(gradient)).jpeg({ quality: 92 }).toBuffer());
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

const assetFile = (id: string): string | null => (id === 'photo' ? photo : null);

/** A page with everything that draws: words in two scripts, shapes, a photo in a frame, effects. */
function scene(): DesignBody {
  const list: object[] = [
    { ...rectangleDefaults, x: 20, y: 20, width: 200, height: 120, radius: 24, fill: '#224466' },
    {
      ...rectangleDefaults,
      x: 240,
      y: 20,
      width: 160,
      height: 120,
      rotation: 12,
      fill: {
        kind: 'linear',
        angle: 30,
        stops: [
          { at: 0, colour: '#ff8800' },
          { at: 1, colour: '#3300ff80' },
        ],
      },
      stroke: '#000000',
      strokeWidth: 4,
    },
    { ...ellipseDefaults, x: 420, y: 20, width: 160, height: 120, fill: '#00aa5580' },
    { ...imageDefaults, x: 20, y: 160, width: 300, height: 200, assetId: 'photo', radius: 30 },
    {
      ...rectangleDefaults,
      x: 360,
      y: 180,
      width: 160,
      height: 120,
      fill: '#ffffff',
      shadow: { x: 6, y: 10, blur: 20, colour: '#000000', opacity: 0.5 },
    },
    { ...ellipseDefaults, x: 260, y: 300, width: 140, height: 100, fill: '#d9432f', blend: 'multiply' },
    { ...rectangleDefaults, x: 420, y: 330, width: 120, height: 60, fill: '#0066cc', blur: 6 },
    { ...lineDefaults, x: 20, y: 380, width: 200, height: 0, stroke: '#111111', strokeWidth: 5 },
    {
      ...textDefaults,
      x: 20,
      y: 400,
      width: 560,
      height: 80,
      text: '满 199 减 50 <Déjà & vu> “Office”',
      fontSize: 30,
      fontWeight: 700,
      colour: '#101820',
    },
    {
      ...textDefaults,
      x: 20,
      y: 470,
      width: 560,
      height: 80,
      text: 'AVATAR Type 排版工具',
      fontFamily: 'Playfair Display',
      fontSize: 40,
      letterSpacing: 3,
      colour: '#7a1f5c',
      rotation: -3,
    },
  ];
  const nodes: Record<string, DesignNode> = {};
  list.forEach((node, index) => {
    const id = `n${index}`;
    nodes[id] = { ...node, id, pageId: 'p', order: `a${String(index).padStart(2, '0')}` } as DesignNode;
  });
  const page = { id: 'p', name: '', order: 'a0', background: '#f6f1e7' };
  return { width: 600, height: 560, pages: { p: page }, nodes };
}

/** Mean difference of two pictures' channels, 0 to 255. */
function meanDifference(one: Buffer, other: Buffer): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / one.length;
}

function largestDifference(one: Buffer, other: Buffer): number {
  let largest = one.length === other.length ? 0 : 255;
  for (let at = 0; at < one.length; at += 1)
    largest = Math.max(largest, Math.abs((one[at] ?? 0) - (other[at] ?? 0)));
  return largest;
}

async function svgOf(body: DesignBody, outlines: boolean): Promise<{ file: string; text: string }> {
  const file = path.join(folder, `${outlines ? 'outlines' : 'text'}.svg`);
  await painter.paintDocument({
    body,
    pageIds: ['p'],
    type: 'svg',
    scale: 1,
    title: '春 & 夏',
    outlines,
    assetFile,
    out: file,
  });
  return { file, text: await readFile(file, 'utf8') };
}

describe('SVG', () => {
  test('with outlines it looks like the painting, in another renderer, without any font', async () => {
    const body = scene();
    const { text } = await svgOf(body, true);
    expect(text).not.toContain('<text');
    const painted = await painter.paint({ body, pageId: 'p', scale: 1, assetFile });
    const drawn = await sharp(Buffer.from(text))
      .flatten({ background: '#ffffff' })
      .ensureAlpha()
      .raw()
      .toBuffer();
    // Two rasterisers never agree on edges; a layer in a wrong place costs ten times as much.
    expect(meanDifference(drawn, painted.rgba)).toBeLessThan(1);
  });

  test('emoji become small pictures among outlines, and a gradient stays where it was', async () => {
    const body = scene();
    const [first] = Object.values(body.nodes);
    const fill = {
      kind: 'linear',
      angle: 90,
      stops: [
        { at: 0, colour: '#ff0000' },
        { at: 1, colour: '#0000ff' },
      ],
    };
    const title = {
      ...textDefaults,
      x: 40,
      y: 60,
      width: 500,
      height: 120,
      text: '你好 🎉 Hi',
      fontSize: 80,
    };
    const nodes = {
      t: { ...title, id: 't', pageId: 'p', order: first?.order ?? 'a0', fill } as unknown as DesignNode,
    };
    const { text } = await svgOf({ ...body, nodes }, true);
    expect(text.match(/<image [^>]*data:image\/png/g)?.length).toBe(1);
    expect(text).toMatch(/gradientTransform="translate\(/);
    const painted = await painter.paint({ body: { ...body, nodes }, pageId: 'p', scale: 1, assetFile });
    const flat = sharp(Buffer.from(text)).flatten({ background: '#ffffff' });
    const drawn = await flat.ensureAlpha().raw().toBuffer();
    expect(meanDifference(drawn, painted.rgba)).toBeLessThan(1);
  });

  test('with text it keeps words as words, and needs nothing outside', async () => {
    const { text } = await svgOf(scene(), false);
    expect(text).toContain('<title>春 &amp; 夏</title>');
    expect(text).toMatch(/<text[^>]*xml:lang="zh-Hans"[^>]*>[^<]*满/);
    expect(text).toMatch(/<text[^>]*font-family="'Playfair Display'[^>]*letter-spacing="3"/);
    expect(text).toContain('&lt;Déjà &amp; vu&gt;');
    expect(text).not.toMatch(/<script|<foreignObject|href="(?!#|data:image\/)/);
    // One photo, shown at twice its pixels: the file is about the photo and nothing more.
    const photoBytes = (await sharp(photo).resize(600, 400).jpeg({ quality: 90 }).toBuffer()).length;
    expect(text.length).toBeLessThan(photoBytes * 2 + 20_000);
  });
});

/** All streams of a PDF, unpacked where they are packed. */
function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/<<((?:(?!>>\s*stream)[\s\S])*?)>>\s*stream\r?\n/g)) {
    const length = Number(/\/Length (\d+)/.exec(match[1] ?? '')?.[1]);
    const start = match.index + match[0].length;
    const bytes = pdf.subarray(start, start + length);
    if (match[1]?.includes('/FlateDecode')) streams.push(inflateSync(bytes).toString('latin1'));
  }
  return streams;
}

/** The characters that a PDF's fonts say their letters are. */
function charactersOf(pdf: Buffer): string {
  let characters = '';
  for (const stream of streamsOf(pdf)) {
    if (!stream.includes('beginbfchar') && !stream.includes('beginbfrange')) continue;
    for (const [, hex = ''] of stream.matchAll(/<[0-9A-F]+> <([0-9A-F]{4,})>/gi))
      characters += String.fromCharCode(
        ...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
      );
    for (const [, from = '', to = '', first = ''] of stream.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>/gi,
    )) {
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      for (let at = 0; at <= count; at += 1)
        characters += String.fromCharCode(Number.parseInt(first, 16) + at);
    }
  }
  return characters;
}

describe('PDF', () => {
  test('one page per page, exact sizes, text as text, bleed and title', async () => {
    const first = scene();
    const body: DesignBody = {
      ...first,
      width: 601,
      pages: { ...first.pages, q: { id: 'q', name: '', order: 'a1', background: '#ffffff' } },
      nodes: {
        ...first.nodes,
        second: {
          ...textDefaults,
          id: 'second',
          pageId: 'q',
          order: 'a0',
          text: '第二页',
          width: 300,
          height: 80,
        } as DesignNode,
      },
    };
    const file = path.join(folder, 'design.pdf');
    const made = await painter.paintDocument({
      body,
      pageIds: ['p', 'q'],
      type: 'pdf',
      scale: 1,
      title: '春 & 夏',
      bleed: 8,
      assetFile,
      out: file,
    });
    const pdf = await readFile(file);
    const text = pdf.toString('latin1');
    expect(made.bytes).toBe(pdf.length);
    // The update at the end holds each page with its exact boxes: 601 × 560 px at 0.75 pt.
    const update = text.slice(text.indexOf('%%EOF'));
    expect(update).toContain('/Prev');
    const boxes = [
      ...text.matchAll(
        /\/MediaBox \[0 0 450.75 420\]\s*\/BleedBox \[0 0 450.75 420\]\s*\/TrimBox \[6 6 444.75 414\]/g,
      ),
    ];
    expect(boxes).toHaveLength(2);
    expect(text).toMatch(/\/Title <FEFF6625/);
    expect(text).not.toMatch(/\/(Author|CreationDate|Producer \(S)/);
    const characters = charactersOf(pdf);
    for (const character of '满减第二页排版DÉjvAT'.replace('É', 'é')) expect(characters).toContain(character);
    expect(text.match(/\/BaseFont \/[A-Z]{6}\+/g)?.length).toBeGreaterThan(1);
    // Fonts are cut down to what is used: whole ones would be 20 MB.
    expect(pdf.length).toBeLessThan(600_000);
    // No picture as large as the page: 1202 × 1120 would be one at twice the size.
    for (const [, width] of text.matchAll(/\/Subtype \/Image\s+\/Width (\d+)/g))
      expect(Number(width)).toBeLessThan(1100);
  });
});

describe('bands', () => {
  test('joined bands are the untiled picture without a seam, and nothing is left beside it', async () => {
    const body = scene();
    const small = createPainter({ projectRoot, renderer: 'portable', processes: 1, piecePixels: 100_000 });
    try {
      const place = path.join(folder, 'bands');
      const request = { body, pageId: 'p', scale: 1.5, assetFile, type: 'png' as const };
      const whole = await painter.paintToFile({ ...request, out: path.join(folder, 'whole.png') });
      await mkdir(place);
      const banded = await small.paintToFile({ ...request, out: path.join(place, 'banded.png') });
      expect([banded.width, banded.height]).toEqual([whole.width, whole.height]);
      const [one, other] = await Promise.all(
        [whole.path, banded.path].map((file) => sharp(file).raw().toBuffer()),
      );
      const [untiled = Buffer.alloc(0), joined = Buffer.alloc(0)] = [one, other];
      // Skia cuts a path at the edge of its canvas, which changes how smooth some of its edge pixels are.
      expect(meanDifference(untiled, joined)).toBeLessThan(0.02);
      expect(largestDifference(untiled, joined)).toBeLessThan(64);
      // The blurred rectangle and the shadow cross borders of bands: they are the very same pixels.
      for (const area of [
        { left: 600, top: 465, width: 240, height: 150 },
        { left: 520, top: 240, width: 280, height: 220 },
      ]) {
        const [there, here] = await Promise.all(
          [whole.path, banded.path].map((file) => sharp(file).extract(area).raw().toBuffer()),
        );
        expect(largestDifference(there ?? untiled, here ?? joined)).toBeLessThanOrEqual(1);
      }
      expect(await readdir(place)).toEqual(['banded.png']);
      const metadata = await sharp(banded.path).metadata();
      expect(metadata.icc).toBeDefined();
      expect(metadata.exif).toBeUndefined();

      const limited = await small.paintToFile({
        ...request,
        type: 'jpeg',
        maxBytes: 30_000,
        out: path.join(place, 'limited.jpg'),
      });
      expect(limited.bytes).toBeLessThanOrEqual(30_000);
    } finally {
      small.close();
    }
  });

  test('a file beyond what its type can hold is refused with its size', async () => {
    const body = { ...scene(), width: 9000, height: 9000 };
    const refused = painter.paintToFile({
      body,
      pageId: 'p',
      scale: 2,
      assetFile,
      type: 'webp',
      out: path.join(folder, 'large.webp'),
    });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', detail: { width: 18_000 } });
  });
});
