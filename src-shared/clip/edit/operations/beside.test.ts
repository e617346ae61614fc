import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { expectSound } from '#shared/clip/testing/edit-checks.ts';
import type { ClipEdit, Overlay } from '../schema.ts';
import { addBeside, changeBeside, moveBeside, orderOverlays, removeBeside } from './beside.ts';
import { addCues, changeCues, moveCues, removeCues } from './cues.ts';
import { snap, snapPoints } from './snap.ts';

const overlay = (id: string, from: number, to: number): Overlay => ({
  id,
  kind: 'image',
  source: 'picture',
  from,
  to,
  x: 0,
  y: 0,
  width: 1,
});
const edit: ClipEdit = {
  segments: [{ id: 's', kind: 'clip', source: 'recording', from: 0, to: 20 }],
  overlays: [overlay('a', 1, 2), overlay('b', 3, 6), overlay('c', 0, 20)],
  markers: [
    { id: 'm', at: 2, name: '' },
    { id: 'n', at: 5, name: '' },
  ],
};
const depth = (each: ClipEdit): string => (each.overlays ?? []).map(({ id }) => id).join('');

describe('beside the main track', () => {
  test('added, changed and moved items stand in order of time; overlays keep their depth', () => {
    const added = addBeside(edit, 'markers', [{ id: 'o', at: 3, name: 'Here' }]);
    expect(added.markers?.map(({ id }) => id)).toEqual(['m', 'o', 'n']);
    const moved = moveBeside(added, 'markers', ['m'], 4);
    expect(moved.markers?.map(({ id }) => id)).toEqual(['o', 'n', 'm']);
    expect(depth(moveBeside(edit, 'overlays', ['a'], 10))).toBe('abc');
    const wider = changeBeside(edit, 'overlays', ['a'], (item) => ({ ...item, width: 0.5 }));
    expect(wider.overlays?.[0]?.width).toBe(0.5);
    expect(removeBeside(edit, 'markers', ['m', 'n']).markers).toEqual([]);
  });

  test('what is moved together keeps its distances and stops at the start', () => {
    const moved = moveBeside(edit, 'overlays', ['a', 'b'], -5);
    expect(moved.overlays).toMatchObject([
      { from: 0, to: 1 },
      { from: 2, to: 5 },
      { from: 0, to: 20 },
    ]);
    expect(moveBeside(edit, 'overlays', ['c'], -5)).toBe(edit);
  });

  test('nothing to do answers the same edit', () => {
    expect(removeBeside(edit, 'sounds', ['none'])).toBe(edit);
    expect(changeBeside(edit, 'overlays', ['a'], (item) => item)).toBe(edit);
    expect(orderOverlays(edit, ['c'], 'front')).toBe(edit);
    expect(moveBeside(edit, 'markers', ['none'], 3)).toBe(edit);
  });

  test('overlays go to the front, to the back, and past one neighbour', () => {
    expect(depth(orderOverlays(edit, ['a'], 'front'))).toBe('bca');
    expect(depth(orderOverlays(edit, ['c'], 'back'))).toBe('cab');
    expect(depth(orderOverlays(edit, ['a'], 'forward'))).toBe('bac');
    expect(depth(orderOverlays(edit, ['c'], 'backward'))).toBe('acb');
    expect(depth(orderOverlays(edit, ['a', 'b'], 'forward'))).toBe('cab');
  });
});

test('captions are added, moved with their words, and removed', () => {
  const shift = fc.integer({ min: -3000, max: 3000 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(arbitraryEdit(), shift, (any, by) => {
      const track = any.captions?.[0];
      fc.pre(track !== undefined && track.cues.length > 0);
      const ids = track.cues.slice(0, 2).map(({ id }) => id);
      const moved = moveCues(any, track.id, ids, by);
      expectSound(moved);
      const length = (each: ClipEdit, id: string): number => {
        const cue = each.captions?.[0]?.cues.find((one) => one.id === id);
        return (cue?.to ?? 0) - (cue?.from ?? 0);
      };
      for (const id of ids) expect(length(moved, id)).toBeCloseTo(length(any, id), 6);
      const gone = removeCues(moved, track.id, ids);
      expect(gone.captions?.[0]?.cues.length).toBe(track.cues.length - ids.length);
      expectSound(addCues(gone, track.id, [{ id: 'new', from: 1, to: 2, text: 'New' }]));
      expect(changeCues(any, track.id, (cues) => cues)).toBe(any);
    }),
  );
});

describe('snapping', () => {
  test('catches on the nearest point within reach, not on what is dragged', () => {
    const points = snapPoints(edit, { playhead: 4.2, keyframes: [10], except: ['b'] });
    expect(points.map(({ at }) => at)).toEqual([0, 0, 0, 1, 2, 2, 4.2, 5, 10, 20, 20]);
    expect(snap(4.3, points, 0.5)).toEqual({ at: 4.2, kind: 'playhead' });
    expect(snap(3, points, 0.5)).toBeNull();
    expect(snap(9.8, points, 0.5)).toEqual({ at: 10, kind: 'keyframe' });
    expect(snap(-1, points, 2)?.at).toBe(0);
    expect(snap(25, points, 10)?.at).toBe(20);
  });

  test('no other point is nearer', () => {
    const time = fc.integer({ min: 0, max: 6000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(arbitraryEdit(), time, (any, seconds) => {
        const points = snapPoints(any);
        const found = snap(seconds, points, 1000);
        const least = Math.min(...points.map(({ at }) => Math.abs(at - seconds)));
        expect(Math.abs((found?.at ?? 0) - seconds)).toBeCloseTo(least, 9);
      }),
    );
  });
});
