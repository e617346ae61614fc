import fc from 'fast-check';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import {
  byTime,
  captions,
  envelope,
  markers,
  overlays,
  seconds,
  sounds,
} from '#shared/clip/testing/arbitrary-beside.ts';
import { type Segment, stillMotions, transitionKinds } from '#shared/clip/edit/segment.ts';
import { editDuration } from '#shared/clip/edit/layout.ts';

const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const colour = fc.constantFrom('#000000', '#1b2430', 'token:accent');
const source = fc.constantFrom('recording', 'interview', 'picture');

/** Fields that no Galley of today knows. */
const unknownFields = fc.dictionary(
  fc.constantFrom('futureA', 'future-b'),
  fc.constantFrom(1, 'two', null, [3]),
  {
    maxKeys: 1,
  },
);

const focus = fc
  .array(
    fc.record(
      { at: seconds(0, 12), x: share, y: share, zoom: fc.integer({ min: 1, max: 8 }) },
      { requiredKeys: ['at', 'x', 'y'] },
    ),
    { maxLength: 4 },
  )
  .map(byTime);
const picture = fc.record(
  {
    focus,
    fit: fc.constantFrom('crop' as const, 'blur' as const, 'pad' as const),
    turn: fc.constantFrom(0 as const, 90 as const),
    fadeIn: seconds(0, 1),
    fadeOut: seconds(0, 1),
  },
  { requiredKeys: [] },
);
const sound = fc.record(
  { gain: fc.integer({ min: -20, max: 6 }), envelope, fadeIn: seconds(0, 1), fadeOut: seconds(0, 1) },
  { requiredKeys: [] },
);
const transition = fc.record({ kind: fc.constantFrom(...transitionKinds), seconds: seconds(0.1, 3) });
const duration = seconds(0.2, 10);
const motion = fc.constantFrom(...stillMotions);

const recorded = fc
  .record(
    {
      from: seconds(0, 20),
      length: duration,
      source,
      speed: fc.constantFrom(0.25, 0.5, 1, 2, 4),
      reversed: fc.boolean(),
      keepPitch: fc.boolean(),
      sound,
      picture,
    },
    { requiredKeys: ['from', 'length', 'source'] },
  )
  .map(({ length, ...fields }) => ({ ...fields, kind: 'clip' as const, to: fields.from + length }));

const anySegment = (transitions: boolean): fc.Arbitrary<Omit<Segment, 'id'>> =>
  fc
    .oneof(
      { weight: 4, arbitrary: recorded },
      fc.record({ kind: fc.constant('freeze' as const), source, at: seconds(0, 20), duration }),
      fc.record({ kind: fc.constant('still' as const), source, duration, motion }),
      fc.record({ kind: fc.constant('design' as const), design: fc.constant('design'), duration }),
      fc.record({ kind: fc.constant('colour' as const), colour, duration }),
    )
    .chain((segment) =>
      fc.tuple(fc.option(transition, { freq: 3 }), unknownFields).map(([change, unknown]) => ({
        ...unknown,
        ...segment,
        ...(transitions && change ? { transition: change } : {}),
      })),
    ) as fc.Arbitrary<Omit<Segment, 'id'>>;

export interface ArbitraryEditOptions {
  /** Default true. */
  transitions?: boolean;
  /** Default 0. */
  minSegments?: number;
  /** Default 6. */
  maxSegments?: number;
}

/** Any edit that the schema accepts, with its lists in order. */
export function arbitraryEdit(options: ArbitraryEditOptions = {}): fc.Arbitrary<ClipEdit> {
  const { transitions = true, minSegments = 0, maxSegments = 6 } = options;
  return fc
    .record(
      {
        segments: fc.array(anySegment(transitions), { minLength: minSegments, maxLength: maxSegments }),
        overlays,
        captions,
        sounds,
        markers,
        cover: fc.option(share),
        unknown: unknownFields,
      },
      { requiredKeys: ['segments', 'unknown'] },
    )
    .map(({ unknown, cover, segments, ...beside }) => {
      const edit = {
        ...unknown,
        ...beside,
        segments: segments.map((segment, index) => ({ ...segment, id: `segment-${index}` })),
      } as ClipEdit;
      if (cover === undefined) return edit;
      return {
        ...edit,
        cover: cover === null ? null : { kind: 'frame' as const, at: cover * editDuration(edit) },
      };
    })
    .map((edit) => clipEditSchema.parse(edit));
}
