import { describe, expect, it } from 'vitest';
import { editDuration } from '#shared/clip/edit/layout.ts';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import { canDetach, detachSound, musicItems, replaceSound } from './add-sounds.ts';

const ids = (): (() => string) => {
  let count = 0;
  return () => `new${(count += 1)}`;
};
const edit: ClipEdit = clipEditSchema.parse({
  segments: [
    { id: 'a', kind: 'clip', source: 'x', from: 2, to: 5, sound: { gain: -3, fadeIn: 0.5 } },
    { id: 'b', kind: 'clip', source: 'x', from: 5, to: 9, speed: 2 },
    { id: 'c', kind: 'colour', colour: '#000000', duration: 1 },
    { id: 'd', kind: 'clip', source: 'y', from: 0, to: 2 },
  ],
});

describe('adding sounds', () => {
  it('puts music one after another, softer under voices, and leaves out what has no length', () => {
    const files = [
      { id: 'one', duration: 10 },
      { id: 'none', duration: 0 },
      { id: 'two', duration: 5 },
    ];
    const items = musicItems(files, 3, ids());
    expect(items.map(({ source, at, to }) => [source, at, to])).toEqual([
      ['one', 3, 10],
      ['two', 13, 5],
    ]);
    expect(items.every(({ duck, role }) => duck === -12 && role === 'music')).toBe(true);
  });

  it('replaces the sound of the whole track by one that starts with it', () => {
    const replaced = replaceSound(edit, { id: 'song', duration: 30 }, ids());
    expect(clipEditSchema.parse(replaced)).toEqual(replaced);
    expect(replaced.muted).toBe(true);
    expect(replaced.sounds).toMatchObject([{ source: 'song', at: 0, from: 0, to: 30 }]);
  });

  it('detaches sounds where they are heard, with their shape, and mutes where they were', () => {
    const { edit: detached, items } = detachSound(edit, ['a', 'd'], ids());
    expect(clipEditSchema.parse(detached)).toEqual(detached);
    expect(items).toMatchObject([
      { source: 'x', at: 0, from: 2, to: 5, gain: -3, fadeIn: 0.5 },
      { source: 'y', at: 6, from: 0, to: 2 },
    ]);
    const sounds = detached.segments.map((segment) => (segment.kind === 'clip' ? segment.sound : null));
    expect(sounds).toEqual([{ muted: true }, undefined, null, { muted: true }]);
    expect(editDuration(detached)).toBe(editDuration(edit));
  });

  it('does not detach what plays at another speed, and nothing twice', () => {
    expect(edit.segments.map(canDetach)).toEqual([true, false, false, true]);
    const once = detachSound(edit, ['a', 'b', 'c'], ids()).edit;
    expect(detachSound(once, ['a', 'b', 'c'], ids()).items).toEqual([]);
  });
});
