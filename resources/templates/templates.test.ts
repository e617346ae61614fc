import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import { templateCategories, templateInLanguage, templateSchema } from '#shared/design/template.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

beforeAll(() => installTextMeasurer(path.resolve(folder, '../..'), 'portable'));

const saved = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

test('there are at least two dozen, and something for every shelf', () => {
  expect(files.length).toBeGreaterThanOrEqual(24);
  const categories = files.map((name) => templateSchema.parse(saved(name)).category);
  expect([...new Set(categories)].toSorted()).toEqual([...templateCategories].toSorted());
});

describe.each(files)('template %s', (name) => {
  const read = readDocument(designFormat, saved(name));
  const template = templateSchema.parse(saved(name));
  const languages = template.language ? [template.language] : (['en', 'zh'] as const);

  test('is sound, and its words belong to texts that are there', () => {
    expect(read.notes).toEqual([]);
    for (const words of Object.values(template.words ?? {})) {
      for (const id of Object.keys(words ?? {})) expect(read.body.nodes[id]?.type, id).toBe('text');
    }
  });

  test.each(languages)(
    'its texts fit their boxes and the page, and the page holds together (%s)',
    (language) => {
      const body = templateInLanguage(read.body, template, language);
      for (const node of Object.values(body.nodes)) {
        if (node.type !== 'text') continue;
        const layout = layoutText(node);
        expect(layout.width, node.id).toBeLessThanOrEqual(node.width + 0.5);
        expect(layout.height, node.id).toBeLessThanOrEqual(node.height + 0.5);
        const bounds = boundsOfNode(body, node);
        expect(bounds.x, node.id).toBeGreaterThanOrEqual(0);
        expect(bounds.x + bounds.width, node.id).toBeLessThanOrEqual(body.width);
      }
    },
  );

  test.each([
    [1080, 1080],
    [1080, 1920],
    [1920, 1080],
  ])('goes to %i × %i without anything sticking out', (width, height) => {
    expect(resizeDesign(read.body, width, height).report.overflow).toEqual([]);
  });
});
