import { type FrameClock, frameAt, timeOf } from '../fields/time-text.ts';

export interface PlayerState {
  /** The frame under the playhead. */
  frame: number;
  /** Speed it runs at now: 0 stands still, negative runs backwards. */
  running: number;
  /** Speed that plain playing uses. */
  speed: number;
  muted: boolean;
}

export interface Player {
  subscribe(listener: () => void): () => void;
  now(): PlayerState;
  /** Puts the playhead on a frame; what plays goes on from there. */
  goTo(frame: number): void;
  step(frames: number): void;
  /** Plays up to `until` (a frame, exclusive), or to the end. */
  play(until?: number): void;
  pause(): void;
  /** L and J: plays on or backwards; again while running doubles the speed, up to eight times. */
  shuttle(direction: 1 | -1): void;
  setSpeed(speed: number): void;
  setMuted(muted: boolean): void;
  /** The length became known more exactly. */
  setClock(clock: FrameClock): void;
  /** Takes over a media element; `onUnplayable` is told once when its picture does not arrive. */
  attach(video: HTMLVideoElement, onUnplayable: () => void): () => void;
}

const fastest = 8;
/** Milliseconds within which a loaded video must have shown its first frame. */
const frameDeadline = 4000;

/** Drives one media element by frames: seeks never pile up, and the playhead is where the user put it at once. */
export function createPlayer(opened: FrameClock): Player {
  let clock = opened;
  let video: HTMLVideoElement | null = null;
  let wanted: number | null = null;
  let until: number | null = null;
  let backwards = 0;
  let watching = 0;
  let state: PlayerState = { frame: 0, running: 0, speed: 1, muted: false };
  const listeners = new Set<() => void>();

  function enter(change: Partial<PlayerState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** One seek at a time; the newest wish waits, older ones are dropped. */
  function pump(): void {
    if (!video || wanted === null || video.seeking || video.readyState < HTMLMediaElement.HAVE_METADATA)
      return;
    const target = wanted;
    wanted = null;
    video.currentTime = target;
  }

  function seekTo(frame: number): void {
    // The middle of the frame: its start may be rounded into the frame before.
    wanted = clock.soundOnly ? timeOf(clock, frame) : (frame + 0.5) / clock.fps;
    pump();
  }

  function halt(): void {
    cancelAnimationFrame(backwards);
    video?.pause();
    until = null;
  }

  function follow(seconds: number): void {
    // Presentation times are frame starts; half a frame forgives their rounding.
    const frame = clock.soundOnly ? frameAt(clock, seconds) : frameAt(clock, seconds + 0.5 / clock.fps);
    if (until !== null && frame >= until) {
      const last = until - 1;
      halt();
      enter({ running: 0, frame: last });
      seekTo(last);
    } else if (frame !== state.frame) enter({ frame });
  }

  function watch(): void {
    const watched = video;
    if (!watched) return;
    if (clock.soundOnly) {
      const tick = (): void => {
        if (watched !== video) return;
        if (!watched.paused && !watched.seeking) follow(watched.currentTime);
        watching = requestAnimationFrame(tick);
      };
      watching = requestAnimationFrame(tick);
      return;
    }
    const onFrame = (_now: number, data: VideoFrameCallbackMetadata): void => {
      if (watched !== video) return;
      if (!watched.paused && wanted === null && !watched.seeking) follow(data.mediaTime);
      watching = watched.requestVideoFrameCallback(onFrame);
    };
    watching = watched.requestVideoFrameCallback(onFrame);
  }

  function run(speed: number): void {
    if (!video) return;
    cancelAnimationFrame(backwards);
    enter({ running: speed });
    if (speed > 0) {
      video.playbackRate = speed;
      // Refused when the element is taken away meanwhile; the state is set back by its own events.
      video.play().catch(() => enter({ running: 0 }));
      return;
    }
    video.pause();
    let position = timeOf(clock, state.frame);
    let before = performance.now();
    const back = (now: number): void => {
      position -= ((now - before) / 1000) * -speed;
      before = now;
      const frame = frameAt(clock, position);
      if (frame !== state.frame) {
        enter({ frame });
        seekTo(frame);
      }
      if (position <= 0) enter({ running: 0 });
      else backwards = requestAnimationFrame(back);
    };
    backwards = requestAnimationFrame(back);
  }

  const player: Player = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => state,
    goTo(frame) {
      const inside = Math.min(Math.max(0, Math.round(frame)), clock.frames - 1);
      until = null;
      if (state.running < 0) player.pause();
      if (inside !== state.frame) enter({ frame: inside });
      seekTo(inside);
    },
    step(frames) {
      if (state.running !== 0) player.pause();
      player.goTo(state.frame + frames);
    },
    play(end) {
      if (end === undefined && state.frame >= clock.frames - 1) player.goTo(0);
      until = end ?? null;
      run(state.speed);
    },
    pause() {
      const wasRunning = state.running !== 0;
      halt();
      enter({ running: 0 });
      // Stands on exactly the frame that the timecode names.
      if (wasRunning) seekTo(state.frame);
    },
    shuttle(direction) {
      const same = Math.sign(state.running) === direction;
      const speed = same ? Math.min(fastest, Math.abs(state.running) * 2) : 1;
      if (direction === 1 && state.frame >= clock.frames - 1) return;
      until = null;
      run(direction * speed);
    },
    setSpeed(speed) {
      enter({ speed });
      if (state.running > 0) run(speed);
    },
    setMuted(muted) {
      if (video) video.muted = muted;
      enter({ muted });
    },
    setClock(next) {
      clock = next;
      if (state.frame >= clock.frames) player.goTo(clock.frames - 1);
    },
    attach(element, onUnplayable) {
      video = element;
      video.muted = state.muted;
      let deadline: ReturnType<typeof setTimeout> | undefined;
      let told = false;
      const fail = (): void => {
        if (told) return;
        told = true;
        onUnplayable();
      };
      const onLoaded = (): void => {
        if (!clock.soundOnly && element.videoWidth === 0) {
          fail();
          return;
        }
        seekTo(state.frame);
        if (clock.soundOnly) return;
        const arrived = element.requestVideoFrameCallback(() => clearTimeout(deadline));
        deadline = setTimeout(() => {
          element.cancelVideoFrameCallback(arrived);
          // A hidden window is shown no frames at all: that says nothing about the file.
          if (
            document.visibilityState === 'visible' &&
            element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA
          )
            fail();
        }, frameDeadline);
      };
      const onEnded = (): void => {
        halt();
        enter({ running: 0, frame: clock.frames - 1 });
      };
      element.addEventListener('loadedmetadata', onLoaded);
      element.addEventListener('seeked', pump);
      element.addEventListener('error', fail);
      element.addEventListener('ended', onEnded);
      watch();
      return () => {
        clearTimeout(deadline);
        cancelAnimationFrame(backwards);
        if (clock.soundOnly) cancelAnimationFrame(watching);
        else element.cancelVideoFrameCallback(watching);
        element.removeEventListener('loadedmetadata', onLoaded);
        element.removeEventListener('seeked', pump);
        element.removeEventListener('error', fail);
        element.removeEventListener('ended', onEnded);
        if (video === element) video = null;
        state = { ...state, running: 0 };
      };
    },
  };
  return player;
}
