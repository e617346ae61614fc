import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rippleDelete } from '#shared/clip/edit/operations/remove.ts';
import { splitAt } from '#shared/clip/edit/operations/split-join.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { type ClipSession, createClipSession, openClipSession } from './clip-session.ts';
import { recordOf, startClipStudio } from './testing.ts';

const edit: ClipEdit = {
  segments: [
    { id: 'a', kind: 'clip', source: 'recording', from: 0, to: 4 },
    { id: 'b', kind: 'clip', source: 'recording', from: 4, to: 10 },
  ],
};

const change = (session: ClipSession, next: (edit: ClipEdit) => ClipEdit, gesture?: string): void =>
  session.change({ edit: next(session.now().edit) }, gesture);
const withColour =
  (colour: string) =>
  (each: ClipEdit): ClipEdit => ({ ...each, colour });

describe('undo', () => {
  test('a gesture is one step; a change without one is its own', () => {
    startClipStudio(edit);
    const session = createClipSession(recordOf(edit));
    for (const colour of ['#111111', '#222222', '#333333']) change(session, withColour(colour), 'drag');
    change(session, (each) => splitAt(each, 2, () => 'c'));
    expect(session.now().edit.segments).toHaveLength(3);
    session.undo();
    expect(session.now().edit).toEqual({ ...edit, colour: '#333333' });
    session.undo();
    expect(session.now().edit).toEqual(edit);
    expect(session.now().canUndo).toBe(false);
    session.redo();
    session.redo();
    expect(session.now().edit.segments).toHaveLength(3);
    expect(session.now().canRedo).toBe(false);
    session.close();
  });

  test('the same gesture after it was settled is another step; one that ends where it began is none', () => {
    startClipStudio(edit);
    const session = createClipSession(recordOf(edit));
    change(session, withColour('#111111'), 'drag');
    session.settle();
    change(session, withColour('#222222'), 'drag');
    session.undo();
    expect(session.now().edit.colour).toBe('#111111');
    session.undo();
    change(session, withColour('#444444'), 'drag');
    expect(session.now()).toMatchObject({ canUndo: true, canRedo: false });
    change(session, () => edit, 'drag');
    // As if it had not been: also what could be done again before.
    expect(session.now()).toMatchObject({ canUndo: false, canRedo: true });
    session.redo();
    expect(session.now().edit.colour).toBe('#111111');
    session.close();
  });

  test('the name is part of it', () => {
    startClipStudio(edit);
    const session = createClipSession(recordOf(edit));
    session.change({ name: 'Trailer' });
    session.undo();
    expect(session.now().name).toBe('Clip');
    session.close();
  });

  test('what is kept for the next start leads back and forth as before', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryEdit(),
        fc.array(arbitraryEdit(), { minLength: 1, maxLength: 5 }),
        fc.nat(5),
        async (start, later, back) => {
          const studio = startClipStudio(start);
          const session = await openClipSession(studio.record.id);
          for (const next of later) session.change({ edit: next });
          for (let count = 0; count < back; count += 1) session.undo();
          const shown = session.now().edit;
          await session.flush();
          session.close();
          const again = await openClipSession(studio.record.id);
          expect(again.now().edit).toEqual(shown);
          while (again.now().canUndo) again.undo();
          expect(again.now().edit).toEqual(start);
          while (again.now().canRedo) again.redo();
          expect(again.now().edit).toEqual(later.at(-1));
          again.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('undo of another revision is not taken over, and what is no step ends it', async () => {
    const studio = startClipStudio(edit);
    const step = { patch: [{ fields: { edit: 3 } }], inverse: [{ set: { name: '', edit: {} } }] };
    studio.history = { revision: 7, done: [step], undone: [] };
    const older = await openClipSession(studio.record.id);
    expect(older.now().canUndo).toBe(false);
    older.close();
    studio.history = { revision: 1, done: [step], undone: [step] };
    const session = await openClipSession(studio.record.id);
    expect(session.now()).toMatchObject({ canUndo: true, canRedo: true });
    session.undo();
    session.redo();
    expect(session.now()).toMatchObject({ edit, canUndo: false, canRedo: false });
    session.close();
  });

  test('is kept to two hundred steps', async () => {
    const studio = startClipStudio(edit);
    const session = createClipSession(recordOf(edit));
    for (let count = 0; count < 230; count += 1) session.change({ name: `Clip ${count}` });
    await session.flush();
    expect(studio.history?.done).toHaveLength(200);
    expect(studio.history?.revision).toBe(studio.record.revision);
    session.close();
  });
});

describe('the snapshot', () => {
  test('is the same object until something changes', () => {
    startClipStudio(edit);
    const session = createClipSession(recordOf(edit));
    const before = session.now();
    let told = 0;
    session.subscribe(() => {
      told += 1;
    });
    change(session, (each) => structuredClone(each));
    expect([session.now() === before, told]).toEqual([true, 0]);
    change(session, (each) => rippleDelete(each, ['a']));
    expect(session.now()).not.toBe(before);
    expect(session.now()).toMatchObject({ state: 'unsaved', canUndo: true });
    session.close();
  });

  test('one that may only be looked at does not change', () => {
    startClipStudio(edit);
    const session = createClipSession(recordOf(edit, { readOnly: true }));
    change(session, (each) => rippleDelete(each, ['a']));
    expect(session.now()).toMatchObject({ edit, canUndo: false, state: 'saved' });
    session.close();
  });
});

describe('another window', () => {
  test('has saved meanwhile: theirs takes over with its undo, or mine is kept', async () => {
    const studio = startClipStudio(edit);
    const session = createClipSession(recordOf(edit));
    const other = createClipSession(recordOf(edit));
    other.change({ name: 'Theirs' });
    await other.flush();
    session.change({ name: 'Mine' });
    await session.flush();
    expect(session.now()).toMatchObject({ state: 'conflict', theirs: { name: 'Theirs' } });
    const { theirs } = session.now();
    session.change({ name: 'Mine again' });
    expect(session.now().theirs).toBe(theirs);
    session.loadTheirs();
    expect(session.now()).toMatchObject({ name: 'Theirs', state: 'saved', canUndo: false });
    await expect.poll(() => session.now().canUndo).toBe(true);
    session.undo();
    await session.flush();
    expect(studio.record.name).toBe('Clip');
    other.change({ name: 'Other' });
    await other.flush();
    other.keepMine();
    await other.flush();
    expect(studio.record).toMatchObject({ name: 'Other', revision: 4 });
    session.receive(studio.record);
    expect(session.now().name).toBe('Other');
    for (const each of [session, other]) each.close();
  });
});
