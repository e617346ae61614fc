import { type PlacedSegment, sourceTime } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import type { SourceBook, TimelinePlayer } from '../session/editor.tsx';
import { segmentLevel } from './levels.ts';
import { createMediaPool, type MediaSlot } from './media-pool.ts';
import { createPlaybackBook, type PlaybackBook } from './playback-book.ts';
import { createSoundDesk } from './sound-desk.ts';
import { createSoundItems } from './sound-items.ts';
import { createTimelineClock } from './timeline-clock.ts';
import { onFrame, pace, runsOn, seekTarget, type ShownPart, shownAt } from './what-plays.ts';

/** What the player reads of the open clip. */
interface PlayerTimeline {
  edit(): ClipEdit;
  placed(): readonly PlacedSegment[];
  /** Frames per second of the timeline. */
  rate(): number;
  sources: SourceBook;
  /** Told after every change of the edit. */
  subscribe(listener: () => void): () => void;
}

/** A part of the picture with the element that plays it; null for stills, and while there is none. */
export interface ShownLayer extends ShownPart {
  slot: MediaSlot | null;
  /** Its picture is there. */
  ready: boolean;
}

interface PreviewSound {
  volume: number;
  muted: boolean;
  loop: boolean;
}

/** The player of one open clip, and what the stage needs of it. */
export interface ClipPlayer extends TimelinePlayer {
  /** What is on screen, from back to front. */
  layers(): readonly ShownLayer[];
  /** All elements, also those made ready for what comes: they are kept in the page, unseen. */
  slots(): readonly MediaSlot[];
  playback: PlaybackBook;
  sound(): PreviewSound;
  setSound(change: Partial<PreviewSound>): void;
  close(): void;
}

const players = new WeakMap<TimelinePlayer, ClipPlayer>();

/** The stage's side of a player made by `createTimelinePlayer`. */
export function clipPlayerOf(player: TimelinePlayer): ClipPlayer {
  const found = players.get(player);
  if (!found) throw new Error('This player was not made by createTimelinePlayer.');
  return found;
}

/** Seconds before a cut at which the next element starts to run, hidden and silent, so that it is under way at the cut. */
const lead = 0.08;
/** Seconds before a cut from which the next segment's element is made ready while nothing plays. */
const nearCut = 2;
/** Seconds that picture and timeline may be apart before the element is moved instead of the clock. */
const farOff = 0.25;
/** The same for an element that starts. */
const nearEnough = 0.12;
/** Chromium plays sound up to this speed; faster is stepped through. */
const fastestPlayed = 4;
const fastest = 8;

/** The asset whose media element a segment needs, null for stills. */
function mediaOf(segment: Segment): string | null {
  return segment.kind === 'clip' || segment.kind === 'freeze' ? segment.source : null;
}

/**
 * Plays a clip's timeline. The clock of the timeline follows the element in front, so that picture and sound stay
 * together; it runs by itself over stills and while stepping.
 */
export function createTimelinePlayer(timeline: PlayerTimeline): ClipPlayer {
  const clock = createTimelineClock(() => performance.now());
  const desk = createSoundDesk();
  const playback = createPlaybackBook();
  const listeners = new Set<() => void>();
  let sound: PreviewSound = { volume: 1, muted: false, loop: false };
  let range: { from: number; to: number } | null = null;
  let frame = 0;
  let layers: readonly ShownLayer[] = [];
  let state = { time: 0, playing: false, rate: 0, waiting: false };
  let front: string | null = null;
  /** The playhead was put elsewhere while playing. */
  let jumped = false;

  const pool = createMediaPool({
    hasPicture: (assetId) => timeline.sources.get(assetId)?.asset.kind !== 'audio',
    onUnplayable: (assetId) => playback.tooHard(assetId),
    onChange: () => {
      if (!state.playing) refresh();
    },
  });
  const items = createSoundItems(desk, playback);

  const duration = (): number => timeline.placed().at(-1)?.end ?? 0;
  const within = (seconds: number): number => onFrame(seconds, timeline.rate(), duration());

  /** Whether a segment is played by its element, or stepped through by seeks. */
  function runs(segment: Segment): boolean {
    const speed = pace(segment) * clock.rate();
    return segment.kind === 'clip' && speed > 0 && speed <= fastestPlayed && clock.rate() <= fastestPlayed;
  }

  function slotFor(segment: Segment, kept: ReadonlySet<string>): MediaSlot | null {
    const assetId = mediaOf(segment);
    if (assetId === null) return null;
    const ready = playback.get(assetId);
    if (ready.stage === 'ready') return pool.lend(segment.id, assetId, { url: ready.url, live: false }, kept);
    if (ready.stage !== 'preparing' || !ready.live) return null;
    return pool.lend(segment.id, assetId, { url: `stream/${assetId}`, live: true }, kept);
  }

  function still(slot: MediaSlot, segment: Segment, at: number): void {
    const fps = timeline.sources.get(slot.assetId)?.probe?.video?.fps ?? null;
    slot.pause();
    slot.seek(seekTarget(at, fps, pace(segment) < 0));
  }

  /** Brings the element of the segment that comes next to where it will be needed. */
  function prepare(
    next: PlacedSegment,
    before: PlacedSegment,
    time: number,
    kept: ReadonlySet<string>,
  ): void {
    if (runsOn(before.segment, next.segment)) return;
    const slot = slotFor(next.segment, kept);
    if (!slot || next.segment.kind === 'colour') return;
    const start = sourceTime(next, clock.rate() < 0 ? next.end - 0.5 / timeline.rate() : next.start);
    if (clock.rate() === 0 || !runs(next.segment) || next.segment.kind !== 'clip') {
      still(slot, next.segment, start);
      return;
    }
    const speed = pace(next.segment) * clock.rate();
    const early = Math.min(lead, start / speed);
    const left = (next.start - time) / clock.rate();
    desk.level(slot.element, 0);
    if (left <= early) slot.play(speed, next.segment.keepPitch !== false);
    else {
      slot.pause();
      slot.seek(start - early * speed);
    }
  }

  /** Elements, levels and layers for a time of the timeline. */
  function arrange(time: number): void {
    const placed = timeline.placed();
    const edit = timeline.edit();
    const parts = shownAt(placed, time);
    const last = parts.at(-1)?.placed;
    const before = placed.find((one) => one.segment.id === front);
    if (last && before && before !== last && state.playing && runsOn(before.segment, last.segment))
      pool.handOn(before.segment.id, last.segment.id);
    front = last?.segment.id ?? null;
    const next = last ? placed[last.index + (clock.rate() < 0 ? -1 : 1)] : undefined;
    const near = next && last && (state.playing || next.start - time < nearCut);
    const kept = new Set(parts.map(({ placed: one }) => one.segment.id));
    if (near) kept.add(next.segment.id);
    layers = parts.map((part) => {
      const { segment } = part.placed;
      const slot = slotFor(segment, kept);
      if (!slot) return { ...part, slot, ready: mediaOf(segment) === null };
      if (segment.kind === 'clip' && state.playing && runs(segment)) {
        const speed = pace(segment) * clock.rate();
        const apart = Math.abs(slot.time() - part.at) / speed;
        // On a cut an element that is a little ahead or behind just goes on.
        if (
          jumped ||
          slot.element.readyState === HTMLMediaElement.HAVE_NOTHING ||
          (slot.settled() && apart > (slot.element.paused ? nearEnough : farOff))
        )
          slot.seek(part.at);
        slot.play(speed, segment.keepPitch !== false);
        const share = part.transition
          ? part.transition.role === 'entering'
            ? part.transition.done
            : 1 - part.transition.done
          : 1;
        desk.level(slot.element, segmentLevel(edit, part.placed, time, share));
      } else still(slot, segment, part.at);
      return { ...part, slot, ready: slot.settled() || (state.playing && !slot.element.seeking) };
    });
    jumped = false;
    // While the playhead is dragged the frame under it comes first; the next element's turn is when it is there.
    if (near && (state.playing || layers.every(({ ready }) => ready))) prepare(next, last, time, kept);
    pool.rest(kept);
    items.arrange(edit, placed, time, state.playing ? clock.rate() : 0);
  }

  function announce(change: Partial<typeof state> = {}): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** The element that leads the clock: the one in front, when it plays. */
  function leader(): { slot: MediaSlot; part: ShownLayer } | null {
    const part = layers.at(-1);
    if (!part?.slot || !runs(part.placed.segment)) return null;
    return { slot: part.slot, part };
  }

  /** The clock follows the element in front; answers whether it must be waited for. */
  function follow(): boolean {
    const leading = leader();
    if (!leading) return false;
    const { slot, part } = leading;
    const { element } = slot;
    if (element.ended) return false;
    if (element.seeking || element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return true;
    if (element.paused || part.placed.segment.kind !== 'clip') return false;
    const now = clock.time();
    const passed = (slot.time() - part.placed.segment.from) / pace(part.placed.segment);
    const apart = part.placed.start + passed - now;
    // Never backwards: a picture that lags is caught up with by standing.
    if (Math.abs(apart) < farOff) clock.set(Math.max(state.time, now + apart));
    return false;
  }

  function tick(): void {
    frame = 0;
    if (!state.playing) return;
    const waiting = follow();
    clock.hold(waiting);
    const end = range?.to ?? duration();
    const start = range?.from ?? 0;
    const time = clock.time();
    const half = 0.25 / timeline.rate();
    if (clock.rate() > 0 && time >= end - half) {
      if (sound.loop) clock.set(start);
      else {
        halt(within(end - 0.5 / timeline.rate()));
        return;
      }
    } else if (clock.rate() < 0 && time <= start) {
      halt(within(start));
      return;
    }
    const shown = within(clock.time());
    arrange(Math.min(clock.time(), duration()));
    if (shown !== state.time || waiting !== state.waiting) announce({ time: shown, waiting });
    frame = requestAnimationFrame(tick);
  }

  function refresh(): void {
    arrange(state.time);
    announce();
  }

  function halt(time: number): void {
    cancelAnimationFrame(frame);
    frame = 0;
    range = null;
    clock.run(0);
    clock.hold(false);
    clock.set(time);
    state = { time, playing: false, rate: 0, waiting: false };
    refresh();
  }

  function run(rate: number): void {
    desk.wake();
    desk.master(sound.volume, sound.muted);
    clock.hold(false);
    clock.set(state.time);
    clock.run(rate);
    state = { ...state, playing: true, rate };
    arrange(state.time);
    announce();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(tick);
  }

  const player: ClipPlayer = {
    now: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seek(seconds) {
      const time = within(seconds);
      clock.set(time);
      jumped = state.playing;
      state = { ...state, time };
      if (range && (time < range.from || time >= range.to)) range = null;
      refresh();
    },
    play() {
      if (state.time >= within(duration()) - 1e-6) player.seek(0);
      range = null;
      run(1);
    },
    pause: () => halt(state.time),
    shuttle(rate) {
      const bounded = Math.min(fastest, Math.max(-fastest, rate));
      if (bounded === 0) halt(state.time);
      else {
        range = null;
        run(bounded);
      }
    },
    step(frames) {
      if (state.playing) halt(state.time);
      player.seek(state.time + (frames + 0.1) / timeline.rate());
    },
    playRange(from, to) {
      player.seek(from);
      range = { from, to: Math.min(to, duration()) };
      run(1);
    },
    layers: () => layers,
    slots: () => pool.all(),
    playback,
    sound: () => sound,
    setSound(change) {
      sound = { ...sound, ...change };
      desk.master(sound.volume, sound.muted);
      announce();
    },
    close() {
      cancelAnimationFrame(frame);
      stops.forEach((stop) => stop());
      listeners.clear();
      playback.close();
      items.close();
      pool.close();
      desk.close();
    },
  };

  const stops = [
    timeline.subscribe(() => {
      const time = within(state.time);
      if (time !== state.time) {
        clock.set(time);
        state = { ...state, time };
      }
      refresh();
    }),
    playback.subscribe(() => refresh()),
    timeline.sources.subscribe(() => {
      if (!state.playing) refresh();
    }),
  ];
  players.set(player, player);
  arrange(0);
  return player;
}
