import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { lastStarted, putTrack, removeTrack, roomAt } from './tracks.ts';

const cue = (id: string, from: number, to: number): Cue => ({ id, from, to, text: id });
const cues = [cue('a', 1, 2), cue('b', 2, 4), cue('c', 6, 7)];

describe('cues by time', () => {
  it('are found as a plain look through all of them would', () => {
    const starts = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(starts, fc.double({ min: 0, max: 60, noNaN: true }), (list, time) => {
        const ordered = list.toSorted((one, other) => one - other).map((from) => ({ from }));
        expect(lastStarted(ordered, time)).toBe(ordered.findLastIndex(({ from }) => from <= time + 1e-6));
      }),
    );
  });
});

describe('room for a new cue', () => {
  it('starts at the playhead and ends before the next cue', () => {
    expect(roomAt(cues, 4.5, 10)).toEqual({ from: 4.5, to: 6 });
    expect(roomAt(cues, 7, 10)).toEqual({ from: 7, to: 9 });
  });

  it('starts after a cue that is said there', () => {
    expect(roomAt(cues, 3, 10)).toEqual({ from: 4, to: 6 });
  });

  it('is not there where cues touch, or at the end', () => {
    expect(roomAt(cues, 1.5, 10)).toBeNull();
    expect(roomAt(cues, 9.95, 10)).toBeNull();
  });
});

describe('tracks', () => {
  it('come back as they were, where they stood', () => {
    const track = { id: 't', name: '', language: 'en', cues, style: {} as never, burn: true };
    const others = ['u', 'v'].map((id) => ({ ...track, id }));
    const edit = { segments: [], captions: [...others.slice(0, 1), track, ...others.slice(1)] };
    const without = removeTrack(edit, 't');
    expect(putTrack(without, track, 1)).toEqual(edit);
    const renamed = { ...edit, captions: edit.captions.map((one) => ({ ...one, name: 'new' })) };
    expect(putTrack(renamed, track, 1).captions?.map(({ name }) => name)).toEqual(['new', '', 'new']);
  });
});
