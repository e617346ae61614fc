import { safeInput } from '../args/call.ts';
import { type FrameRate, framesPerSecond } from '../timeline.ts';
import type { FrameWindow } from './frames.ts';
import type { CaptionFrames } from './types.ts';
import type { RenderContext } from './types.ts';
import type { GraphWriter } from './writer.ts';

/** A picture and for how many frames it shows. */
export interface CaptionStep {
  path: string;
  frames: number;
}

/** What a caption layer shows, frame by frame over a window of the timeline: pictures one after another, no gaps. */
export function captionSteps(layer: CaptionFrames, rate: FrameRate, window: FrameWindow): CaptionStep[] {
  const fps = framesPerSecond(rate);
  const steps: CaptionStep[] = [];
  let at = window.from;
  const until = (frame: number, path: string): void => {
    const end = Math.min(frame, window.to);
    if (end <= at) return;
    const before = steps.at(-1);
    if (before?.path === path) before.frames += end - at;
    else steps.push({ path, frames: end - at });
    at = end;
  };
  for (const { path, from, to } of layer.frames) {
    until(Math.round(from * fps), layer.empty);
    until(Math.round(to * fps), path);
  }
  until(window.to, layer.empty);
  return steps;
}

/** Pictures in a list are 1/25 s apart at the finest; a frame of the result is written as one such step. */
const listStep = 25;

/** The list that the concat demuxer reads. `nameOf` answers a plain name inside the folder of the list. */
export function captionList(steps: readonly CaptionStep[], nameOf: (path: string) => string): string {
  const lines = steps.flatMap(({ path, frames }) => [
    `file ${nameOf(path)}`,
    `duration ${(frames / listStep).toFixed(2)}`,
  ]);
  // The last one is held by repeating it: a duration at the very end is not kept by every build.
  const last = steps.at(-1);
  return ['ffconcat version 1.0', ...lines, ...(last ? [`file ${nameOf(last.path)}`] : []), ''].join('\n');
}

/** Lays a caption layer, whose list is at `list`, over a pad. */
export function captionLayer(
  writer: GraphWriter,
  pad: string,
  layer: Pick<CaptionFrames, 'x' | 'y'>,
  list: string,
  context: Pick<RenderContext, 'inputs' | 'rate'>,
): string {
  const { num, den } = context.rate;
  const input = context.inputs.add({
    options: [...safeInput('concat'), '-f', 'concat', '-safe', '1'],
    path: list,
  });
  const pictures = writer.chain(
    [`${input}:v:0`],
    [
      'settb=1/1000000',
      // A third of a frame early, so that no rounding makes a caption late.
      `setpts=max(0\\,(PTS-${Math.round(1_000_000 / listStep / 3)})*${listStep}*${den}/${num})`,
      'scale=out_color_matrix=bt709:out_range=tv',
      'format=yuva420p',
    ],
  );
  return writer.chain([pad, pictures], [`overlay=${layer.x}:${layer.y}:format=yuv420:eof_action=repeat`]);
}
