import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '#shared/design/draw/environment.ts';
import { projectRoot } from '#main/core/testing/studio.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import { decodePicture } from '#main/media/painter/pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';
import { pixelsOf, renderPage } from '#main/media/painter/render-page.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';
import { decodeBare, encodeBare, playBare } from './bare.ts';
import { inFolder } from './ground.ts';
import { compare, type Line, type Measurement, timed } from './measure.ts';
import { photo } from './photo.ts';
import { pageId, recordSteps, referenceScene } from './scene.ts';

const pairs = 21;
const body = referenceScene();

/** What of a picture the scene shows, and how large. */
interface Wanted {
  nodeId: string;
  file: string;
  size: Pick<Picture, 'width' | 'height' | 'region'>;
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
        wanted.push({ nodeId: node.id, file, size });
      }
      const decodeAll = async () =>
        new Map(
          await Promise.all(
            wanted.map(async ({ nodeId, file, size }) => [nodeId, await decodeBare(file, size)] as const),
          ),
        );
      const bitmaps = await decodeAll();
      const steps = recordSteps(body, (nodeId) => {
        const size = sizes.get(nodeId);
        if (!size) throw new Error(`${nodeId} has no picture`);
        return size;
      });
      const own = pixelsOf((await renderPage(job, 1)).canvas);
      if (!own.equals(playBare(steps, body, (id) => bitmaps.get(id))))
        throw new Error('both sides must paint the same pixels');

      const warm = await compare(
        {
          name: 'paint, pictures decoded before',
          target: 1.2,
          pairs,
          inProcess: true,
          ours: () => timed(async () => pixelsOf((await renderPage(job, 1)).canvas)),
          peer: () => timed(async () => playBare(steps, body, (id) => bitmaps.get(id))),
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
          peer: () =>
            timed(async () => {
              const decoded = await decodeAll();
              playBare(steps, body, (id) => decoded.get(id));
            }),
        },
        say,
      );
      return [
        warm,
        cold,
        await toFile(folder, files, () => playBare(steps, body, (id) => bitmaps.get(id)), say),
      ];
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
            await writeFile(join(folder, 'peer.jpg'), await encodeBare(draw(), body));
          }),
      },
      say,
    );
  } finally {
    painter.close();
  }
}
