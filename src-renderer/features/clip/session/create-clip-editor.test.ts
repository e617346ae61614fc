import { expect, test } from 'vitest';
import { rippleDelete } from '#shared/clip/edit/operations/remove.ts';
import { splitAt } from '#shared/clip/edit/operations/split-join.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { createClipSession } from './clip-session.ts';
import { createClipEditor } from './create-clip-editor.ts';
import type { TimelinePlayer } from './editor.tsx';
import { recordOf, startClipStudio } from './testing.ts';

const edit: ClipEdit = {
  segments: [
    { id: 'a', kind: 'clip', source: 'recording', from: 0, to: 4 },
    { id: 'b', kind: 'clip', source: 'recording', from: 4, to: 10 },
    { id: 'c', kind: 'still', source: 'photo', duration: 2 },
  ],
  markers: [{ id: 'm', at: 7, name: '' }],
};

const stillPlayer = (): TimelinePlayer & { close(): void } => ({
  now: () => ({ time: 0, playing: false, rate: 0, waiting: false }),
  subscribe: () => () => undefined,
  seek: () => undefined,
  play: () => undefined,
  pause: () => undefined,
  shuttle: () => undefined,
  step: () => undefined,
  playRange: () => undefined,
  close: () => undefined,
});

function open() {
  const studio = startClipStudio(edit);
  let there = false;
  studio.answers.set('assets.get', ({ id }: { id: string }) => {
    if (id === 'gone' && !there) throw new GalleyError('not-found', { en: 'Gone.', zh: '已不在。' });
    return { id, kind: id === 'photo' ? 'image' : 'video' };
  });
  const video = { vfr: false, fps: 25, rate: { num: 25, den: 1 } };
  studio.answers.set('clips.probe', () => ({
    probe: { video },
    keyframes: [0, 2],
    end: 12,
    playable: 'direct',
  }));
  const session = createClipSession(recordOf(edit));
  const editor = createClipEditor(session, stillPlayer);
  const close = (): void => {
    editor.close();
    session.close();
  };
  return { studio, editor, close, bring: () => (there = true) };
}

test('places are kept until the main track changes', () => {
  const { editor, close } = open();
  const before = editor.placed();
  editor.change((each) => ({ ...each, muted: true }));
  expect(editor.placed()).toBe(before);
  editor.change((each) => rippleDelete(each, ['a']));
  expect(editor.placed()).not.toBe(before);
  expect(editor.duration()).toBe(8);
  close();
});

test('sources are asked for once; the rate follows the recordings', async () => {
  const { studio, editor, close } = open();
  expect(editor.rate()).toBe(30);
  for (let count = 0; count < 3; count += 1) editor.sources.get('recording');
  await expect.poll(() => editor.sources.get('recording')?.end).toBe(12);
  expect(editor.sources.get('recording')).toBe(editor.sources.get('recording'));
  expect(editor.rate()).toBe(25);
  editor.sources.get('photo');
  await expect.poll(() => editor.sources.get('photo')).toMatchObject({ probe: null, keyframes: [], end: 0 });
  expect(studio.calls.filter((name) => name === 'clips.probe')).toHaveLength(1);
  close();
});

test('a source that is gone is remembered, and asked for again when it is back', async () => {
  const { studio, editor, close, bring } = open();
  expect(editor.sources.get('gone')).toBeNull();
  await expect.poll(() => editor.sources.failure('gone')?.code).toBe('not-found');
  editor.sources.get('gone');
  expect(studio.calls.filter((name) => name === 'assets.get')).toHaveLength(1);
  bring();
  studio.emit('records.changed', { kind: 'asset', ids: ['gone'] });
  await expect.poll(() => editor.sources.get('gone')?.end).toBe(12);
  expect(editor.sources.failure('gone')).toBeNull();
  close();
});

test('the selection loses what is gone, and undo chooses what it brings back', () => {
  const { editor, close } = open();
  editor.selection.set({ kind: 'segment', ids: ['a', 'b'] });
  const chosen = editor.selection.get();
  editor.change((each) => ({ ...each, muted: true }));
  expect(editor.selection.get()).toBe(chosen);
  editor.change((each) => rippleDelete(each, ['a']));
  expect(editor.selection.get()).toEqual({ kind: 'segment', ids: ['b'] });
  editor.selection.set({ kind: 'marker', ids: ['m'] });
  editor.session.undo();
  expect(editor.selection.get()).toEqual({ kind: 'segment', ids: ['a'] });
  editor.change((each) => splitAt(each, 6, () => 'new'));
  editor.selection.set({ kind: 'segment', ids: ['new'] });
  editor.session.undo();
  expect(editor.selection.get()).toEqual({ kind: 'segment', ids: ['b'] });
  editor.session.redo();
  expect(editor.selection.get()).toEqual({ kind: 'segment', ids: ['new'] });
  close();
});
