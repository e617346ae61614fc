/**
 * Paints designs in Node as the painter does: `{file, bodies}` as JSON on stdin (`file` stands for every
 * asset), straight RGBA in base64 as JSON on stdout. Each body's page is called `p`.
 */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { DesignBody } from '#shared/design/schema.ts';
import { createPainter } from '#main/media/painter/painter.ts';

const { file, bodies } = JSON.parse(await text(process.stdin)) as { file: string; bodies: DesignBody[] };
const painter = createPainter({ projectRoot: join(import.meta.dirname, '../..'), processes: 1 });
const painted: string[] = [];
for (const body of bodies) {
  const { rgba } = await painter.paint({ body, pageId: 'p', scale: 2, assetFile: () => file });
  painted.push(rgba.toString('base64'));
}
painter.close();
process.stdout.write(JSON.stringify(painted));
