import type { Rectangle } from '#shared/design/draw/canvas.ts';

/** What decides how a picture lies in a box; image layers have it, and fills are given it. */
export interface PlacedPicture {
  width: number;
  height: number;
  fit: 'cover' | 'contain' | 'fill';
  /** The part of the picture that is used, in fractions of the whole. */
  crop: Rectangle;
  /** Stays in view when `cover` cuts, in fractions of the whole; absent: the crop's middle. */
  focus?: { x: number; y: number } | undefined;
  /** Degrees clockwise that the picture is turned inside its frame. */
  straighten?: number | undefined;
}

/** Which part of the whole picture (fractions) lands where in the box (px). */
export interface ImagePlacement {
  source: Rectangle;
  /** Before it is turned by `turn`; reaches beyond `frame` when it is turned. */
  target: Rectangle;
  /** Degrees clockwise about the middle of `target`. */
  turn: number;
  /** What shows of it, px of the box. */
  frame: Rectangle;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

/** The upright box around a rectangle that is turned by some degrees. */
export function turnedSize(
  { width, height }: { width: number; height: number },
  degrees: number,
): { width: number; height: number } {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return { width: width * cosine + height * sine, height: width * sine + height * cosine };
}

/** The largest part of `crop` with the shape of `wanted`, its middle as near to `focus` as the crop allows. */
function coveringPart(
  crop: Rectangle,
  focus: { x: number; y: number },
  wanted: { width: number; height: number },
  aspect: number,
): Rectangle {
  // Lengths in units of the whole picture's height, so that both sides are comparable.
  const share = Math.min((crop.width * aspect) / wanted.width, crop.height / wanted.height);
  const width = Math.min(crop.width, (wanted.width * share) / aspect);
  const height = Math.min(crop.height, wanted.height * share);
  return {
    x: clamp(focus.x - width / 2, crop.x, crop.x + crop.width - width),
    y: clamp(focus.y - height / 2, crop.y, crop.y + crop.height - height),
    width,
    height,
  };
}

function centred(frame: Rectangle, { width, height }: { width: number; height: number }): Rectangle {
  return {
    x: frame.x + (frame.width - width) / 2,
    y: frame.y + (frame.height - height) / 2,
    width,
    height,
  };
}

/**
 * Works out the fit of a picture of the given aspect (width / height) in its box. A turned picture is
 * enlarged so that it still fills what shows of it: the part used is the box around the turned frame.
 */
export function placeImage(node: PlacedPicture, aspect: number): ImagePlacement {
  const crop = { ...node.crop };
  const box = { x: 0, y: 0, width: node.width, height: node.height };
  const turn = clamp(node.straighten ?? 0, -45, 45);
  const cropAspect = (crop.width * aspect) / (crop.height || 1);
  const boxAspect = node.width / (node.height || 1);
  if (!(cropAspect > 0) || !(boxAspect > 0)) return { source: crop, target: box, turn: 0, frame: box };
  if (node.fit === 'fill') {
    const around = turnedSize(box, turn);
    const enlarged = Math.max(around.width / box.width, around.height / box.height);
    const target = centred(box, { width: box.width * enlarged, height: box.height * enlarged });
    return { source: crop, target, turn, frame: box };
  }
  const shown =
    node.fit === 'cover'
      ? box
      : centred(box, {
          width: Math.min(node.width, node.height * cropAspect),
          height: Math.min(node.height, node.width / cropAspect),
        });
  if (node.fit === 'contain' && turn === 0) return { source: crop, target: shown, turn, frame: shown };
  const around = turnedSize(shown, turn);
  const focus = node.focus ?? { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 };
  return {
    source: coveringPart(crop, focus, around, aspect),
    target: turn === 0 ? shown : centred(shown, around),
    turn,
    frame: shown,
  };
}
