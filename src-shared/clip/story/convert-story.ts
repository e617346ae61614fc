import type { CaptionStyle, CaptionTrack, Cue } from '../edit/captions.ts';
import { placeSegments, segmentAt, segmentLength } from '../edit/layout.ts';
import type { ClipEdit, Scene } from '../edit/schema.ts';
import type { Segment, StillMotion } from '../edit/segment.ts';
import { chooseMedia, type StoryMedia } from './media-choice.ts';
import { matchScenes } from './match-scenes.ts';
import { sceneSeconds, sceneTexts } from './scene-texts.ts';

export interface StoryOptions {
  /** BCP 47 of the text. */
  language: string;
  /** What scenes may show; without any they are plain grounds. */
  media: readonly StoryMedia[];
  /** Grounds of scenes without a picture, taken in turn; hex or `token:…`. */
  grounds: readonly string[];
  /** Looks of the words; only for a track that is not there yet. */
  style: CaptionStyle;
  /** Name of a new track of words. */
  trackName: string;
  /** Slow movement of pictures. */
  motion: boolean;
  /** Seconds of cross-fade between scenes; 0 for hard cuts. */
  fade: number;
  /** A new id at every call. */
  newId: () => string;
}

/** What a conversion did, for the user to see. */
export interface StoryChange {
  edit: ClipEdit;
  made: number;
  /** Of scenes that stay, those whose words or length were edited by hand and kept. */
  kept: number;
  removed: number;
}

const motions: readonly StillMotion[] = ['zoom-in', 'pan-right', 'zoom-out', 'pan-left'];
/** Lengths are compared to the millisecond. */
const sameTime = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;

function segmentOf(media: StoryMedia | null, seconds: number, place: number, options: StoryOptions): Segment {
  const id = options.newId();
  const common = {
    id,
    ...(options.fade > 0 && place > 0
      ? { transition: { kind: 'fade' as const, seconds: options.fade } }
      : {}),
  };
  if (media === null) {
    const colour = options.grounds[place % Math.max(1, options.grounds.length)] ?? '#1f2933';
    return { ...common, kind: 'colour', colour, duration: seconds };
  }
  if (media.kind === 'video' && media.duration > 0.5) {
    // A recording that is too short for its scene is slowed down as far as that looks right, then shown as long as it is.
    const speed = Math.max(0.5, Math.min(1, media.duration / seconds));
    const to = Math.min(media.duration, seconds * speed);
    return {
      ...common,
      kind: 'clip',
      source: media.id,
      from: 0,
      to,
      ...(speed < 1 ? { speed } : {}),
      sound: { muted: true },
    };
  }
  const motion = options.motion ? (motions[place % motions.length] ?? 'none') : 'none';
  return { ...common, kind: 'still', source: media.id, duration: seconds, motion };
}

/** A segment in another length; a recording is as long as its source allows and is left alone. */
const withLength = (segment: Segment, seconds: number): Segment =>
  segment.kind === 'clip' ? segment : { ...segment, duration: seconds };

const trackOf = (edit: ClipEdit): CaptionTrack | undefined =>
  edit.captions?.find((track) => track['story'] === true);

/** How far what stood at a time moves when the segments under it move: everything follows its segment. */
function follower(before: ClipEdit, after: ClipEdit): (seconds: number) => number {
  const placedBefore = placeSegments(before);
  const starts = new Map(placeSegments(after).map(({ segment, start }) => [segment.id, start]));
  return (seconds) => {
    const under = segmentAt(placedBefore, seconds);
    const start = under ? starts.get(under.segment.id) : undefined;
    return under && start !== undefined ? Math.max(0, seconds + start - under.start) : seconds;
  };
}

/**
 * A text into scenes of an edit, or a changed text into the scenes that it already has. Whatever a person has changed
 * since stays: other pictures, lengths, words, order, deleted scenes, segments in between. Scenes whose text is gone go.
 */
export function convertStory(edit: ClipEdit, text: string, options: StoryOptions): StoryChange {
  const texts = sceneTexts(text, options.language);
  const oldScenes = edit.story?.scenes ?? [];
  const matches = matchScenes(
    oldScenes.map((scene) => scene.text),
    texts,
  );
  const track = trackOf(edit);
  const oldCues = new Map((track?.cues ?? []).map((cue) => [cue.id, cue]));
  const segments = new Map(edit.segments.map((segment) => [segment.id, segment]));
  const fresh = texts.filter((_, index) => matches[index] === null);
  const media = chooseMedia(fresh, options.media, options.language);
  const order = edit.segments.map((segment) => segment.id);
  const stays = new Set(matches.flatMap((match) => (match === null ? [] : [oldScenes[match]?.id])));
  const gone = oldScenes.filter((scene) => !stays.has(scene.id));
  for (const scene of gone) {
    segments.delete(scene.segment);
    const at = order.indexOf(scene.segment);
    if (at >= 0) order.splice(at, 1);
  }

  const words = new Map<string, { cue: string; words: string }>();
  let previous: string | null = null;
  let kept = 0;
  let freshAt = 0;
  const scenes = texts.map((sceneText, index): Scene => {
    const match = matches[index] ?? null;
    const old = match === null ? undefined : oldScenes[match];
    const seconds = sceneSeconds(sceneText);
    if (old) {
      const segment = segments.get(old.segment);
      const cue = oldCues.get(old.cue);
      const ownLength = segment !== undefined && !sameTime(segmentLength(segment), old.made.seconds);
      const ownWords = cue !== undefined && cue.text !== old.made.words;
      if (ownLength || ownWords || !segment || !cue) kept += 1;
      const changed = segment && !ownLength ? withLength(segment, seconds) : segment;
      if (changed) {
        segments.set(changed.id, changed);
        previous = changed.id;
      }
      if (cue && changed) words.set(changed.id, { cue: old.cue, words: ownWords ? cue.text : sceneText });
      return {
        ...old,
        text: sceneText,
        made: {
          seconds: ownLength ? old.made.seconds : changed ? segmentLength(changed) : seconds,
          words: ownWords ? old.made.words : sceneText,
        },
      };
    }
    const segment = segmentOf(media[freshAt] ?? null, seconds, index, options);
    freshAt += 1;
    segments.set(segment.id, segment);
    order.splice(previous === null ? 0 : order.indexOf(previous) + 1, 0, segment.id);
    previous = segment.id;
    const cue = options.newId();
    words.set(segment.id, { cue, words: sceneText });
    return {
      id: options.newId(),
      text: sceneText,
      segment: segment.id,
      cue,
      made: { seconds: segmentLength(segment), words: sceneText },
    };
  });

  const after: ClipEdit = {
    ...edit,
    segments: order.flatMap((id) => segments.get(id) ?? []),
    story: { ...edit.story, text, scenes },
  };
  const follow = follower(edit, after);
  const moved = <Item extends { from: number; to: number }>(item: Item): Item => {
    const from = follow(item.from);
    return { ...item, from, to: from + item.to - item.from };
  };
  const own = new Set([...oldScenes.map((scene) => scene.cue), ...scenes.map((scene) => scene.cue)]);
  const cues: Cue[] = (track?.cues ?? []).filter((cue) => !own.has(cue.id)).map(moved);
  const placed = placeSegments(after);
  placed.forEach(({ segment, start, end }, index) => {
    const said = words.get(segment.id);
    // While one scene fades into the next, the words are the next one's.
    const to = Math.min(end, placed[index + 1]?.start ?? end);
    if (said) cues.push(storyCue(oldCues.get(said.cue), said, start, to));
  });
  cues.sort((a, b) => a.from - b.from);
  const story: CaptionTrack = track
    ? { ...track, cues }
    : {
        id: options.newId(),
        name: options.trackName,
        language: options.language,
        style: options.style,
        burn: true,
        story: true,
        cues,
      };
  const others = (edit.captions ?? []).filter((one) => one !== track);
  return {
    edit: {
      ...after,
      captions: [story, ...others.map((one) => ({ ...one, cues: one.cues.map(movedCue(follow)) }))],
      ...(edit.overlays ? { overlays: edit.overlays.map(moved) } : {}),
      ...(edit.markers
        ? { markers: edit.markers.map((marker) => ({ ...marker, at: follow(marker.at) })) }
        : {}),
    },
    made: fresh.length,
    kept,
    removed: gone.length,
  };
}

/** The cue of a scene: over the whole of it; words that were timed by hand are timed anew when they change. */
function storyCue(old: Cue | undefined, said: { cue: string; words: string }, from: number, to: number): Cue {
  const { words: _words, ...rest } = old ?? { id: said.cue };
  return { ...rest, id: said.cue, from, to, text: said.words };
}

const movedCue =
  (follow: (seconds: number) => number) =>
  (cue: Cue): Cue => {
    const by = follow(cue.from) - cue.from;
    return {
      ...cue,
      from: cue.from + by,
      to: cue.to + by,
      ...(cue.words
        ? { words: cue.words.map((word) => ({ ...word, from: word.from + by, to: word.to + by })) }
        : {}),
    };
  };
