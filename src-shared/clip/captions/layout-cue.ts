import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import type { CaptionStyle, CaptionTrack, Cue } from '../edit/captions.ts';
import { nodeOf, type Room, roomOf, runsOf, setOf, type Setting, shorterSide } from './set-cue.ts';
import { timedWords, wordAt } from './words.ts';

/** px */
export interface FrameSize {
  width: number;
  height: number;
}

/** px along each edge that a platform covers. */
export interface SafeInsets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const noInsets: SafeInsets = { top: 0, right: 0, bottom: 0, left: 0 };

/** A caption as a text layer of a design of the frame's size. */
interface LaidOutCue {
  node: TextNode;
  /** What its letters, outline and boxes lie in, px of the frame; a soft shadow reaches a little beyond. */
  box: Rectangle;
}

/** A caption that is to be placed. */
interface Placing {
  cue: Cue;
  style: CaptionStyle;
  active: number | null;
}

interface Block {
  placing: Placing;
  set: Setting;
  /** px with outline and boxes. */
  height: number;
}

function blockOf(placing: Placing, frame: FrameSize, room: Room): Block {
  const set = setOf(placing.cue, placing.style, frame, room);
  return { placing, set, height: set.height + set.reach * 2 };
}

function place(block: Block, frame: FrameSize, room: Room, top: number): LaidOutCue {
  const { set, height } = block;
  const { cue, style, active } = block.placing;
  const whole = set.width + set.reach * 2;
  // In the middle of the picture, not of what a platform leaves free: as far as that allows.
  const left = Math.min(Math.max((frame.width - whole) / 2, room.x), room.x + room.width - whole);
  const node = nodeOf(cue, style, frame, set, runsOf(cue, style, set, active), {
    x: left + set.reach,
    y: top + set.reach,
  });
  const layout = layoutOfNode(node);
  const spare = set.width - layout.width;
  const shift = style.align === 'center' ? spare / 2 : style.align === 'right' ? spare : 0;
  return { node, box: { x: left + shift, y: top, width: layout.width + set.reach * 2, height } };
}

/**
 * A caption as a text layer of the frame: its lines broken, its size and place from the style, word number `active`
 * of `timedWords` standing out. The window and the painter draw this same layer. Measures text like a design does.
 */
export function layoutCue(
  cue: Cue,
  style: CaptionStyle,
  frame: FrameSize,
  safe: SafeInsets,
  active: number | null,
): LaidOutCue {
  const room = roomOf(frame, safe);
  const block = blockOf({ cue, style, active }, frame, room);
  return place(block, frame, room, room.y + Math.max(0, room.height - block.height) * style.position);
}

/** A caption of a track at one moment. */
export interface ShownCue extends LaidOutCue {
  trackId: string;
  cueId: string;
  active: number | null;
}

/** The cue of a list in order that is shown at a time, null in a gap. */
export function cueAtTime(cues: readonly Cue[], seconds: number): Cue | null {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.from ?? 0) <= seconds + 1e-6) low = middle + 1;
    else high = middle;
  }
  const cue = cues[low - 1];
  return cue && seconds < cue.to - 1e-6 ? cue : null;
}

interface Stack {
  blocks: Block[];
  height: number;
  position: number;
  top: number;
}

/** Captions that would cover each other stand below each other, in the order of their tracks, about where they would be. */
function stacked(blocks: readonly Block[], room: Room, gap: number): Stack[] {
  const topOf = (height: number, position: number): number =>
    room.y + Math.max(0, room.height - height) * position;
  let stacks: Stack[] = blocks.map((block) => {
    const { position } = block.placing.style;
    return { blocks: [block], height: block.height, position, top: topOf(block.height, position) };
  });
  for (let round = 0; round < blocks.length; round += 1) {
    stacks = stacks.toSorted((one, other) => one.top - other.top);
    const index = stacks.findIndex((stack, at) => {
      const next = stacks[at + 1];
      return next !== undefined && next.top < stack.top + stack.height + gap;
    });
    const [one, other] = [stacks[index], stacks[index + 1]];
    if (index < 0 || !one || !other) break;
    const together = [...one.blocks, ...other.blocks].toSorted(
      (first, second) =>
        first.placing.style.position - second.placing.style.position ||
        blocks.indexOf(first) - blocks.indexOf(second),
    );
    const height = one.height + other.height + gap;
    const position =
      Math.max(one.position, other.position) > 0.5
        ? Math.max(one.position, other.position)
        : Math.min(one.position, other.position);
    stacks.splice(index, 2, { blocks: together, height, position, top: topOf(height, position) });
  }
  return stacks;
}

/**
 * All captions at a time of the timeline, placed so that none covers another: those of the first track above those of
 * the next when both want the same place. Hidden tracks are left out.
 */
export function layoutTracks(
  tracks: readonly CaptionTrack[],
  seconds: number,
  frame: FrameSize,
  safe: SafeInsets,
): ShownCue[] {
  const room = roomOf(frame, safe);
  const blocks: (Block & { trackId: string })[] = [];
  for (const track of tracks) {
    const cue = track.hidden ? null : cueAtTime(track.cues, seconds);
    if (!cue) continue;
    const active = track.style.highlight === 'none' ? null : wordAt(timedWords(cue), seconds);
    blocks.push({ ...blockOf({ cue, style: track.style, active }, frame, room), trackId: track.id });
  }
  const gap = shorterSide(frame) * 0.008;
  const shown: ShownCue[] = [];
  for (const stack of stacked(blocks, room, gap)) {
    let top = stack.top;
    for (const block of stack.blocks) {
      const { trackId } = block as Block & { trackId: string };
      const { cue, active } = block.placing;
      shown.push({ ...place(block, frame, room, top), trackId, cueId: cue.id, active });
      top += block.height + gap;
    }
  }
  return shown;
}
