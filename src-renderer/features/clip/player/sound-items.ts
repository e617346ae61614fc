import { mediaUrl } from '#renderer/bridge/client.ts';
import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { soundLevel, soundTime } from './levels.ts';
import type { PlaybackBook } from './playback-book.ts';
import type { SoundDesk } from './sound-desk.ts';

interface SoundItems {
  /** Plays what is heard at a time; `rate` 0 or below: nothing. */
  arrange(edit: ClipEdit, placed: readonly PlacedSegment[], seconds: number, rate: number): void;
  close(): void;
}

/** Seconds that a sound may drift from the picture before it is moved. */
const drift = 0.08;
/** Seconds before a sound starts at which its element is made. */
const soon = 3;

/** Music, voices and effects, each by an element of its own that is kept in step with the timeline. */
export function createSoundItems(desk: SoundDesk, playback: PlaybackBook): SoundItems {
  const playing = new Map<string, { element: HTMLAudioElement; url: string }>();

  function elementOf(id: string, url: string): HTMLAudioElement {
    const there = playing.get(id);
    if (there?.url === url) return there.element;
    const element = there?.element ?? new Audio();
    element.preload = 'auto';
    element.src = mediaUrl(url);
    playing.set(id, { element, url });
    return element;
  }

  return {
    arrange(edit, placed, seconds, rate) {
      const duration = placed.at(-1)?.end ?? 0;
      const heard = new Set<string>();
      for (const item of edit.sounds ?? []) {
        const at = soundTime(item, seconds, duration);
        if (at === null && !(item.at > seconds && item.at - seconds < soon)) continue;
        const source = playback.get(item.source);
        if (source.stage !== 'ready') continue;
        heard.add(item.id);
        const element = elementOf(item.id, source.url);
        if (at === null || rate <= 0 || rate > 4) {
          element.pause();
          if (at === null && Math.abs(element.currentTime - item.from) > drift)
            element.currentTime = item.from;
          continue;
        }
        if (element.playbackRate !== rate) element.playbackRate = rate;
        if (Math.abs(element.currentTime - at) > drift * rate && !element.seeking) element.currentTime = at;
        desk.level(element, soundLevel(edit, placed, item, seconds));
        if (element.paused) element.play().catch(() => {});
      }
      for (const [id, { element }] of playing) if (!heard.has(id)) element.pause();
    },
    close() {
      for (const { element } of playing.values()) {
        element.pause();
        element.removeAttribute('src');
        element.load();
      }
      playing.clear();
    },
  };
}
