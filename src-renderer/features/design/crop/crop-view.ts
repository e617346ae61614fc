import type { Picture } from '#shared/design/draw/environment.ts';
import type { View } from '../session/viewport.ts';
import type { CropEdges, CropState, Layer } from './crop-model.ts';

interface Point {
  x: number;
  y: number;
}

/** CSS px around a handle in which the pointer takes it. */
const reach = 12;

const middleOf = ({ frame }: CropState): Point => ({
  x: frame.x + frame.width / 2,
  y: frame.y + frame.height / 2,
});

/** A point of the page in the frame's own directions, from its middle. */
export function inFrame(point: Point, state: CropState, layer: Layer): Point {
  const middle = middleOf(state);
  return alongFrame({ x: point.x - middle.x, y: point.y - middle.y }, layer);
}

/** A distance of the page in the frame's own directions. */
export function alongFrame({ x, y }: Point, layer: Layer): Point {
  const angle = (-layer.rotation * Math.PI) / 180;
  const across = x * Math.cos(angle) - y * Math.sin(angle);
  const down = x * Math.sin(angle) + y * Math.cos(angle);
  return { x: layer.flipX ? -across : across, y: layer.flipY ? -down : down };
}

/** The edges whose handle lies at a point of the frame; null for the picture itself. */
export function edgesAt({ x, y }: Point, { frame }: CropState, scale: number): CropEdges | null {
  const near = reach / scale;
  const side = (at: number, half: number): -1 | 0 | 1 =>
    Math.abs(at - half) <= near ? 1 : Math.abs(at + half) <= near ? -1 : 0;
  const edges: CropEdges = { x: side(x, frame.width / 2), y: side(y, frame.height / 2) };
  if (Math.abs(x) > frame.width / 2 + near || Math.abs(y) > frame.height / 2 + near) return null;
  return edges.x === 0 && edges.y === 0 ? null : edges;
}

/** The pointer's shape over edges of a frame that is turned by some degrees. */
export function cursorFor(edges: CropEdges | null, rotation: number): string {
  if (!edges) return 'move';
  const angle = (Math.atan2(edges.y, edges.x) * 180) / Math.PI + rotation;
  const shapes = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'];
  return shapes[((Math.round(angle / 45) % 4) + 4) % 4] ?? 'move';
}

export interface CropColours {
  veil: string;
  line: string;
  handle: string;
}

function drawGrid(context: CanvasRenderingContext2D, width: number, height: number, parts: number): void {
  context.beginPath();
  for (let part = 1; part < parts; part += 1) {
    context.moveTo(-width / 2 + (width * part) / parts, -height / 2);
    context.lineTo(-width / 2 + (width * part) / parts, height / 2);
    context.moveTo(-width / 2, -height / 2 + (height * part) / parts);
    context.lineTo(width / 2, -height / 2 + (height * part) / parts);
  }
  context.stroke();
}

/** Corners as angles and edges as bars, inside the frame's line. */
function drawHandles(context: CanvasRenderingContext2D, width: number, height: number, px: number): void {
  const long = Math.min(18 * px, width / 3, height / 3);
  context.lineWidth = 4 * px;
  context.lineCap = 'round';
  context.beginPath();
  for (const x of [-1, 1]) {
    for (const y of [-1, 1]) {
      context.moveTo((x * width) / 2 - x * long, (y * height) / 2);
      context.lineTo((x * width) / 2, (y * height) / 2);
      context.lineTo((x * width) / 2, (y * height) / 2 - y * long);
    }
  }
  const half = long / 2;
  for (const side of [-1, 1]) {
    context.moveTo((side * width) / 2, -half);
    context.lineTo((side * width) / 2, half);
    context.moveTo(-half, (side * height) / 2);
    context.lineTo(half, (side * height) / 2);
  }
  context.stroke();
}

/** Everything around the layer: a veil, the rest of the picture, the frame with its grid and handles. */
export function drawCrop(
  context: CanvasRenderingContext2D,
  { state, layer, picture }: { state: CropState; layer: Layer; picture: Picture },
  view: View,
  colours: CropColours,
  fine: boolean,
): void {
  const ratio = window.devicePixelRatio;
  const { width: sheetWidth, height: sheetHeight } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, sheetWidth, sheetHeight);
  context.globalAlpha = 0.72;
  context.fillStyle = colours.veil;
  context.fillRect(0, 0, sheetWidth, sheetHeight);
  const middle = middleOf(state);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.translate(middle.x * view.scale + view.x, middle.y * view.scale + view.y);
  context.rotate((layer.rotation * Math.PI) / 180);
  context.scale(view.scale * (layer.flipX ? -1 : 1), view.scale * (layer.flipY ? -1 : 1));
  const { width, height } = state.frame;
  const whole = { width: state.zoom * picture.aspect, height: state.zoom };
  context.save();
  context.rotate((state.turn * Math.PI) / 180);
  context.globalAlpha = 0.5;
  const at = { x: -state.centre.x * whole.width, y: -state.centre.y * whole.height };
  context.drawImage(picture.image as CanvasImageSource, at.x, at.y, whole.width, whole.height);
  context.restore();
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'destination-out';
  context.fillRect(-width / 2, -height / 2, width, height);
  context.globalCompositeOperation = 'source-over';
  const px = 1 / view.scale;
  context.strokeStyle = colours.handle;
  context.lineWidth = px;
  context.globalAlpha = 0.55;
  drawGrid(context, width, height, fine ? 9 : 3);
  context.globalAlpha = 1;
  context.strokeStyle = colours.line;
  context.lineWidth = 1.5 * px;
  context.strokeRect(-width / 2, -height / 2, width, height);
  drawHandles(context, width, height, px);
}
