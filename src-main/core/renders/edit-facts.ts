import { editDuration } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { frameOfEdit } from '#shared/clip/render/frame-size.ts';
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

const usualFps = 30;

export function factsOfEdit(edit: ClipEdit, world: EditWorld): EditFacts {
  const recordings = edit.segments
    .filter((segment) => segment.kind === 'clip')
    .map((segment) => ({ segment, facts: world.facts(segment.source) }));
  const heard = recordings.some(({ segment, facts }) => facts?.hasAudio && !segment.sound?.muted);
  return {
    ...frameOfEdit(edit, world.facts),
    fps: recordings.find(({ facts }) => facts?.fps)?.facts?.fps ?? usualFps,
    duration: editDuration(edit),
    hasAudio: (heard && edit.muted !== true) || (edit.sounds ?? []).some((sound) => !sound.muted),
  };
}
