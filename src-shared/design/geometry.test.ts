import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  layersAt,
  alignMove,
  boundsOf,
  boxContains,
  centreOf,
  cornersOf,
  unionOf,
} from '#shared/design/geometry.ts';
import { designFormat } from '#shared/design/document.ts';
import {
  handleNames,
  handlePosition,
  resizeByHandle,
  rotationTowards,
  scaleWithin,
} from '#shared/design/handles.ts';
import type { HandleName } from '#shared/design/handles.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import fixture from '#shared/documents/fixtures/design-1.json' with { type: 'json' };

const number = fc.double({ min: -2000, max: 2000, noNaN: true });
const size = fc.double({ min: 1, max: 1500, noNaN: true });
const box = fc.record({ x: number, y: number, width: size, height: size });
const turnedBox = fc.record({
  x: number,
  y: number,
  width: size,
  height: size,
  rotation: fc.double({ min: -360, max: 360, noNaN: true }),
});

const opposite: Record<HandleName, HandleName> = {
  nw: 'se',
  n: 's',
  ne: 'sw',
  e: 'w',
  se: 'nw',
  s: 'n',
  sw: 'ne',
  w: 'e',
};

describe('bounds', () => {
  test('hold every corner and share the centre', () => {
    fc.assert(
      fc.property(turnedBox, (turned) => {
        const bounds = boundsOf(turned);
        for (const corner of cornersOf(turned)) {
          expect(boxContains({ ...bounds, rotation: 0 }, corner, 1e-6)).toBe(true);
        }
        expect(centreOf(bounds).x).toBeCloseTo(centreOf(turned).x, 6);
        expect(centreOf(bounds).y).toBeCloseTo(centreOf(turned).y, 6);
      }),
    );
  });

  test('a quarter turn swaps the sides', () => {
    const bounds = boundsOf({ x: 0, y: 0, width: 100, height: 40, rotation: 90 });
    expect(bounds.width).toBeCloseTo(40);
    expect(bounds.height).toBeCloseTo(100);
  });

  test('of nothing are null', () => {
    expect(unionOf([])).toBeNull();
  });
});

test('the front layer under a point comes first; locked and hidden ones are passed over', () => {
  const { body } = readDocument(designFormat, fixture);
  const locked = { x: 600, y: 140 };
  expect(layersAt(body, 'p1', locked)).toEqual([]);
  expect(layersAt(body, 'p1', { x: 120, y: 360 }).map((node) => node.id)).toEqual(['e']);
});

test('a layer of a selection keeps its place in the frame', () => {
  const from = { x: 100, y: 100, width: 200, height: 100 };
  const to = { x: 0, y: 0, width: 400, height: 100 };
  const scaled = scaleWithin({ x: 150, y: 120, width: 20, height: 40, rotation: 0 }, from, to);
  expect(scaled).toMatchObject({ x: 100, y: 20, width: 40, height: 40 });
});

test('aligning twice moves nothing the second time', () => {
  fc.assert(
    fc.property(
      box,
      box,
      fc.constantFrom('left', 'centre', 'right', 'top', 'middle', 'bottom'),
      (moved, frame, alignment) => {
        const move = alignMove(moved, frame, alignment);
        const again = alignMove({ ...moved, x: moved.x + move.dx, y: moved.y + move.dy }, frame, alignment);
        expect(Math.hypot(again.dx, again.dy)).toBeLessThan(1e-6);
      },
    ),
  );
});

describe('resizing by a handle', () => {
  test('the opposite handle stays where it is', () => {
    fc.assert(
      fc.property(
        turnedBox,
        fc.constantFrom(...handleNames),
        number,
        number,
        fc.boolean(),
        (turned, handle, dx, dy, keepAspect) => {
          const resized = resizeByHandle(turned, handle, dx, dy, { keepAspect });
          const before = handlePosition(turned, opposite[handle]);
          const after = handlePosition(resized, opposite[handle]);
          expect(after.x).toBeCloseTo(before.x, 5);
          expect(after.y).toBeCloseTo(before.y, 5);
          expect(Math.min(resized.width, resized.height)).toBeGreaterThan(0);
          if (keepAspect) {
            const aspect = turned.width / turned.height;
            expect(Math.abs(resized.width / resized.height / aspect - 1)).toBeLessThan(1e-6);
          }
        },
      ),
    );
  });

  test('a corner follows the pointer', () => {
    const turned = { x: 100, y: 100, width: 300, height: 200, rotation: 30 };
    const before = handlePosition(turned, 'se');
    const after = handlePosition(resizeByHandle(turned, 'se', 40, 25), 'se');
    expect(after.x).toBeCloseTo(before.x + 40);
    expect(after.y).toBeCloseTo(before.y + 25);
  });

  test('rotation points to the pointer, in steps', () => {
    const square = { x: 0, y: 0, width: 100, height: 100 };
    expect(rotationTowards(square, { x: 200, y: 50 })).toBeCloseTo(90);
    expect(rotationTowards(square, { x: 200, y: 60 }, 15)).toBe(90);
  });
});
