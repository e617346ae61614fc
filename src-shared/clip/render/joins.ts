import type { FfmpegAbilities } from '../abilities.ts';
import type { TransitionKind } from '../edit/segment.ts';
import type { FrameRate } from '../timeline.ts';
import { type FramedSegment, type FrameWindow, neededOf } from './frames.ts';
import { type GraphWriter, gridClock, number, secondsOf } from './writer.ts';

/** The transitions of `xfade`; dips are made of fades. */
const crossings: Record<Exclude<TransitionKind, 'dip-black' | 'dip-white'>, string> = {
  fade: 'fade',
  'slide-left': 'slideleft',
  'slide-right': 'slideright',
  'slide-up': 'slideup',
  'slide-down': 'slidedown',
  'wipe-left': 'wipeleft',
  'wipe-right': 'wiperight',
  zoom: 'zoomin',
};

/** Frames `from` to `to` of a pad, renumbered from 0. */
const part = (writer: GraphWriter, pad: string, window: FrameWindow, rate: FrameRate): string =>
  writer.chain([pad], [`trim=start_frame=${window.from}:end_frame=${window.to}`, ...gridClock(rate)]);

/**
 * The frames that two segments share: each side is cut out exactly and mixed on its own, because builds differ in
 * what `xfade` does with the frames around.
 */
function crossing(
  writer: GraphWriter,
  [before, after]: readonly [string, string],
  frames: number,
  kind: TransitionKind,
  rate: FrameRate,
  abilities: FfmpegAbilities,
): string {
  const seconds = number(secondsOf(frames, rate));
  if (kind === 'dip-black' || kind === 'dip-white') {
    const colour = kind === 'dip-black' ? 'black' : 'white';
    const half = Math.max(1, Math.floor(frames / 2));
    const out = writer.chain(
      [before],
      [`trim=end_frame=${half}`, ...gridClock(rate), `fade=t=out:s=0:n=${half}:color=${colour}`],
    );
    if (half >= frames) return out;
    const into = writer.chain(
      [after],
      [`trim=start_frame=${half}`, ...gridClock(rate), `fade=t=in:s=0:n=${frames - half}:color=${colour}`],
    );
    return joined(writer, [out, into], rate);
  }
  if (!abilities.filters.xfade) {
    const over = writer.chain([after], ['format=yuva420p', `fade=t=in:s=0:n=${frames}:alpha=1`]);
    return writer.chain([before, over], ['overlay=0:0:format=yuv420', ...gridClock(rate)]);
  }
  // A steady rate must be known; the frames added at the end keep the last real one from being taken for an early end.
  const steady = ['tpad=stop=2:stop_mode=clone', `fps=${rate.num}/${rate.den}`, `trim=end_frame=${frames}`];
  const sides = [before, after].map((pad) => writer.chain([pad], steady));
  return writer.chain(sides, [
    `xfade=transition=${crossings[kind]}:duration=${seconds}:offset=0`,
    `trim=end_frame=${frames}`,
    ...gridClock(rate),
  ]);
}

function joined(writer: GraphWriter, pads: readonly string[], rate: FrameRate): string {
  const [only] = pads;
  if (only !== undefined && pads.length === 1) return only;
  return writer.chain(pads, [`concat=n=${pads.length}:v=1:a=0`, ...gridClock(rate)]);
}

/**
 * Segments one after another over a window that cuts through no transition. `pictureOf` answers the pad of the wanted
 * frames of one segment, numbered from 0.
 */
export function joinSegments(
  writer: GraphWriter,
  framed: readonly FramedSegment[],
  window: FrameWindow,
  pictureOf: (one: FramedSegment, needed: FrameWindow) => string,
  { rate, abilities }: { rate: FrameRate; abilities: FfmpegAbilities },
): string {
  const parts: string[] = [];
  let tail: string | null = null;
  framed.forEach((one, at) => {
    const needed = neededOf(one, window);
    if (!needed) return;
    const next = framed[at + 1];
    const intoHere = one.into > 0 && needed.from === 0 && tail !== null;
    const outHere =
      next !== undefined && one.out > 0 && needed.to === one.frames && neededOf(next, window) !== null;
    const into = intoHere ? one.into : 0;
    const out = outHere ? one.out : 0;
    const count = needed.to - needed.from;
    const body = { from: into, to: count - out };
    const hasBody = body.to > body.from;
    const pieces = Number(into > 0) + Number(hasBody) + Number(out > 0);
    const pads = writer.split(pictureOf(one, needed), pieces);
    const take = (piece: FrameWindow): string => {
      const pad = pads.shift() ?? '';
      return pieces === 1 ? pad : part(writer, pad, piece, rate);
    };
    if (into > 0 && tail !== null) {
      const kind = one.segment.transition?.kind ?? 'fade';
      parts.push(crossing(writer, [tail, take({ from: 0, to: into })], into, kind, rate, abilities));
    }
    if (hasBody) parts.push(take(body));
    tail = out > 0 ? take({ from: count - out, to: count }) : null;
  });
  return joined(writer, parts, rate);
}
