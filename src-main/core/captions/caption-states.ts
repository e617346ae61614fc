import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type FrameSize, layoutTracks, type SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import { timedWords } from '#shared/clip/captions/words.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { cancelled } from '#shared/contract/failure.ts';

/** A stretch of time in which a track looks the same. Seconds on the timeline. */
export interface CaptionState {
  from: number;
  to: number;
  /** Number of its picture in `pictures`. */
  picture: number;
}

/** What one track shows over time. */
export interface TrackStates {
  trackId: string;
  /** In order, not overlapping. */
  states: CaptionState[];
  /** The different layers that are shown, in the frame's px. */
  pictures: TextNode[];
  /** Upright whole, even px of the frame that holds all their ink. */
  band: Rectangle;
}

/** Times at which anything may change, in order. */
function changes(tracks: readonly CaptionTrack[], from: number, to: number): number[] {
  const times = new Set<number>([from]);
  const add = (time: number): void => {
    if (time > from && time < to) times.add(time);
  };
  for (const track of tracks) {
    for (const cue of track.cues) {
      if (cue.to <= from || cue.from >= to) continue;
      add(cue.from);
      add(cue.to);
      if (track.style.highlight !== 'none') for (const word of timedWords(cue)) add(word.from);
    }
  }
  return [...times].toSorted((one, other) => one - other);
}

/** Stands for everything a layer's look depends on; its id does not count. */
export function lookOf({ id: _id, ...look }: TextNode): string {
  return createHash('sha1').update(JSON.stringify(look)).digest('base64url');
}

/** Ink with its shadow, px. The letters of some fonts rise above their line: a part of their size is added. */
function inkOf(node: TextNode, box: Rectangle): Rectangle {
  const soft = node.shadow ? node.shadow.blur * 1.5 + Math.abs(node.shadow.y) : 0;
  const over = node.fontSize * 0.3 + soft;
  return { x: box.x - over, y: box.y - over, width: box.width + over * 2, height: box.height + over * 2 };
}

function union(one: Rectangle | null, other: Rectangle): Rectangle {
  if (!one) return other;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/** Whole, even px inside the frame: colours are stored for two px together. */
function evenInside(ink: Rectangle, frame: FrameSize): Rectangle {
  const down = (value: number): number => Math.max(0, Math.floor(value / 2) * 2);
  const up = (value: number, most: number): number =>
    Math.min(Math.ceil(value / 2) * 2, Math.floor(most / 2) * 2);
  const [x, y] = [down(Math.min(ink.x, frame.width - 2)), down(Math.min(ink.y, frame.height - 2))];
  return {
    x,
    y,
    width: Math.max(2, up(ink.x + ink.width, frame.width) - x),
    height: Math.max(2, up(ink.y + ink.height, frame.height) - y),
  };
}

interface Collecting {
  states: CaptionState[];
  pictures: TextNode[];
  numbers: Map<string, number>;
  ink: Rectangle | null;
}

/** Changes that are laid out before others get their turn: some tens of milliseconds. */
const atOnce = 32;

/**
 * What every track shows between two times, placed as the window places it: one state for each caption, and for each
 * word where words stand out. The text measurer must be ready (`prepareLayout`).
 */
export async function statesOfTracks(
  tracks: readonly CaptionTrack[],
  frame: FrameSize,
  safe: SafeInsets,
  { from, to }: { from: number; to: number },
  signal?: AbortSignal,
): Promise<TrackStates[]> {
  const collected = new Map<string, Collecting>();
  const times = changes(tracks, from, to);
  for (const [index, time] of times.entries()) {
    if (index % atOnce === atOnce - 1) await setImmediate();
    if (signal?.aborted) throw cancelled();
    const until = times[index + 1] ?? to;
    if (until <= time) continue;
    for (const { node, box, trackId } of layoutTracks(tracks, time, frame, safe)) {
      const own: Collecting = collected.get(trackId) ?? {
        states: [],
        pictures: [],
        numbers: new Map(),
        ink: null,
      };
      collected.set(trackId, own);
      const look = lookOf(node);
      let picture = own.numbers.get(look);
      if (picture === undefined) {
        picture = own.pictures.length;
        own.numbers.set(look, picture);
        own.pictures.push(node);
        own.ink = union(own.ink, inkOf(node, box));
      }
      const last = own.states.at(-1);
      if (last?.picture === picture && last.to === time) last.to = until;
      else own.states.push({ from: time, to: until, picture });
    }
  }
  return tracks.flatMap((track) => {
    const own = collected.get(track.id);
    if (!own?.ink) return [];
    return [
      { trackId: track.id, states: own.states, pictures: own.pictures, band: evenInside(own.ink, frame) },
    ];
  });
}
