import { mediaUrl } from '#renderer/bridge/client.ts';

/** One media element that is lent to a segment at a time. */
export interface MediaSlot {
  readonly element: HTMLVideoElement;
  assetId: string;
  /** The segment it is lent to. */
  user: string | null;
  /** Seconds of the source at which it stands. */
  time(): number;
  /** Puts it on a time of the source; seeks never pile up, the newest wish waits. */
  seek(seconds: number): void;
  /** Whether the picture of the wished time is there. */
  settled(): boolean;
  play(rate: number, keepPitch: boolean): void;
  pause(): void;
  close(): void;
}

/** What an element plays; `live`: a stream from any time on, at `stream/<asset>.<milliseconds>`. */
interface MediaAddress {
  url: string;
  live: boolean;
}

/** Milliseconds between two starts of a stream while it is searched through. */
const restart = 300;
/** Seconds of a stream before the wished time, so that its frame is surely in it. */
const before = 0.05;
/** Milliseconds within which a loaded video must have shown its first frame. */
const frameDeadline = 12_000;
/** Elements kept: two in a transition, the next, the one before, and two that a scrub has left. */
const most = 6;

interface MediaWishes {
  /** A picture is expected. */
  hasPicture(assetId: string): boolean;
  onUnplayable(assetId: string): void;
  /** Something that decides what is shown has changed: loaded, sought, stalled. */
  onChange(): void;
}

type Slot = MediaSlot & { readonly address: string; load(assetId: string, address: MediaAddress): void };

function createSlot(wishes: MediaWishes): Slot {
  const element = document.createElement('video');
  element.preload = 'auto';
  element.playsInline = true;
  element.disableRemotePlayback = true;
  let wanted: number | null = null;
  let target: number | null = null;
  let address = '';
  let live = false;
  /** Seconds of the source at which a stream starts. */
  let origin = 0;
  let started = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function pump(): void {
    if (wanted === null || element.seeking) return;
    if (live && !within(wanted)) {
      begin(wanted);
      return;
    }
    if (element.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const next = wanted;
    wanted = null;
    element.currentTime = next - origin;
  }

  /** Whether a stream has a time, or soon will. */
  function within(seconds: number): boolean {
    if (started === 0) return false;
    const end = element.buffered.length > 0 ? element.buffered.end(element.buffered.length - 1) : 0;
    return seconds >= origin && seconds <= origin + end + 1;
  }

  /** Starts the stream at a time; not more often than it can follow. */
  function begin(seconds: number): void {
    clearTimeout(later);
    const wait = started + restart - performance.now();
    if (started > 0 && wait > 0) {
      later = setTimeout(pump, wait);
      return;
    }
    started = performance.now();
    origin = Math.max(0, seconds - before);
    element.src = mediaUrl(`stream/${slot.assetId}.${Math.floor(origin * 1000)}`);
    origin = Math.floor(origin * 1000) / 1000;
  }

  function fail(): void {
    // A stream may end for many reasons; posters stand in until the proxy is there.
    if (address !== '' && !live) wishes.onUnplayable(slot.assetId);
  }

  function onLoaded(): void {
    pump();
    if (!wishes.hasPicture(slot.assetId)) return;
    if (element.videoWidth === 0) {
      fail();
      return;
    }
    clearTimeout(deadline);
    deadline = setTimeout(() => {
      // A hidden window is shown no frames at all: that says nothing about the file.
      if (document.visibilityState === 'visible' && element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
        fail();
    }, frameDeadline);
  }

  element.addEventListener('loadedmetadata', onLoaded);
  element.addEventListener('error', fail);
  element.addEventListener('seeked', pump);
  for (const name of ['seeked', 'loadeddata', 'canplay', 'waiting', 'playing'] as const)
    element.addEventListener(name, wishes.onChange);

  const slot = {
    element,
    assetId: '',
    user: null,
    get address() {
      return address;
    },
    load(assetId: string, { url, live: streamed }: MediaAddress) {
      if (address === url) return;
      clearTimeout(later);
      clearTimeout(deadline);
      slot.assetId = assetId;
      address = url;
      wanted = null;
      target = null;
      live = streamed;
      origin = 0;
      started = 0;
      if (!live) element.src = mediaUrl(url);
      else {
        // It starts where the first seek wants it.
        element.removeAttribute('src');
        element.load();
      }
    },
    seek(seconds: number) {
      if (target !== null && Math.abs(target - seconds) < 1e-4) return;
      target = seconds;
      wanted = seconds;
      pump();
    },
    time: () => origin + element.currentTime,
    settled: () =>
      wanted === null && !element.seeking && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
    play(rate: number, keepPitch: boolean) {
      target = null;
      if (element.playbackRate !== rate) element.playbackRate = rate;
      element.preservesPitch = keepPitch;
      // Refused when the element is taken away meanwhile; the next tick asks again.
      if (element.paused) element.play().catch(() => {});
    },
    pause() {
      if (!element.paused) element.pause();
    },
    close() {
      clearTimeout(deadline);
      clearTimeout(later);
      address = '';
      element.remove();
      element.removeAttribute('src');
      // Lets go of the connection and the decoder.
      element.load();
    },
  } satisfies Slot;
  return slot;
}

interface MediaPool {
  /** The slot of a segment, if it has one. */
  of(user: string): MediaSlot | null;
  /** Lends an element; those of `kept` users are not taken away. */
  lend(user: string, assetId: string, address: MediaAddress, kept: ReadonlySet<string>): MediaSlot | null;
  /** Hands an element on to the next segment as it plays. */
  handOn(from: string, to: string): void;
  /** Stops what nobody of `kept` uses. */
  rest(kept: ReadonlySet<string>): void;
  all(): readonly MediaSlot[];
  close(): void;
}

export function createMediaPool(wishes: MediaWishes): MediaPool {
  let slots: ReturnType<typeof createSlot>[] = [];
  const of = (user: string) => slots.find((slot) => slot.user === user) ?? null;
  return {
    of,
    lend(user, assetId, address, kept) {
      const own = of(user);
      if (own?.address === address.url) return own;
      if (own) own.user = null;
      const idle = slots.filter((slot) => slot.user === null || !kept.has(slot.user));
      let slot = idle.find((one) => one.address === address.url);
      if (!slot && slots.length < most) {
        slot = createSlot(wishes);
        slots = [...slots, slot];
      }
      slot ??= idle[0];
      if (!slot) return null;
      slot.pause();
      slot.user = user;
      slot.load(assetId, address);
      return slot;
    },
    handOn(from, to) {
      const slot = of(from);
      const other = of(to);
      if (!slot) return;
      if (other) other.user = null;
      slot.user = to;
    },
    rest(kept) {
      for (const slot of slots) if (slot.user === null || !kept.has(slot.user)) slot.pause();
    },
    all: () => slots,
    close() {
      for (const slot of slots) slot.close();
      slots = [];
    },
  };
}
