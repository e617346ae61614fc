import { expect, test } from 'vitest';
import { dragBox, overlayTargets, resizeBox } from './overlay-drag.ts';
import { overlayLook } from './overlay-move.ts';

const frame = { width: 1000, height: 2000 };
const box = { x: 100, y: 100, width: 200, height: 100 };

test('a dragged overlay sticks to the middle, and goes free when asked', () => {
  const targets = overlayTargets(frame, [], null);
  expect(dragBox(box, { x: 296, y: 50 }, targets, 6).box.x).toBe(400);
  expect(dragBox(box, { x: 296, y: 50 }, targets, 0).box.x).toBe(396);
});

test('a dragged overlay sticks to the safe area', () => {
  const targets = overlayTargets(frame, [], { top: 130, right: 0, bottom: 0, left: 40 });
  const { box: next, guides } = dragBox(box, { x: -57, y: 33 }, targets, 6);
  expect(next).toMatchObject({ x: 40, y: 130 });
  expect(guides.map((guide) => guide.axis).sort()).toEqual(['x', 'y']);
});

test('a corner resizes in shape about the opposite one', () => {
  expect(resizeBox(box, 'nw', -100, 0, 16)).toEqual({ x: 0, y: 50, width: 300, height: 150 });
  expect(resizeBox(box, 'se', -500, 0, 16).width).toBe(16);
});

test('a slide to the left comes from the right edge and leaves over the left one', () => {
  const overlay = {
    id: 'o',
    kind: 'image' as const,
    source: 's',
    from: 1,
    to: 5,
    x: 0.1,
    y: 0.05,
    width: 0.2,
    enter: { kind: 'slide-left' as const, seconds: 1 },
    leave: { kind: 'slide-left' as const, seconds: 1 },
  };
  expect(overlayLook(overlay, 1, box, frame).x).toBe(900);
  expect(overlayLook(overlay, 3, box, frame).x).toBe(0);
  expect(overlayLook(overlay, 5, box, frame).x).toBe(-300);
});
