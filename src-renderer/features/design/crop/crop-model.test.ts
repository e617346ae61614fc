import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeImage } from '#shared/design/images/place-image.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import type { CropState } from './crop-model.ts';
import {
  beginCrop,
  croppedNode,
  dragEdges,
  frameWithRatio,
  movePicture,
  straightenPicture,
  zoomPicture,
} from './crop-model.ts';

function image(fields: Partial<ImageNode> = {}): ImageNode {
  return {
    ...imageDefaults,
    id: 'i',
    pageId: 'p',
    order: 'a',
    width: 300,
    height: 200,
    ...fields,
  } as ImageNode;
}

const aspects = fc.integer({ min: 3, max: 30 }).map((value) => value / 10);
const nodes = fc
  .record({
    width: fc.integer({ min: 20, max: 2000 }),
    height: fc.integer({ min: 20, max: 2000 }),
    rotation: fc.integer({ min: -180, max: 180 }),
    flipX: fc.boolean(),
    fit: fc.constantFrom<('contain' | 'cover' | 'fill')[]>('cover', 'contain', 'fill'),
  })
  .map((fields) => image(fields));
const distance = fc.integer({ min: -1500, max: 1500 });
const edge = fc.constantFrom<(-1 | 0 | 1)[]>(-1, 0, 1);
const step = fc.oneof(
  fc.record({ kind: fc.constant('move'), x: distance, y: distance }),
  fc.record({ kind: fc.constant('zoom'), zoom: fc.integer({ min: 1, max: 9000 }) }),
  fc.record({ kind: fc.constant('turn'), turn: fc.integer({ min: -60, max: 60 }) }),
  fc.record({ kind: fc.constant('edges'), edges: fc.record({ x: edge, y: edge }), x: distance, y: distance }),
  fc.record({ kind: fc.constant('ratio'), ratio: fc.constantFrom(1, 0.8, 0.75, 16 / 9, 9 / 16) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function after(state: CropState, each: Step, node: ImageNode, aspect: number): CropState {
  if ('zoom' in each) return zoomPicture(state, each.zoom, aspect);
  if ('turn' in each) return straightenPicture(state, each.turn, aspect);
  if ('ratio' in each) return frameWithRatio(state, each.ratio, node, aspect);
  if ('edges' in each) {
    return dragEdges(state, each.edges, { x: each.x, y: each.y }, { ratio: null, layer: node, aspect });
  }
  return movePicture(state, { x: each.x, y: each.y }, aspect);
}

describe('cropping in place', () => {
  test('whatever is done, the picture fills the frame, and the layer shows just that', () => {
    fc.assert(
      fc.property(nodes, aspects, fc.array(step, { maxLength: 8 }), (node, aspect, steps) => {
        const state = steps.reduce((now, each) => after(now, each, node, aspect), beginCrop(node, aspect));
        const made = croppedNode(node, state, aspect);
        const { crop } = made;
        expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(crop.x + crop.width, crop.y + crop.height)).toBeLessThanOrEqual(1 + 1e-9);
        const { source, target } = placeImage(made, aspect);
        expect(source.x + source.width / 2).toBeCloseTo(state.centre.x, 4);
        expect(source.y + source.height / 2).toBeCloseTo(state.centre.y, 4);
        expect(target.height / source.height / state.zoom).toBeCloseTo(1, 4);
      }),
    );
  });

  test('a frame that a ratio made smaller than the smallest is not enlarged by a drag of nothing', () => {
    const layer = { rotation: 0 };
    const small = beginCrop(image({ width: 20, height: 10 }), 0.3);
    const ratio = frameWithRatio(small, 0.75, layer, 0.3);
    const dragged = dragEdges(ratio, { x: 1, y: -1 }, { x: 0, y: 0 }, { ratio: null, layer, aspect: 0.3 });
    expect(dragged).toEqual(ratio);
  });

  test('beginning and ending without a change shows the same part', () => {
    const node = image({ focus: { x: 1, y: 0.5 }, straighten: 7 });
    const before = placeImage(node, 2.4);
    const made = placeImage(croppedNode(node, beginCrop(node, 2.4), 2.4), 2.4);
    expect(made.source.x).toBeCloseTo(before.source.x, 6);
    expect(made.source.width).toBeCloseTo(before.source.width, 6);
    expect(made.turn).toBe(7);
  });

  test('dragging the right edge of a turned layer keeps its left edge where it is', () => {
    const node = image({ rotation: 90, x: 100, y: 100, crop: { x: 0.2, y: 0.2, width: 0.4, height: 0.4 } });
    const state = beginCrop(node, 1.5);
    const wider = dragEdges(
      state,
      { x: 1, y: 0 },
      { x: 40, y: 0 },
      { ratio: null, layer: node, aspect: 1.5 },
    );
    const leftOf = ({ frame }: CropState) => ({
      x: frame.x + frame.width / 2,
      y: frame.y + frame.height / 2 - frame.width / 2,
    });
    expect(wider.frame.width).toBeCloseTo(340, 6);
    expect(leftOf(wider).x).toBeCloseTo(leftOf(state).x, 6);
    expect(leftOf(wider).y).toBeCloseTo(leftOf(state).y, 6);
  });

  test('a kept ratio is kept by every handle', () => {
    const node = image({ crop: { x: 0.3, y: 0.3, width: 0.4, height: 0.4 } });
    const square = frameWithRatio(beginCrop(node, 1.5), 1, node, 1.5);
    for (const edges of [
      { x: 1, y: 1 },
      { x: -1, y: 0 },
      { x: 0, y: 1 },
    ] as const) {
      const { frame } = dragEdges(square, edges, { x: 30, y: 25 }, { ratio: 1, layer: node, aspect: 1.5 });
      expect(frame.width / frame.height).toBeCloseTo(1, 6);
    }
  });
});
