import type { TextNode, TextRun } from '#shared/design/layers/text.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { measureGeneration } from '#shared/design/text/preparation.ts';
import type { CaptionStyle, Cue } from '../edit/captions.ts';
import type { FrameSize, SafeInsets } from './layout-cue.ts';
import { breakText, type BrokenText } from './lines.ts';
import { timedWords } from './words.ts';

/** Page and layer ids of laid out captions. */
export const captionPage = 'captions';

const lineHeight = 1.3;
/** Captions that do not fit their lines are set smaller, down to this. */
const smallest = 0.7;
const steps = [1, 0.92, 0.84, 0.77, smallest];
/** A little air between the frame's edge or safe area and the letters, parts of the shorter side. */
const air = 0.02;

export interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function shorterSide(frame: FrameSize): number {
  return Math.min(frame.width, frame.height);
}

/** Where captions may stand; never nothing, however large the insets are. */
export function roomOf(frame: FrameSize, safe: SafeInsets): Room {
  const edge = shorterSide(frame) * air;
  const [left, top] = [Math.max(safe.left, edge), Math.max(safe.top, edge)];
  const width = Math.max(frame.width - left - Math.max(safe.right, edge), frame.width * 0.2);
  const height = Math.max(frame.height - top - Math.max(safe.bottom, edge), frame.height * 0.2);
  return { x: Math.min(left, frame.width - width), y: Math.min(top, frame.height - height), width, height };
}

export interface Setting {
  broken: BrokenText;
  fontSize: number;
  /** px of the box that lines are aligned in. */
  width: number;
  /** px that outline and boxes reach beyond the letters. */
  reach: number;
  height: number;
}

interface KnownSet {
  style: CaptionStyle;
  key: string;
  set: Setting;
}

/** Lines do not depend on the word that is said: they are found once for each cue, style and frame. */
const knownSets = new WeakMap<object, KnownSet>();

export function setOf(cue: Pick<Cue, 'text'>, style: CaptionStyle, frame: FrameSize, room: Room): Setting {
  const key = `${measureGeneration()} ${frame.width} ${frame.height} ${room.width}`;
  const known = knownSets.get(cue);
  if (known?.style === style && known.key === key) return known.set;
  const percent = shorterSide(frame) / 100;
  const reach = Math.max((style.outline?.width ?? 0) * percent, (style.box?.padding ?? 0) * percent);
  // The marker of a word that is said reaches beyond its letters too.
  const side = Math.max(reach, style.highlight === 'box' ? style.size * percent * 0.08 : 0);
  const width = Math.max(Math.min((frame.width * style.width) / 100, room.width) - side * 2, 1);
  const { fontFamily, fontWeight, capitals } = style;
  const at = (step: number, lines: number): Setting => {
    const fontSize = Math.max(1, style.size * percent * step);
    const broken = breakText(cue.text, { fontFamily, fontWeight, fontSize, capitals }, width, lines);
    return { broken, fontSize, width, reach: side, height: broken.lines * fontSize * lineHeight };
  };
  // Smaller letters first, then more lines than the style wants: words are never left out.
  const tries = [
    ...steps.map((step) => [step, style.lines] as const),
    ...[1, 2].map((more) => [smallest, style.lines + more] as const),
  ];
  let found = at(1, style.lines);
  for (const [step, lines] of tries.slice(1)) {
    if (found.broken.fits) break;
    found = at(step, lines);
  }
  knownSets.set(cue, { style, key, set: found });
  return found;
}

/** Runs of the words that stand out while word number `active` is said. */
export function runsOf(
  cue: Pick<Cue, 'text' | 'words' | 'from' | 'to' | 'id'>,
  style: CaptionStyle,
  set: Setting,
  active: number | null,
): TextRun[] {
  if (active === null || style.highlight === 'none') return [];
  const words = timedWords(cue);
  const word = words[active];
  const first = words[0];
  if (!word || !first) return [];
  const start = set.broken.placeOf(style.highlight === 'past' ? first.start : word.start);
  const end = set.broken.placeOf(word.end);
  if (end <= start) return [];
  return [
    style.highlight === 'box'
      ? { start, end, highlight: style.highlightColour }
      : { start, end, colour: style.highlightColour },
  ];
}

export function nodeOf(
  cue: Cue,
  style: CaptionStyle,
  frame: FrameSize,
  set: Setting,
  runs: readonly TextRun[],
  place: { x: number; y: number },
): TextNode {
  const percent = shorterSide(frame) / 100;
  const { box, outline } = style;
  return {
    ...textDefaults,
    id: cue.id,
    pageId: captionPage,
    order: 'a0',
    x: place.x,
    y: place.y,
    width: set.width,
    height: set.height,
    text: set.broken.text,
    fontFamily: style.fontFamily,
    fontWeight: style.fontWeight,
    fontSize: set.fontSize,
    lineHeight,
    align: style.align,
    colour: style.colour,
    capitals: style.capitals,
    outline: outline && { colour: outline.colour, width: outline.width * percent },
    highlight: box && { colour: box.colour, padding: box.padding * percent, radius: box.radius * percent },
    shadow: style.shadow
      ? { x: 0, y: set.fontSize * 0.05, blur: set.fontSize * 0.14, colour: '#000000', opacity: 0.75 }
      : null,
    ...(runs.length > 0 ? { runs: [...runs] } : {}),
  };
}
