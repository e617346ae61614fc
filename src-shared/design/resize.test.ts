import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOfNode } from '#shared/design/geometry.ts';
import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { ordersBetween } from '#shared/design/order.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

type Placed = { x: number; y: number; width: number; height: number; type: 'text' | 'ellipse' | 'rectangle' };

const defaults = { text: textDefaults, ellipse: ellipseDefaults, rectangle: rectangleDefaults };

function designOf(width: number, height: number, placed: readonly Placed[]): DesignBody {
  const orders = ordersBetween(null, null, placed.length);
  const nodes: Record<string, DesignNode> = {};
  for (const [index, each] of placed.entries()) {
    const common = { id: `n${index}`, pageId: 'p', order: orders[index] ?? 'a0' };
    nodes[common.id] = { ...defaults[each.type], ...each, ...common } as DesignNode;
  }
  return {
    width,
    height,
    pages: { p: { id: 'p', name: '', order: 'a0', background: '#ffffff' } },
    nodes,
  };
}

/** A grid cell each, so that nothing overlaps and all lies inside. */
const apart: fc.Arbitrary<Placed[]> = fc
  .uniqueArray(fc.nat(11), { minLength: 1, maxLength: 8 })
  .chain((cells) =>
    fc.tuple(
      ...cells.map((cell) =>
        fc
          .record({
            dx: fc.integer({ min: 10, max: 60 }),
            dy: fc.integer({ min: 10, max: 60 }),
            width: fc.integer({ min: 40, max: 240 }),
            height: fc.integer({ min: 30, max: 160 }),
            type: fc.constantFrom('text' as const, 'ellipse' as const),
          })
          .map(({ dx, dy, ...rest }) => ({
            ...rest,
            x: (cell % 3) * 333 + dx,
            y: Math.floor(cell / 3) * 250 + dy,
          })),
      ),
    ),
  );

const target = fc.record({
  width: fc.integer({ min: 300, max: 3000 }),
  height: fc.integer({ min: 300, max: 3000 }),
});

function overlap(body: DesignBody, a: DesignNode, b: DesignNode): boolean {
  const one = boundsOfNode(body, a);
  const two = boundsOfNode(body, b);
  const slack = 0.01;
  return (
    one.x + slack < two.x + two.width &&
    two.x + slack < one.x + one.width &&
    one.y + slack < two.y + two.height &&
    two.y + slack < one.y + one.height
  );
}

describe('resizing a design', () => {
  test('nothing leaves the page, nothing new overlaps, shapes keep their aspect, twice is the same', () => {
    fc.assert(
      fc.property(apart, target, (placed, { width, height }) => {
        const body = designOf(1000, 1000, placed);
        const { body: resized, report } = resizeDesign(body, width, height);
        expect(report.overflow).toEqual([]);
        const nodes = Object.values(resized.nodes);
        for (const [index, node] of nodes.entries()) {
          const before = body.nodes[node.id];
          if (before) expect(node.width / node.height).toBeCloseTo(before.width / before.height, 6);
          for (const other of nodes.slice(index + 1)) expect(overlap(resized, node, other)).toBe(false);
        }
        expect(resizeDesign(body, width, height)).toEqual({ body: resized, report });
      }),
      { numRuns: 300 },
    );
  });

  test('the same size changes nothing', () => {
    fc.assert(
      fc.property(apart, (placed) => {
        const body = designOf(1000, 1000, placed);
        const { body: resized, report } = resizeDesign(body, 1000, 1000);
        expect(report.scale).toBe(1);
        for (const node of Object.values(body.nodes)) {
          expect(resized.nodes[node.id]?.x).toBeCloseTo(node.x, 6);
          expect(resized.nodes[node.id]?.y).toBeCloseTo(node.y, 6);
        }
      }),
    );
  });

  test('a background goes on covering, a band goes on spanning, a centred title stays centred', () => {
    const body = designOf(1080, 1080, [
      { type: 'rectangle', x: 0, y: 0, width: 1080, height: 1080 },
      { type: 'rectangle', x: 0, y: 880, width: 1080, height: 200 },
      { type: 'text', x: 240, y: 300, width: 600, height: 120 },
    ]);
    body.nodes.n2 = { ...textDefaults, ...body.nodes.n2, type: 'text', align: 'center' } as DesignNode;
    const { nodes } = resizeDesign(body, 1920, 1080).body;
    expect(nodes.n0).toMatchObject({ x: 0, y: 0, width: 1920, height: 1080 });
    expect(nodes.n1).toMatchObject({ x: 0, width: 1920 });
    expect((nodes.n1?.y ?? 0) + (nodes.n1?.height ?? 0)).toBeCloseTo(1080);
    expect((nodes.n2?.x ?? 0) + (nodes.n2?.width ?? 0) / 2).toBeCloseTo(960);
  });

  test('left-aligned text and the rule under it keep their shared edge', () => {
    const body = designOf(1080, 1350, [
      { type: 'text', x: 90, y: 200, width: 900, height: 200 },
      { type: 'rectangle', x: 90, y: 500, width: 120, height: 6 },
    ]);
    const { nodes } = resizeDesign(body, 1920, 1080).body;
    expect(nodes.n0?.x).toBeCloseTo(nodes.n1?.x ?? 0);
    expect(nodes.n0?.x).toBeLessThan(150);
  });

  test('text that becomes too small asks for a look', () => {
    const body = designOf(1080, 1920, [
      { type: 'text', x: 90, y: 90, width: 900, height: 400 },
      { type: 'text', x: 90, y: 700, width: 900, height: 500 },
      { type: 'text', x: 90, y: 1400, width: 900, height: 400 },
    ]);
    const { report } = resizeDesign(body, 900, 383);
    expect(report.needsReview).toBe(true);
    expect(report.minFont).toBeLessThan(48);
  });
});
