import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit, SoundItem } from '#shared/clip/edit/schema.ts';
import { cueRoom } from './move-beside.ts';
import { placeBetween } from './reorder-segments.ts';
import { resizedCue, resizedSound } from './resize-beside.ts';

const style = {
  fontFamily: 'Inter',
  fontWeight: 700,
  size: 5,
  colour: '#ffffff',
  outline: null,
  shadow: false,
  box: null,
  highlight: 'none' as const,
  highlightColour: '#ffffff',
  capitals: false,
  position: 0.9,
  width: 80,
  align: 'center' as const,
  lines: 2,
};
const cue = (id: string, from: number, to: number) => ({ id, from, to, text: id });
const edit: ClipEdit = {
  segments: [],
  captions: [
    {
      id: 'track',
      name: 'English',
      language: 'en',
      style,
      burn: true,
      cues: [cue('one', 1, 2), cue('two', 3, 4), cue('three', 4.5, 6)],
    },
  ],
};

describe('what is dragged beside the main track', () => {
  it('cues move as far as those beside them allow', () => {
    expect(cueRoom(edit, 'track', ['two'])).toEqual({ back: 1, on: 0.5 });
    expect(cueRoom(edit, 'track', ['one', 'two'])).toEqual({ back: 1, on: 0.5 });
    expect(cueRoom(edit, 'track', ['three'])).toEqual({ back: 0.5, on: Number.POSITIVE_INFINITY });
  });

  it('words of a cue share its new time as they shared the old', () => {
    const spoken = { ...cue('one', 2, 4), words: [{ start: 0, end: 3, from: 2, to: 3 }] };
    expect(resizedCue(spoken, 'to', 2).words).toEqual([{ start: 0, end: 3, from: 2, to: 4 }]);
    expect(resizedCue(spoken, 'from', 1).words).toEqual([{ start: 0, end: 3, from: 3, to: 3.5 }]);
  });

  it('what is heard of a sound stays where it was when its start is dragged', () => {
    const sound: SoundItem = {
      id: 's',
      source: 'm',
      at: 5,
      from: 2,
      to: 10,
      role: 'music',
      envelope: [
        { at: 1, gain: -3 },
        { at: 4, gain: 0 },
      ],
    };
    fc.assert(
      fc.property(fc.double({ min: -2, max: 7, noNaN: true }), (delta) => {
        const moved = resizedSound(sound, 'from', delta);
        expect(moved.at - moved.from).toBeCloseTo(sound.at - sound.from, 9);
        expect(moved.at + moved.to - moved.from).toBeCloseTo(13, 9);
        for (const point of moved.envelope ?? [])
          expect([6, 9].some((at) => Math.abs(moved.at + point.at - at) < 1e-9)).toBe(true);
      }),
    );
  });

  it('a dragged segment comes between those whose middles it lies between', () => {
    const colour = (id: string) => ({ id, kind: 'colour' as const, colour: '#000000', duration: 2 });
    const placed = placeSegments({ segments: [colour('a'), colour('b'), colour('c')] });
    expect(placeBetween(placed, 0.5)).toEqual({ index: 0, at: 0, beforeId: 'a' });
    expect(placeBetween(placed, 2.9)).toEqual({ index: 1, at: 2, beforeId: 'b' });
    expect(placeBetween(placed, 5.5)).toEqual({ index: 3, at: 6, beforeId: null });
  });
});
