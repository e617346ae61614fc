import fc from 'fast-check';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import {
  type ClipEdit,
  clipEditSchema,
  type Marker,
  type Overlay,
  type SoundItem,
} from '#shared/clip/edit/schema.ts';
import { type Segment, stillMotions, transitionKinds } from '#shared/clip/edit/segment.ts';
import { editDuration } from '#shared/clip/edit/layout.ts';

/** Seconds in hundredths, so that failures are read easily. */
const seconds = (min: number, max: number): fc.Arbitrary<number> =>
  fc
    .integer({ min: Math.round(min * 100), max: Math.round(max * 100) })
    .map((hundredths) => hundredths / 100);
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

const byTime = <Key extends { at: number }>(keys: readonly Key[]): Key[] =>
  keys.toSorted((one, other) => one.at - other.at);
const focus = fc
  .array(
    fc.record(
      { at: seconds(0, 12), x: share, y: share, zoom: fc.integer({ min: 1, max: 8 }) },
      { requiredKeys: ['at', 'x', 'y'] },
    ),
    { maxLength: 4 },
  )
  .map(byTime);
const envelope = fc
  .array(fc.record({ at: seconds(0, 12), gain: fc.integer({ min: -60, max: 24 }) }), { maxLength: 4 })
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

const span = fc.record({ from: seconds(0, 60), length: seconds(0.05, 20) });

const overlays: fc.Arbitrary<Overlay[]> = fc
  .array(fc.record({ span, kind: fc.constantFrom('design' as const, 'image' as const) }), { maxLength: 4 })
  .map((items) =>
    items.map(({ span: { from, length }, kind }, index) => ({
      id: `overlay-${index}`,
      kind,
      source: 'picture',
      from,
      to: from + length,
      x: 0.1,
      y: 0.1,
      width: 0.5,
    })),
  );

/** Words of one letter with a space between, sharing the cue's time. */
function cueOf(id: string, from: number, length: number, count: number, timed: boolean): Cue {
  const text = Array.from({ length: count }, (_, index) => String.fromCodePoint(97 + index)).join(' ');
  const step = length / count;
  const words = Array.from({ length: count }, (_, index) => ({
    start: index * 2,
    end: index * 2 + 1,
    from: from + index * step,
    to: from + (index + 1) * step,
  }));
  return { id, from, to: from + length, text, ...(timed ? { words } : {}) };
}

const style: CaptionTrack['style'] = {
  fontFamily: 'Inter',
  fontWeight: 600,
  size: 5,
  colour: '#ffffff',
  outline: null,
  shadow: true,
  box: null,
  highlight: 'none',
  highlightColour: '#ffcc00',
  capitals: false,
  position: 1,
  width: 90,
  align: 'center',
  lines: 2,
};
const captions: fc.Arbitrary<CaptionTrack[]> = fc
  .array(
    fc.array(fc.record({ span, count: fc.integer({ min: 1, max: 6 }), timed: fc.boolean() }), {
      maxLength: 6,
    }),
    { maxLength: 2 },
  )
  .map((tracks) =>
    tracks.map((cues, track) => ({
      id: `track-${track}`,
      name: '',
      language: 'en',
      burn: true,
      style,
      cues: cues
        .map(({ span: { from, length }, count, timed }, index) =>
          cueOf(`cue-${track}-${index}`, from, length, count, timed),
        )
        .toSorted((one, other) => one.from - other.from),
    })),
  );

const sounds: fc.Arbitrary<SoundItem[]> = fc
  .array(
    fc.record(
      {
        at: seconds(0, 40),
        from: seconds(0, 5),
        length: seconds(0.1, 30),
        role: fc.constantFrom('music' as const, 'voice' as const, 'effect' as const),
        loop: fc.boolean(),
        envelope,
        fadeIn: seconds(0, 2),
        fadeOut: seconds(0, 2),
      },
      { requiredKeys: ['at', 'from', 'length', 'role'] },
    ),
    { maxLength: 4 },
  )
  .map((items) =>
    byTime(
      items.map(({ length, ...fields }, index) => ({
        ...fields,
        id: `sound-${index}`,
        source: 'song',
        to: fields.from + length,
      })),
    ),
  );

const markers: fc.Arbitrary<Marker[]> = fc
  .array(seconds(0, 60), { maxLength: 4 })
  .map((times) => byTime(times.map((at, index) => ({ id: `marker-${index}`, at, name: '' }))));

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
