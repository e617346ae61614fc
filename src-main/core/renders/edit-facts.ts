import { even } from '#shared/clip/args/picture.ts';
import { editDuration } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { EditWorld } from './edit-world.ts';

/** What follows from an edit before anything is rendered. Pixels, seconds. */
export interface EditFacts {
  /** The frame of the finished clip. */
  width: number;
  height: number;
  /** Of the first recording; 30 where there is none. */
  fps: number;
  duration: number;
  hasAudio: boolean;
}

const usualFrame = { width: 1920, height: 1080 };
const usualFps = 30;

/** The frame as chosen, else the first recording as it is shown. */
function frameOf(edit: ClipEdit, world: EditWorld): { width: number; height: number } {
  if (edit.frame) return { width: even(edit.frame.width), height: even(edit.frame.height) };
  for (const segment of edit.segments) {
    if (segment.kind !== 'clip' && segment.kind !== 'freeze') continue;
    const facts = world.facts(segment.source);
    if (facts && facts.width > 0 && facts.height > 0)
      return { width: even(facts.width), height: even(facts.height) };
  }
  return usualFrame;
}

export function factsOfEdit(edit: ClipEdit, world: EditWorld): EditFacts {
  const recordings = edit.segments
    .filter((segment) => segment.kind === 'clip')
    .map((segment) => ({ segment, facts: world.facts(segment.source) }));
  const heard = recordings.some(({ segment, facts }) => facts?.hasAudio && !segment.sound?.muted);
  return {
    ...frameOf(edit, world),
    fps: recordings.find(({ facts }) => facts?.fps)?.facts?.fps ?? usualFps,
    duration: editDuration(edit),
    hasAudio: (heard && edit.muted !== true) || (edit.sounds ?? []).some((sound) => !sound.muted),
  };
}
