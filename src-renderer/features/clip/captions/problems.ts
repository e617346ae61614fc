import { checkCues, type CueProblem } from '#shared/clip/captions/checks.ts';
import type { FrameSize } from '#shared/clip/captions/layout-cue.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';

interface Checked {
  next: Cue | undefined;
  conditions: string;
  problems: readonly CueProblem[];
}

/** What was found of a cue beside the one after it: a key press in one of thousands checks two anew. */
const known = new WeakMap<Cue, Checked>();

function problemsOf(
  cue: Cue,
  next: Cue | undefined,
  track: CaptionTrack,
  frame: FrameSize,
  rate: number,
): readonly CueProblem[] {
  const conditions = `${track.style.lines} ${frame.width} ${frame.height} ${rate}`;
  const before = known.get(cue);
  if (before?.next === next && before?.conditions === conditions) return before.problems;
  const pair = { ...track, cues: next ? [cue, next] : [cue] };
  const problems = checkCues(pair, frame, rate).filter(({ cueId }) => cueId === cue.id);
  known.set(cue, { next, conditions, problems });
  return problems;
}

/** What makes captions hard to read, by the id of the caption; those without problems are not in it. */
export function problemsByCue(
  track: CaptionTrack,
  frame: FrameSize,
  rate: number,
): Map<string, readonly CueProblem[]> {
  const found = new Map<string, readonly CueProblem[]>();
  track.cues.forEach((cue, at) => {
    const problems = problemsOf(cue, track.cues[at + 1], track, frame, rate);
    if (problems.length > 0) found.set(cue.id, problems);
  });
  return found;
}
