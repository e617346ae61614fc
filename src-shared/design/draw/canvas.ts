/** Anything a canvas can draw as a picture; only its host knows what it is. */
export type DrawableImage = object;

/** What a gradient of either host offers. */
export interface CanvasGradient2D {
  addColorStop(offset: number, colour: string): void;
}

/**
 * The part of CanvasRenderingContext2D that layers draw with. It is written down here, because shared
 * code knows no DOM: the browser's context and @napi-rs/canvas's both fit it.
 */
export interface Canvas2D {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  miterLimit: number;
  lineDashOffset: number;
  globalAlpha: number;
  /** A blend mode, or one of 'source-over', 'destination-in', 'destination-out'. */
  globalCompositeOperation: string;
  /** CSS filter functions in output px; 'none' for none. */
  filter: string;
  shadowColor: string;
  /** Output px, whatever the transformation; so are the offsets. */
  shadowBlur: number;
  shadowOffsetX: number;
  shadowOffsetY: number;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: 'high' | 'low' | 'medium';
  font: string;
  letterSpacing: string;
  /** BCP 47; decides which form of a Han character is drawn. */
  lang?: string;
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top';
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(radians: number): void;
  scale(x: number, y: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  bezierCurveTo(cp1x: number, cp1y: number, cp2x: number, cp2y: number, x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    startAngle: number,
    endAngle: number,
  ): void;
  fill(rule?: 'evenodd' | 'nonzero'): void;
  stroke(): void;
  clip(rule?: 'evenodd' | 'nonzero'): void;
  setLineDash(segments: number[]): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradient2D;
  createRadialGradient(
    x0: number,
    y0: number,
    r0: number,
    x1: number,
    y1: number,
    r1: number,
  ): CanvasGradient2D;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  /** `image` is typed `never` so that each host's own picture type fits; see `drawPicture`. */
  drawImage(
    image: never,
    sx: number,
    sy: number,
    sw: number,
    sh: number,
    dx: number,
    dy: number,
    dw: number,
    dh: number,
  ): void;
}

/** A rectangle in px. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws a part of a picture into a box. */
export function drawPicture(
  context: Canvas2D,
  image: DrawableImage,
  source: Rectangle,
  target: Rectangle,
): void {
  context.drawImage(
    image as never,
    source.x,
    source.y,
    source.width,
    source.height,
    target.x,
    target.y,
    target.width,
    target.height,
  );
}
