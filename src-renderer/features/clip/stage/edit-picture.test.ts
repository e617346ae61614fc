import { expect, test } from 'vitest';
import { moveFocus, toggleFocusKey, withoutPicture, withPicture } from './edit-picture.ts';

const point = { x: 0.2, y: 0.3, zoom: 1 };

test('one point stays one, whenever it is moved', () => {
  expect(moveFocus(undefined, 4, point, 0.02)).toEqual([{ at: 0, x: 0.2, y: 0.3 }]);
  expect(moveFocus([{ at: 0, x: 1, y: 1 }], 4, point, 0.02)).toEqual([{ at: 0, x: 0.2, y: 0.3 }]);
});

test('with keyframes the one at the playhead is changed, elsewhere one is added', () => {
  const keys = [
    { at: 0, x: 0, y: 0 },
    { at: 2, x: 1, y: 1 },
  ];
  expect(moveFocus(keys, 2.01, { ...point, zoom: 2 }, 0.02)[1]).toEqual({ at: 2, x: 0.2, y: 0.3, zoom: 2 });
  expect(moveFocus(keys, 1, point, 0.02).map((key) => key.at)).toEqual([0, 1, 2]);
});

test('a keyframe is put and taken away; the last one stays a point', () => {
  const one = toggleFocusKey([{ at: 0, x: 0, y: 0 }], 1, point, 0.02);
  expect(one.map((key) => key.at)).toEqual([0, 1]);
  expect(toggleFocusKey(one, 1, point, 0.02).map((key) => key.at)).toEqual([0]);
  expect(toggleFocusKey([{ at: 0, x: 0, y: 0 }], 0, point, 0.02)).toHaveLength(1);
});

test('only the picture of the named segment changes', () => {
  const edit = {
    segments: [
      { id: 'a', kind: 'clip' as const, source: 's', from: 0, to: 1 },
      { id: 'b', kind: 'clip' as const, source: 's', from: 0, to: 1 },
    ],
  };
  const crop = { x: 0, y: 0, width: 0.5, height: 1 };
  const next = withPicture(edit, 'b', (picture) => ({ ...picture, crop, flipX: true }));
  expect(next.segments[0]).toBe(edit.segments[0]);
  expect(next.segments[1]?.picture).toEqual({ crop, flipX: true });
  expect(withoutPicture(next, 'b', 'crop').segments[1]?.picture).toEqual({ flipX: true });
  expect(withPicture(edit, 'c', () => ({ crop }))).toBe(edit);
});
