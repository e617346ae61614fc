import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { placeImage, turnedSize } from '#shared/design/images/place-image.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';

interface Point {
  x: number;
  y: number;
}

/**
 * A frame over a picture while it is being cropped. Lengths are px of the page in the frame's own
 * directions; `centre` is the point of the picture (fractions) under the frame's middle.
 */
export interface CropState {
  /** The frame's box on the page before the layer's rotation. */
  frame: Rectangle;
  centre: Point;
  /** Height of the whole picture in px of the page. */
  zoom: number;
  /** Degrees clockwise that the picture is turned in its frame, -45 to 45. */
  turn: number;
}

/** The handles of a frame: which of its edges follow the pointer. */
export interface CropEdges {
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

const smallestSide = 8;

/** A picture is enlarged to at most this many times what fills the frame. */
const mostEnlarged = 12;

function turned({ x, y }: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return { x: x * cosine - y * sine, y: x * sine + y * cosine };
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}

/** The least height at which the picture still fills the turned frame. */
export function leastZoom({ frame, turn }: CropState, aspect: number): number {
  const around = turnedSize(frame, turn);
  return Math.max(around.width / aspect, around.height);
}

/** The nearest state in which the picture fills the frame. */
export function fitted(state: CropState, aspect: number): CropState {
  const least = leastZoom(state, aspect);
  const zoom = clamp(state.zoom, least, least * mostEnlarged);
  const around = turnedSize(state.frame, state.turn);
  const half = { x: around.width / (zoom * aspect) / 2, y: around.height / zoom / 2 };
  const centre = {
    x: clamp(state.centre.x, half.x, 1 - half.x),
    y: clamp(state.centre.y, half.y, 1 - half.y),
  };
  return { ...state, zoom, centre };
}

/** How a layer's crop looks when it begins; its part and size stay as they are shown. */
export function beginCrop(node: ImageNode, aspect: number): CropState {
  const { source, target, turn, frame } = placeImage(node, aspect);
  const centre = { x: source.x + source.width / 2, y: source.y + source.height / 2 };
  const shown = node.fit === 'contain' ? frame : { x: 0, y: 0, width: node.width, height: node.height };
  const box = { ...shown, x: node.x + shown.x, y: node.y + shown.y };
  return fitted({ frame: box, centre, zoom: target.height / (source.height || 1), turn }, aspect);
}

/** The picture moved under the frame, px in the frame's own directions. */
export function movePicture(state: CropState, by: Point, aspect: number): CropState {
  const back = turned(by, -state.turn);
  const centre = {
    x: state.centre.x - back.x / (state.zoom * aspect),
    y: state.centre.y - back.y / state.zoom,
  };
  return fitted({ ...state, centre }, aspect);
}

export function zoomPicture(state: CropState, zoom: number, aspect: number): CropState {
  return fitted({ ...state, zoom }, aspect);
}

export function straightenPicture(state: CropState, turn: number, aspect: number): CropState {
  return fitted({ ...state, turn: clamp(turn, -45, 45) }, aspect);
}

/** The frame at another place and size over a picture that stays where it is. */
function reframed(state: CropState, box: Rectangle, layer: Layer, aspect: number): CropState {
  const { frame } = state;
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const moved = { x: box.x + box.width / 2 - middle.x, y: box.y + box.height / 2 - middle.y };
  const inPicture = turned(moved, -state.turn);
  const centre = {
    x: state.centre.x + inPicture.x / (state.zoom * aspect),
    y: state.centre.y + inPicture.y / state.zoom,
  };
  // The box turns about its middle, so a middle that moves in the frame's directions moves turned on the page.
  const mirrored = { x: layer.flipX ? -moved.x : moved.x, y: layer.flipY ? -moved.y : moved.y };
  const onPage = turned(mirrored, layer.rotation);
  const at = { x: middle.x + onPage.x - box.width / 2, y: middle.y + onPage.y - box.height / 2 };
  return { ...state, centre, frame: { ...box, ...at } };
}

/** What of the layer matters to its frame. */
export interface Layer {
  rotation: number;
  flipX?: boolean | undefined;
  flipY?: boolean | undefined;
}

function holds(state: CropState, aspect: number): boolean {
  const around = turnedSize(state.frame, state.turn);
  const half = { x: around.width / (state.zoom * aspect) / 2, y: around.height / state.zoom / 2 };
  const slack = 1e-9;
  return (
    state.centre.x - half.x >= -slack &&
    state.centre.x + half.x <= 1 + slack &&
    state.centre.y - half.y >= -slack &&
    state.centre.y + half.y <= 1 + slack
  );
}

/** The box after its edges were dragged; with a ratio (width / height) it keeps it. */
function draggedBox(frame: Rectangle, edges: CropEdges, by: Point, ratio: number | null): Rectangle {
  // A ratio may have left a frame smaller than the smallest: it stays, or a drag of nothing would enlarge it.
  let width = Math.max(Math.min(smallestSide, frame.width), frame.width + edges.x * by.x);
  let height = Math.max(Math.min(smallestSide, frame.height), frame.height + edges.y * by.y);
  if (ratio !== null) {
    if (edges.x === 0) width = height * ratio;
    else if (edges.y === 0 || width / ratio > height) height = width / ratio;
    else width = height * ratio;
  }
  const place = (from: number, before: number, after: number, edge: -1 | 0 | 1): number =>
    edge === 1 ? from : edge === -1 ? from + before - after : from + (before - after) / 2;
  return {
    x: place(frame.x, frame.width, width, edges.x),
    y: place(frame.y, frame.height, height, edges.y),
    width,
    height,
  };
}

/** Drags edges of the frame as far as the picture reaches. */
export function dragEdges(
  state: CropState,
  edges: CropEdges,
  by: Point,
  { ratio, layer, aspect }: { ratio: number | null; layer: Layer; aspect: number },
): CropState {
  const at = (share: number): CropState => {
    const part = { x: by.x * share, y: by.y * share };
    return reframed(state, draggedBox(state.frame, edges, part, ratio), layer, aspect);
  };
  if (holds(at(1), aspect)) return at(1);
  let low = 0;
  let high = 1;
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (holds(at(middle), aspect)) low = middle;
    else high = middle;
  }
  return at(low);
}

/** The largest frame of a ratio (width / height) inside the present one. */
export function frameWithRatio(state: CropState, ratio: number, layer: Layer, aspect: number): CropState {
  const { frame } = state;
  const width = Math.min(frame.width, frame.height * ratio);
  const height = width / ratio;
  const box = {
    x: frame.x + (frame.width - width) / 2,
    y: frame.y + (frame.height - height) / 2,
    width,
    height,
  };
  return fitted(reframed(state, box, layer, aspect), aspect);
}

/** The layer as the crop leaves it. */
export function croppedNode(node: ImageNode, state: CropState, aspect: number): ImageNode {
  const { frame, centre, zoom, turn } = state;
  const around = turnedSize(frame, turn);
  const width = Math.min(1, around.width / (zoom * aspect));
  const height = Math.min(1, around.height / zoom);
  const crop = {
    x: clamp(centre.x - width / 2, 0, 1 - width),
    y: clamp(centre.y - height / 2, 0, 1 - height),
    width,
    height,
  };
  const { focus: _focus, straighten: _straighten, ...rest } = node;
  return { ...rest, ...frame, crop, fit: 'cover', ...(turn === 0 ? {} : { straighten: turn }) };
}
