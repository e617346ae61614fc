import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { readShippedPack } from '../resources/platforms/read-pack.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { paintDesign } from '#main/core/painting/paint-design.ts';
import type { PaintPlan } from '#main/core/painting/paint-design.ts';
import { projectRoot } from '#main/core/testing/studio.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';
import { chromiumArguments, findChromium } from '../e2e/drivers/chromium.ts';
import { inFolder } from './ground.ts';
import { compare, type Line, type Measurement, timed } from './measure.ts';
import { photo } from './photo.ts';
import { referenceScene } from './scene.ts';

/** The twelve formats of the comparison, of many shapes. */
const formats = [
  'instagram/feed',
  'instagram/story',
  'facebook/feed',
  'facebook/story',
  'x/post',
  'linkedin/post',
  'pinterest/pin',
  'bluesky/post',
  'douyin/image',
  'kuaishou/image',
  'weibo/post',
  'xiaohongshu/image',
];
const pairs = 5;

/** Most memory that the painter's processes ever had, in MB together; null where the system does not say. */
function peakMemory(): number | null {
  const children = `/proc/${process.pid}/task/${process.pid}/children`;
  if (!existsSync(children)) return null;
  const peaks = readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => {
      const command = `/proc/${pid}/cmdline`;
      return pid !== '' && existsSync(command) && readFileSync(command, 'utf8').includes('painter-child');
    })
    .map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
  return peaks.reduce((sum, kilobytes) => sum + kilobytes / 1000, 0);
}

async function paintAll(painter: Painter, plan: PaintPlan): Promise<void> {
  const job = { signal: new AbortController().signal, progress: () => {} };
  await paintDesign(painter, readShippedPack(), plan, job);
}

/** One design in twelve sizes: ours against screenshots of the same drawings in a Chromium that is warm. */
async function twelveFormats(folder: string, say: (line: string) => void): Promise<Line[]> {
  const files: Record<string, string> = {};
  for (let at = 0; at < 10; at += 1) {
    files[`photo-${at}`] = join(folder, `photo-${at}.jpg`);
    await writeFile(files[`photo-${at}`] ?? '', await photo(at, 1600));
  }
  const plan: PaintPlan = {
    name: 'scene',
    body: referenceScene(),
    assetFile: (id) => files[id] ?? null,
    formats,
    scale: 1,
    type: 'jpeg',
    out: join(folder, 'ours'),
    force: true,
  };
  const two = createPainter({ projectRoot, processes: 2 });
  const one = createPainter({ projectRoot, processes: 1 });
  const browser = await chromium.launch({
    ...(findChromium() && { executablePath: findChromium() ?? '' }),
    args: chromiumArguments,
  });
  try {
    // Letters as outlines, so that both show the very same drawing whatever fonts the system has.
    const drawings = join(folder, 'drawings');
    const job = { signal: new AbortController().signal, progress: () => {} };
    const made = await paintDesign(
      one,
      readShippedPack(),
      { ...plan, type: 'svg', outlines: true, out: drawings },
      job,
    );
    // Its process goes, so that the memory counted below is that of the two; the next job starts another.
    one.close();
    const pages = await Promise.all(
      made.map(async ({ path, width, height }) => ({
        width,
        height,
        html: `<style>body{margin:0}svg{display:block}</style>${await readFile(path, 'utf8')}`,
      })),
    );
    const page = await browser.newPage();
    const screenshots = async (): Promise<void> => {
      for (const { width, height, html } of pages) {
        await page.setViewportSize({ width, height });
        await page.setContent(html);
        await page.screenshot({ path: join(folder, 'shot.jpg'), type: 'jpeg', quality: 90 });
      }
    };
    const against = await compare(
      {
        name: 'a design in 12 formats, against Chromium',
        target: 0.33,
        pairs,
        inProcess: false,
        ours: () => timed(() => paintAll(two, plan)),
        peer: () => timed(screenshots),
      },
      say,
    );
    const memory = peakMemory();
    say(`painter processes at their peak: ${memory === null ? 'unknown' : `${Math.round(memory)} MB`}`);
    const scaling = await compare(
      {
        name: 'the same, two processes against one',
        target: 0.59,
        pairs,
        inProcess: false,
        ours: () => timed(() => paintAll(two, plan)),
        peer: () => timed(() => paintAll(one, plan)),
      },
      say,
    );
    return [against, scaling];
  } finally {
    await browser.close();
    one.close();
    two.close();
  }
}

/** A photo of 100 megapixels, cropped into a post: peak memory of the painter against the 400 MB promised. */
async function largePhoto(folder: string): Promise<Line[]> {
  const file = join(folder, 'large.jpg');
  const enlarged = sharp(await photo(1, 2888)).resize(11_552, 8664, { kernel: 'linear' });
  await enlarged.jpeg({ quality: 88 }).toFile(file);
  const node = {
    ...imageDefaults,
    id: 'photo',
    pageId: 'page',
    order: 'a0',
    assetId: 'large',
    width: 1080,
    height: 1350,
    crop: { x: 0.2, y: 0.1, width: 0.6, height: 0.8 },
  };
  const body: DesignBody = {
    width: 1080,
    height: 1350,
    pages: { page: { id: 'page', name: '', order: 'a0', background: '#ffffff' } },
    nodes: { photo: node as DesignNode },
  };
  const painter = createPainter({ projectRoot, processes: 1 });
  try {
    await painter.paintToFile({
      body,
      pageId: 'page',
      scale: 1,
      assetFile: () => file,
      type: 'jpeg',
      out: join(folder, 'post.jpg'),
    });
    const peak = peakMemory();
    if (peak === null) return [];
    const promised = 400;
    const name = '100-megapixel photo to a post, peak memory';
    return [
      {
        name,
        ours: peak,
        peer: promised,
        ratio: peak / promised,
        cpuRatio: null,
        target: 1,
        pairs: 1,
        unit: 'MB',
      },
    ];
  } finally {
    painter.close();
  }
}

/** Exports of designs in many sizes and of large photos. */
export const exportFormats: Measurement = {
  name: 'export',
  measure: (say) =>
    inFolder(async (folder) => [...(await twelveFormats(folder, say)), ...(await largePhoto(folder))]),
};
