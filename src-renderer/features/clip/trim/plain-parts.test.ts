import { describe, expect, it } from 'vitest';
import { plainParts } from './plain-parts.ts';

const segment = { id: 'one', kind: 'clip' as const, source: 'a', from: 2, to: 6 };
const second = { ...segment, id: 'two', from: 10, to: 13 };

describe('what can be cut without rendering', () => {
  it('is the kept parts of one recording', () => {
    expect(plainParts({ segments: [segment, second] }, null)).toEqual({
      assetId: 'a',
      parts: [
        { from: 2, to: 6 },
        { from: 10, to: 13 },
      ],
    });
  });

  it('keeps to in and out, in seconds of the recording', () => {
    expect(plainParts({ segments: [segment, second] }, { from: 1, to: 5 })?.parts).toEqual([
      { from: 3, to: 6 },
      { from: 10, to: 11 },
    ]);
    expect(plainParts({ segments: [segment, second] }, { from: 4.5, to: 5 })?.parts).toEqual([
      { from: 10.5, to: 11 },
    ]);
  });

  it.each([
    ['another recording', { segments: [segment, { ...second, source: 'b' }] }],
    ['a speed', { segments: [{ ...segment, speed: 2 }] }],
    ['a look', { segments: [{ ...segment, picture: { turn: 90 as const } }] }],
    ['a volume', { segments: [{ ...segment, sound: { gain: -3 } }] }],
    [
      'music',
      {
        segments: [segment],
        sounds: [{ id: 's', source: 'm', at: 0, from: 0, to: 1, role: 'music' as const }],
      },
    ],
    ['a frame of its own', { segments: [segment], frame: { width: 1080, height: 1920 } }],
    ['nothing at all', { segments: [] }],
  ])('is not %s', (_what, edit) => {
    expect(plainParts(edit, null)).toBeNull();
  });

  it('is not in the way of markers, a cover or hidden overlays', () => {
    const edit = {
      segments: [segment],
      markers: [{ id: 'm', at: 1, name: 'Here' }],
      cover: { kind: 'frame' as const, at: 1 },
    };
    expect(plainParts(edit, null)).not.toBeNull();
  });
});
