import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Canvas, ImageData } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Picture } from '#shared/design/draw/environment.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import { decodePicture } from '#main/media/painter/pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';
import { pixelsOf, renderPage } from '#main/media/painter/render-page.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';
import { inFolder, projectRoot } from './ground.ts';
import { compare, type Line, type Measurement, timed } from './measure.ts';
import { photo } from './photo.ts';
import { pageId, PictureMark, recordSteps, referenceScene, type Step } from './scene.ts';

const pairs = 21;
const body = referenceScene();

/** Pixel size that a picture of the scene is decoded to. */
interface Wanted {
  nodeId: string;
  file: string;
  width: number;
  height: number;
}

async function decodeBare({ file, width, height }: Wanted): Promise<Canvas> {
  const { data } = await sharp(file)
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const canvas = new Canvas(width, height);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** Plays recorded steps on a fresh bare canvas and reads its pixels. */
function playBare(steps: readonly Step[], bitmaps: ReadonlyMap<string, Canvas>): Buffer {
  const canvas = new Canvas(body.width, body.height);
  const context = canvas.getContext('2d') as unknown as Record<string, unknown>;
  const value = (given: unknown): unknown =>
    given instanceof PictureMark ? bitmaps.get(given.nodeId) : given;
  for (const step of steps) {
    if ('set' in step) context[step.set] = step.value;
    else (context[step.call] as (...values: unknown[]) => void)(...step.values.map(value));
  }
  return pixelsOf(canvas);
}

/** The reference scene through the painter against the same calls on the bare canvas. */
export const paint: Measurement = {
  name: 'paint',
  measure: (say) =>
    inFolder(async (folder) => {
      installTextMeasurer(projectRoot, 'system');
      const files: Record<string, string> = {};
      for (let at = 0; at < 10; at += 1) {
        const file = join(folder, `photo-${at}.jpg`);
        await writeFile(file, await photo(at, 2000));
        files[`photo-${at}`] = file;
      }
      const job: ChildJob = { id: 1, body, pageId, scale: 1, background: 'page', tokens: {}, files };
      const wanted: Wanted[] = [];
      const sizes = new Map<string, Omit<Picture, 'image'>>();
      for (const node of Object.values(body.nodes)) {
        if (node.type !== 'image') continue;
        const file = files[node.assetId] ?? '';
        const { image: _, ...size } = await decodePicture(file, node, 1);
        sizes.set(node.id, size);
        wanted.push({ nodeId: node.id, file, width: size.width, height: size.height });
      }
      const decodeAll = async () =>
        new Map(
          await Promise.all(wanted.map(async (each) => [each.nodeId, await decodeBare(each)] as const)),
        );
      const bitmaps = await decodeAll();
      const steps = recordSteps(body, (nodeId) => {
        const size = sizes.get(nodeId);
        if (!size) throw new Error(`${nodeId} has no picture`);
        return size;
      });
      const own = pixelsOf((await renderPage(job, 1)).canvas);
      if (!own.equals(playBare(steps, bitmaps))) throw new Error('both sides must paint the same pixels');

      const warm = await compare(
        {
          name: 'paint, pictures decoded before',
          target: 1.2,
          pairs,
          inProcess: true,
          ours: () => timed(async () => pixelsOf((await renderPage(job, 1)).canvas)),
          peer: () => timed(async () => playBare(steps, bitmaps)),
        },
        say,
      );
      // A file that was touched is another file to the painter: it reads and decodes it again.
      const touchAll = () => Promise.all(wanted.map(({ file }) => utimes(file, new Date(), new Date())));
      const cold = await compare(
        {
          name: 'paint, pictures decoded anew',
          target: 1.2,
          pairs,
          inProcess: true,
          ours: async () => {
            await touchAll();
            return timed(async () => pixelsOf((await renderPage(job, 1)).canvas));
          },
          peer: () => timed(async () => playBare(steps, await decodeAll())),
        },
        say,
      );
      return [warm, cold, await toFile(folder, files, () => playBare(steps, bitmaps), say)];
    }),
};

/** The whole way to a file through a painter process, against bare drawing and the same encoder. */
async function toFile(
  folder: string,
  files: Readonly<Record<string, string>>,
  draw: () => Buffer,
  say: (line: string) => void,
): Promise<Line> {
  const painter = createPainter({ projectRoot, processes: 1 });
  try {
    const out = join(folder, 'ours.jpg');
    const assetFile = (id: string) => files[id] ?? null;
    const raw = { width: body.width, height: body.height, channels: 4 as const };
    return await compare(
      {
        name: 'paint to a JPEG file',
        target: 1.2,
        pairs,
        // Our side paints in a child process.
        inProcess: false,
        ours: () =>
          timed(() => painter.paintToFile({ body, pageId, scale: 1, assetFile, type: 'jpeg', out })),
        peer: () =>
          timed(async () => {
            const picture = sharp(draw(), { raw }).flatten({ background: '#ffffff' }).withIccProfile('srgb');
            const jpeg = picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4' });
            await writeFile(join(folder, 'peer.jpg'), await jpeg.toBuffer());
          }),
      },
      say,
    );
  } finally {
    painter.close();
  }
}
