import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import type { Picture } from '#shared/design/draw/environment.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { mergeRow } from '#shared/design/merge.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { projectRoot } from '#main/core/testing/studio.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import { decodePicture } from '#main/media/painter/pictures.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';
import { decodeBare, encodeBare, playBare } from './bare.ts';
import { inFolder } from './ground.ts';
import { compare, type Measurement, timed } from './measure.ts';
import { photo } from './photo.ts';
import { pageId, recordSteps, type Step } from './scene.ts';

const rowCount = 100;
const photos = 10;
const pairs = 3;
const columns = ['name', 'price', 'line', 'photo'];

/** A price card as a shop would have it: a photo, three texts from the table, two shapes. */
function card(): DesignBody {
  const nodes: Record<string, DesignNode> = {};
  const add = (id: string, order: string, node: object): void => {
    nodes[id] = { ...node, id, pageId, order } as DesignNode;
  };
  const text = { ...textDefaults, width: 920, x: 80, colour: '#1c1b19' };
  add('photo', 'a0', { ...imageDefaults, width: 1080, height: 840, bound: { picture: 'photo' } });
  add('band', 'a1', { ...rectangleDefaults, x: 0, y: 820, width: 1080, height: 530, fill: '#f6f1e7' });
  add('name', 'a2', { ...text, y: 870, height: 110, text: '{{name}}', fontSize: 76, fontWeight: 700 });
  add('line', 'a3', { ...text, y: 1000, height: 120, text: '{{line}}', fontSize: 38 });
  add('pill', 'a4', { ...rectangleDefaults, x: 80, y: 1180, width: 300, height: 96, radius: 48 });
  add('price', 'a5', {
    ...text,
    x: 120,
    y: 1196,
    width: 220,
    height: 62,
    text: '¥{{price}}',
    fontSize: 44,
    colour: '#ffffff',
  });
  const page = { id: pageId, name: '', order: 'a0', background: '#ffffff' };
  return { width: 1080, height: 1350, pages: { [pageId]: page }, nodes };
}

const rows = Array.from({ length: rowCount }, (_, at) => [
  `新品 ${at + 1} 号 No. ${at + 1}`,
  `${20 + at}.00`,
  '秋天的窗边，一杯手冲咖啡，慢慢地等它凉下来。',
  `photo-${at % photos}`,
]);

/** Rows of a table to files: merging, layout, painting and encoding against the bare painting and encoding alone. */
export const mergeRows: Measurement = {
  name: 'merge',
  measure: (say) =>
    inFolder(async (folder) => {
      installTextMeasurer(projectRoot, 'system');
      const files: Record<string, string> = {};
      for (let at = 0; at < photos; at += 1) {
        files[`photo-${at}`] = join(folder, `photo-${at}.jpg`);
        await writeFile(files[`photo-${at}`] ?? '', await photo(at, 2000));
      }
      const body = card();
      const merged = (row: readonly string[]): DesignBody =>
        mergeRow(body, columns, row, (name) => name).body;
      const bare: { steps: Step[]; bitmap: Canvas }[] = [];
      const bitmaps = new Map<string, Canvas>();
      for (const row of rows) {
        const filled = merged(row);
        const node = filled.nodes['photo'];
        if (node?.type !== 'image') throw new Error('the card has a photo');
        const file = files[node.assetId] ?? '';
        const { image: _, ...size }: Picture = await decodePicture(file, node, 1);
        const bitmap = bitmaps.get(file) ?? (await decodeBare(file, size));
        bitmaps.set(file, bitmap);
        bare.push({ steps: recordSteps(filled, () => size), bitmap });
      }
      const painter = createPainter({ projectRoot, processes: 1 });
      try {
        const assetFile = (id: string) => files[id] ?? null;
        return [
          await compare(
            {
              name: `merge of ${rowCount} rows to JPEG files`,
              target: 1.3,
              pairs,
              // Our side paints in a child process.
              inProcess: false,
              ours: () =>
                timed(async () => {
                  for (const [at, row] of rows.entries()) {
                    const out = join(folder, `ours-${at}.jpg`);
                    await painter.paintToFile({
                      body: merged(row),
                      pageId,
                      scale: 1,
                      assetFile,
                      type: 'jpeg',
                      out,
                    });
                  }
                }),
              peer: () =>
                timed(async () => {
                  for (const [at, { steps, bitmap }] of bare.entries()) {
                    const jpeg = await encodeBare(
                      playBare(steps, body, () => bitmap),
                      body,
                    );
                    await writeFile(join(folder, `peer-${at}.jpg`), jpeg);
                  }
                }),
            },
            say,
          ),
        ];
      } finally {
        painter.close();
      }
    }),
};
