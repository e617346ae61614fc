import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { clipFormat, describeClip, wholeClip } from './document.ts';
import first from './fixtures/clip-v1.json' with { type: 'json' };

const source = first.body.source;
const crop = first.body.crop;

describe('an edit list of version 1', () => {
  test('becomes one of version 2 with its cover on the timeline and its crop on every part', () => {
    const read = readDocument(clipFormat, first);
    expect(read.notes).toEqual([]);
    expect(read.readOnly).toBeNull();
    expect(read.body).toEqual({
      segments: [
        { id: 'segment-1', kind: 'clip', source, from: 12.5, to: 20, picture: { crop } },
        { id: 'segment-2', kind: 'clip', source, from: 3, to: 7.25, note: 'the laugh', picture: { crop } },
        { id: 'segment-3', kind: 'clip', source, from: 40, to: 41.001, picture: { crop } },
      ],
      // 5.25 s of the recording are 2.25 s into the second part, which starts at 7.5 s.
      cover: { kind: 'frame', at: 9.75 },
      muted: true,
      workflow: { approved: ['Lin', 'Ada'] },
    });
    expect(describeClip(first)).toMatchObject({ assetIds: [source], designIds: [], readOnly: false });
  });

  test('is written back as version 2 with everything it does not know', () => {
    const read = readDocument(clipFormat, first);
    const written = writeDocument(clipFormat, read.body, read.unknownKeys);
    expect(written).toMatchObject({ kind: 'clip', version: 2, madeBy: first.madeBy });
    expect(readDocument(clipFormat, JSON.parse(JSON.stringify(written))).body).toEqual(read.body);
  });

  test('a cover that was cut away stands at the nearest frame that is left', () => {
    const cover = (coverAt: number): unknown =>
      readDocument(clipFormat, { ...first, body: { ...first.body, coverAt } }).body.cover;
    expect(cover(8)).toEqual({ kind: 'frame', at: 11.75 });
    expect(cover(12)).toEqual({ kind: 'frame', at: 0 });
    expect(cover(12.5)).toEqual({ kind: 'frame', at: 0 });
  });

  test('without cover and crop gets none', () => {
    const { coverAt: _coverAt, crop: _crop, ...body } = first.body;
    const { body: edit } = readDocument(clipFormat, { ...first, body });
    expect(edit.cover).toBeUndefined();
    expect(edit.segments.every(({ picture }) => picture === undefined)).toBe(true);
  });

  test('one that is broken is refused with a sentence, not guessed at', () => {
    const broken = { ...first, body: { ...first.body, segments: [{ id: 'a', from: 5, to: 2 }] } };
    expect(() => readDocument(clipFormat, broken)).toThrow(GalleyError);
    expect(() => readDocument(clipFormat, { ...first, body: { source: '' } })).toThrow(GalleyError);
  });
});

describe('an edit list of today', () => {
  test('any edit comes back as it was, with every field nobody knows', () => {
    fc.assert(
      fc.property(arbitraryEdit(), (edit) => {
        const saved: unknown = JSON.parse(JSON.stringify(writeDocument(clipFormat, edit, { future: 1 })));
        const read = readDocument(clipFormat, saved);
        expect(read.body).toEqual(JSON.parse(JSON.stringify(edit)));
        expect(read.unknownKeys).toEqual({ future: 1 });
        expect(read.notes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a new clip keeps the whole recording', () => {
    expect(describeClip(wholeClip(source, 12.34))).toEqual({
      duration: 12.34,
      assetIds: [source],
      designIds: [],
      readOnly: false,
    });
  });

  test('one of a newer Galley may be looked at', () => {
    const newer = { ...(wholeClip(source, 3) as object), version: 3 };
    expect(readDocument(clipFormat, newer).readOnly).not.toBeNull();
    expect(describeClip(newer).readOnly).toBe(true);
  });
});
