import fc from 'fast-check';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import type { Marker, Overlay, SoundItem } from '#shared/clip/edit/schema.ts';

/** Seconds in hundredths, so that failures are read easily. */
export const seconds = (min: number, max: number): fc.Arbitrary<number> =>
  fc
    .integer({ min: Math.round(min * 100), max: Math.round(max * 100) })
    .map((hundredths) => hundredths / 100);

export const byTime = <Key extends { at: number }>(keys: readonly Key[]): Key[] =>
  keys.toSorted((one, other) => one.at - other.at);
export const envelope = fc
  .array(fc.record({ at: seconds(0, 12), gain: fc.integer({ min: -60, max: 24 }) }), { maxLength: 4 })
  .map(byTime);

const span = fc.record({ from: seconds(0, 60), length: seconds(0.05, 20) });

export const overlays: fc.Arbitrary<Overlay[]> = fc
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
export const captions: fc.Arbitrary<CaptionTrack[]> = fc
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

export const sounds: fc.Arbitrary<SoundItem[]> = fc
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

export const markers: fc.Arbitrary<Marker[]> = fc
  .array(seconds(0, 60), { maxLength: 4 })
  .map((times) => byTime(times.map((at, index) => ({ id: `marker-${index}`, at, name: '' }))));
