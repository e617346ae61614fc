import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaptionStyle } from '../edit/captions.ts';
import { editDuration, placeSegments } from '../edit/layout.ts';
import { type ClipEdit, clipEditSchema } from '../edit/schema.ts';
import { convertStory, type StoryOptions } from './convert-story.ts';

const style: CaptionStyle = {
  fontFamily: 'Noto Sans SC',
  fontWeight: 700,
  size: 6,
  colour: '#ffffff',
  outline: null,
  shadow: true,
  box: null,
  highlight: 'none',
  highlightColour: '#ffcc00',
  capitals: false,
  position: 0.8,
  width: 86,
  align: 'center',
  lines: 3,
};

function options(): StoryOptions {
  let count = 0;
  return {
    language: 'en',
    media: [
      { id: 'boat', kind: 'image', words: 'boat harbour', duration: 0 },
      { id: 'fog', kind: 'image', words: 'fog morning', duration: 0 },
      { id: 'film', kind: 'video', words: 'market', duration: 20 },
    ],
    grounds: ['#101010'],
    style,
    trackName: 'Story',
    motion: true,
    fade: 0.4,
    newId: () => `n${(count += 1)}-${Math.random()}`,
  };
}

const empty: ClipEdit = { segments: [] };
const first =
  'Fog lies over the hills this early morning. Every boat leaves the harbour at six, as always. The market opens when they come back at noon.';
const captionsOf = (edit: ClipEdit): string[] => edit.captions?.[0]?.cues.map((cue) => cue.text) ?? [];

describe('a text into scenes', () => {
  test('each scene shows what its words speak of, with its words over the whole of it', () => {
    const { edit, made } = convertStory(empty, first, options());
    expect(made).toBe(3);
    expect(edit.segments.map((segment) => ('source' in segment ? segment.source : segment.kind))).toEqual([
      'fog',
      'boat',
      'film',
    ]);
    expect(clipEditSchema.safeParse(edit).success).toBe(true);
    const placed = placeSegments(edit);
    const cues = edit.captions?.[0]?.cues ?? [];
    expect(cues.map((cue) => [cue.from, cue.to])).toEqual(
      placed.map(({ start, end }, index) => [start, placed[index + 1]?.start ?? end]),
    );
    expect(cues.map((cue) => cue.text).join(' ')).toBe(first);
  });

  test('without pictures there are plain grounds', () => {
    const { edit } = convertStory(empty, first, { ...options(), media: [] });
    expect(edit.segments.map((segment) => segment.kind)).toEqual(['colour', 'colour', 'colour']);
  });
});

describe('a changed text', () => {
  const made = convertStory(empty, first, options()).edit;

  test('that is the same changes nothing', () => {
    expect(convertStory(made, first, options())).toEqual({ edit: made, made: 0, kept: 0, removed: 0 });
  });

  test('keeps another picture, a length and words of one’s own, and the order', () => {
    const [fog, boat, film] = made.segments;
    if (fog?.kind !== 'still' || boat?.kind !== 'still' || !film) throw new Error('not as made');
    const track = made.captions?.[0];
    if (!track) throw new Error('no words');
    const [one, two, three] = track.cues;
    if (!one || !two || !three) throw new Error('not as made');
    const edited: ClipEdit = {
      ...made,
      segments: [{ ...boat, source: 'mine', transition: null }, { ...fog, duration: 6.5 }, film],
      captions: [{ ...track, cues: [one, { ...two, text: 'At six!' }, three] }],
    };
    const reworded = first
      .replace('Fog lies', 'A thin fog lies')
      .replace('market opens', 'fish market opens');
    const { edit, kept } = convertStory(
      edited,
      `${reworded} Come and see it for yourself, it is worth the trip.`,
      options(),
    );
    expect(kept).toBe(2);
    const [a, b, c, d] = edit.segments;
    expect(a).toMatchObject({ id: boat.id, source: 'mine' });
    expect(b).toMatchObject({ id: fog.id, duration: 6.5 });
    expect(c?.id).toBe(film.id);
    expect(d?.id).toBeDefined();
    expect(captionsOf(edit)).toEqual([
      'At six!',
      'A thin fog lies over the hills this early morning.',
      'The fish market opens when they come back at noon.',
      'Come and see it for yourself, it is worth the trip.',
    ]);
  });

  test('a scene that was deleted by hand stays deleted, one whose text is gone goes', () => {
    const withoutBoat: ClipEdit = { ...made, segments: made.segments.filter((_, index) => index !== 1) };
    expect(convertStory(withoutBoat, first, options()).edit.segments).toHaveLength(2);
    const shorter = convertStory(made, first.replace(/Every boat[^.]*\. /, ''), options());
    expect(shorter.removed).toBe(1);
    expect(shorter.edit.segments).toHaveLength(2);
    expect(captionsOf(shorter.edit)).toHaveLength(2);
  });

  test('overlays, markers and other captions follow the scene that they stand on', () => {
    const at = placeSegments(made)[2]?.start ?? 0;
    const overlay = {
      id: 'o',
      kind: 'image' as const,
      source: 'x',
      from: at + 1,
      to: at + 2,
      x: 0,
      y: 0,
      width: 1,
    };
    const edited: ClipEdit = { ...made, overlays: [overlay], markers: [{ id: 'm', at: at + 1, name: '' }] };
    const { edit } = convertStory(edited, `The day begins long before the sun does. ${first}`, options());
    const moved = placeSegments(edit).find(({ segment }) => segment.id === made.segments[2]?.id)?.start ?? 0;
    expect(moved).toBeGreaterThan(at);
    expect(edit.overlays?.[0]?.from).toBeCloseTo(moved + 1, 6);
    expect(edit.markers?.[0]?.at).toBeCloseTo(moved + 1, 6);
  });

  test('any texts after one another make sound edits, with one scene for each', () => {
    const sentence = fc.constantFrom(
      'Fog lies over the hills this early morning.',
      'Every boat leaves the harbour at six, as always.',
      'The market opens when they come back at noon.',
      'Bring a warm coat and a good pair of boots along.',
      'Nobody here is ever in a hurry before ten.',
    );
    const text = fc.uniqueArray(sentence, { minLength: 1, maxLength: 5 }).map((lines) => lines.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        let edit = empty;
        for (const next of texts) edit = convertStory(edit, next, options()).edit;
        expect(clipEditSchema.safeParse(edit).success).toBe(true);
        expect(edit.segments).toHaveLength(edit.story?.scenes.length ?? -1);
        expect(captionsOf(edit).toSorted().join(' ')).toBe(
          (edit.story?.scenes.map((scene) => scene.text) ?? []).toSorted().join(' '),
        );
        expect(editDuration(edit)).toBeGreaterThan(2);
      }),
    );
  });
});
