import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { addNodes } from '#shared/design/operations.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

const place = { pageId: 'p', order: '' };

function poster(): DesignBody {
  const nodes: DesignNode[] = [
    { ...imageDefaults, ...place, id: 'photo', x: 80, y: 80, width: 920, height: 760 },
    { ...textDefaults, ...place, id: 'title', x: 80, y: 890, width: 560, height: 160 },
    { ...textDefaults, ...place, id: 'line', x: 80, y: 1070, width: 480, height: 56 },
    { ...rectangleDefaults, ...place, id: 'button', x: 80, y: 1170, width: 300, height: 96 },
    { ...textDefaults, ...place, id: 'label', x: 80, y: 1192, width: 300, height: 56, align: 'center' },
  ];
  return addNodes(emptyDesign(1080, 1350, 'p'), nodes).body;
}

const target = fc.record({
  width: fc.integer({ min: 300, max: 3000 }),
  height: fc.integer({ min: 300, max: 3000 }),
});

function box(body: DesignBody, id: string) {
  const node = body.nodes[id];
  if (!node) throw new Error(`no layer ${id}`);
  return boundsOfNode(body, node);
}

describe('arranging a page anew', () => {
  test('the words of a button stay in its middle, in any size', () => {
    const before = poster();
    fc.assert(
      fc.property(target, ({ width, height }) => {
        const { body } = resizeDesign(before, width, height);
        const button = box(body, 'button');
        const label = box(body, 'label');
        expect(label.x + label.width / 2).toBeCloseTo(button.x + button.width / 2, 6);
        const middle = (of: { y: number; height: number }): number => of.y + of.height / 2;
        const off = (middle(label) - middle(button)) / button.height;
        expect(off).toBeCloseTo((1220 - 1218) / 96, 6);
      }),
    );
  });

  test('a photo above words stands beside them in a wide page, and the words keep their size', () => {
    const { body, report } = resizeDesign(poster(), 1600, 900);
    const photo = box(body, 'photo');
    expect(photo.x + photo.width).toBeLessThan(box(body, 'title').x);
    expect(report.scale).toBeGreaterThan(0.75);
    expect(report.croppedShare).toBeLessThan(0.4);
  });

  test('layers keep their order from back to front', () => {
    const before = poster();
    fc.assert(
      fc.property(target, ({ width, height }) => {
        const ids = (body: DesignBody): string[] => paintOrder(body, 'p').map(({ node }) => node.id);
        expect(ids(resizeDesign(before, width, height).body)).toEqual(ids(before));
      }),
    );
  });

  test('there and back to a page of the same shape changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 300 }), (percent) => {
        const before = poster();
        const [width, height] = [(1080 * percent) / 100, (1350 * percent) / 100];
        const there = resizeDesign(before, width, height).body;
        const back = resizeDesign(there, 1080, 1350).body;
        for (const id of Object.keys(before.nodes)) {
          for (const side of ['x', 'y', 'width', 'height'] as const) {
            expect(Math.abs(box(back, id)[side] - box(before, id)[side])).toBeLessThan(2);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('words keep out of what the platform covers', () => {
    const safe = { top: 250, right: 60, bottom: 340, left: 60 };
    const { body } = resizeDesign(poster(), 1080, 1920, safe);
    for (const id of ['title', 'line', 'label']) {
      const words = box(body, id);
      expect(words.y).toBeGreaterThanOrEqual(249);
      expect(words.y + words.height).toBeLessThanOrEqual(1920 - 339);
    }
  });

  test('a pin wins over what is found out', () => {
    const before = poster();
    const pinned = { ...before.nodes['line'], pin: { x: 'end', y: 'end' } } as DesignNode;
    const { body } = resizeDesign({ ...before, nodes: { ...before.nodes, line: pinned } }, 1080, 1100);
    const line = box(body, 'line');
    const { scale } = resizeDesign(
      { ...before, nodes: { ...before.nodes, line: pinned } },
      1080,
      1100,
    ).report;
    expect(1080 - line.x - line.width).toBeCloseTo((1080 - 560) * scale, 3);
  });

  test('a band of colour goes on from edge to edge, however wide the page', () => {
    const nodes: DesignNode[] = [
      { ...rectangleDefaults, ...place, id: 'band', x: 0, y: 0, width: 1080, height: 500 },
      { ...textDefaults, ...place, id: 'head', x: 90, y: 200, width: 700, height: 120 },
      { ...textDefaults, ...place, id: 'body', x: 90, y: 600, width: 800, height: 160 },
      { ...textDefaults, ...place, id: 'foot', x: 90, y: 1100, width: 500, height: 100 },
    ];
    const before = addNodes(emptyDesign(1080, 1350, 'p'), nodes).body;
    const band = box(resizeDesign(before, 1600, 900).body, 'band');
    const full = band.width > 1599 || band.height > 899;
    expect(full).toBe(true);
    expect(band).toMatchObject({ x: 0, y: 0 });
  });
});
