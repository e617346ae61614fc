import { changeSegments } from '#shared/clip/edit/operations/arrange.ts';
import { changeBeside } from '#shared/clip/edit/operations/beside.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { numberFormat } from '../../fields/spans.ts';
import { timecode } from '../../fields/time-text.ts';
import { partToGain } from '../draw/level.ts';
import { type LaneItem, type LaneRow, rulerHeight } from '../lanes.ts';
import { changesOf, type Gesture, type GestureTools, onFrameEdge } from './gesture.ts';

type FadeEnd = 'fade-in' | 'fade-out';

/** Seconds: the longest fade of a picture and of a sound. */
const longestFade = { segment: 10, sound: 30 };

function withPictureFade(segment: Segment, end: FadeEnd, seconds: number): Segment {
  const { fadeIn, fadeOut, ...picture } = segment.picture ?? {};
  const fades = { fadeIn, fadeOut, [end === 'fade-in' ? 'fadeIn' : 'fadeOut']: seconds };
  return {
    ...segment,
    picture: {
      ...picture,
      ...(fades.fadeIn ? { fadeIn: fades.fadeIn } : {}),
      ...(fades.fadeOut ? { fadeOut: fades.fadeOut } : {}),
    },
  };
}

/** Drags the dot of a fade: how long a segment comes from or goes to black, a sound from or to silence. */
export function fadeGesture(tools: GestureTools, item: LaneItem, end: FadeEnd): Gesture {
  const { clock } = tools;
  const changes = changesOf(tools);
  const most = Math.min(item.to - item.from, item.kind === 'sound' ? longestFade.sound : longestFade.segment);
  return {
    move(pointer) {
      const raw = end === 'fade-in' ? pointer.time - item.from : item.to - pointer.time;
      const seconds = Math.min(most, onFrameEdge(clock, raw));
      changes.make((base) =>
        item.kind === 'sound'
          ? changeBeside(base, 'sounds', [item.id], (sound) => ({
              ...sound,
              [end === 'fade-in' ? 'fadeIn' : 'fadeOut']: seconds,
            }))
          : changeSegments(base, [item.id], (segment) => withPictureFade(segment, end, seconds)),
      );
      tools.show({ tip: timecode(clock, seconds), x: pointer.x, y: pointer.y });
    },
    end: () => {},
    cancel: changes.back,
  };
}

/** Drags the volume line of a sound. */
export function volumeGesture(tools: GestureTools, item: LaneItem, row: LaneRow, locale: string): Gesture {
  const changes = changesOf(tools);
  const number = numberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  return {
    move(pointer) {
      const top = rulerHeight + row.top - tools.ground().scrolled;
      const part = 1 - (pointer.y - top - 2) / (row.height - 4);
      const gain = partToGain(Math.max(0, part));
      changes.make((base) => changeBeside(base, 'sounds', [item.id], (sound) => ({ ...sound, gain })));
      tools.show({ tip: gain <= -60 ? '−∞ dB' : `${number.format(gain)} dB`, x: pointer.x, y: pointer.y });
    },
    end: () => {},
    cancel: changes.back,
  };
}
