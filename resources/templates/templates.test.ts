import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

beforeAll(() => installTextMeasurer(path.resolve(folder, '../..'), 'portable'));

describe.each(files)('template %s', (name) => {
  const read = readDocument(designFormat, JSON.parse(readFileSync(path.join(folder, name), 'utf8')));

  test('is sound and has names and a category', () => {
    expect(read.notes).toEqual([]);
    expect(read.unknownKeys).toMatchObject({
      name: { en: expect.any(String), zh: expect.any(String) },
      category: expect.any(String),
    });
  });

  test('its texts fit their boxes and the page', () => {
    for (const node of Object.values(read.body.nodes)) {
      if (node.type !== 'text') continue;
      const layout = layoutText(node);
      expect(layout.width, node.id).toBeLessThanOrEqual(node.width + 0.5);
      expect(layout.height, node.id).toBeLessThanOrEqual(node.height + 0.5);
      const bounds = boundsOfNode(read.body, node);
      expect(bounds.x, node.id).toBeGreaterThanOrEqual(0);
      expect(bounds.x + bounds.width, node.id).toBeLessThanOrEqual(read.body.width);
    }
  });

  test.each([
    [1080, 1080],
    [1080, 1920],
    [1920, 1080],
  ])('goes to %i × %i without anything sticking out', (width, height) => {
    expect(resizeDesign(read.body, width, height).report.overflow).toEqual([]);
  });
});
