/** Volume of every playing element: through WebAudio, so that gains above 1 and ramps are heard. */
export interface SoundDesk {
  /** Must follow a gesture of the user at least once. */
  wake(): void;
  level(element: HTMLMediaElement, factor: number): void;
  master(volume: number, muted: boolean): void;
  close(): void;
}

/** Seconds in which a level changes: no clicks. */
const ramp = 0.012;

export function createSoundDesk(): SoundDesk {
  let context: AudioContext | null = null;
  let out: GainNode | null = null;
  let whole = 1;
  const gains = new Map<HTMLMediaElement, GainNode>();

  function gainOf(element: HTMLMediaElement): GainNode | null {
    const there = gains.get(element);
    if (there) return there;
    if (!context || !out) return null;
    const gain = context.createGain();
    gain.gain.value = 0;
    context.createMediaElementSource(element).connect(gain).connect(out);
    element.volume = 1;
    gains.set(element, gain);
    return gain;
  }

  return {
    wake() {
      if (!context) {
        context = new AudioContext({ latencyHint: 'interactive' });
        out = context.createGain();
        out.gain.value = whole;
        out.connect(context.destination);
      }
      if (context.state === 'suspended') void context.resume();
    },
    level(element, factor) {
      const gain = gainOf(element);
      if (gain && context) gain.gain.setTargetAtTime(factor, context.currentTime, ramp);
      else element.volume = Math.min(1, factor * whole);
    },
    master(volume, muted) {
      whole = muted ? 0 : volume;
      if (out && context) out.gain.setTargetAtTime(whole, context.currentTime, ramp);
    },
    close() {
      for (const gain of gains.values()) gain.disconnect();
      gains.clear();
      void context?.close();
      context = null;
    },
  };
}
