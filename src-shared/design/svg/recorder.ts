import type { Canvas2D, CanvasGradient2D, DrawableImage, Rectangle } from '#shared/design/draw/canvas.ts';
import type { Surface } from '#shared/design/draw/environment.ts';
import {
  clipId,
  Definitions,
  filterId,
  maskId,
  pictureId,
  SvgGradient,
} from '#shared/design/svg/definitions.ts';
import type { Effects } from '#shared/design/svg/definitions.ts';
import { attributes, escapeXml, opacityOf, px, splitColour, transformOf } from '#shared/design/svg/markup.ts';
import { identity, inverse, multiply, sameMatrix } from '#shared/design/svg/matrix.ts';
import type { Matrix } from '#shared/design/svg/matrix.ts';
import { CanvasState } from '#shared/design/svg/state.ts';
import type { State } from '#shared/design/svg/state.ts';
import { Pen } from '#shared/design/svg/pen.ts';
import type { FontOfText } from '#shared/design/svg/text-markup.ts';
import { readFont, textAnchors, textMarkup } from '#shared/design/svg/text-markup.ts';

/** Letters as outlines, in px from the start of the baseline. */
export interface OutlinedText {
  /** SVG path data of all letters that are vectors; '' when there are none. */
  d: string;
  /** How far the text reaches. */
  width: number;
  /** Letters that are pictures (emoji), as data addresses. */
  pictures: readonly (Rectangle & { href: string })[];
}

/** What the recorder needs from whoever knows fonts and pictures. */
export interface SvgHost {
  /** A part of a picture (bitmap px) as a data address; `region` is what it covers, at least `source`. */
  embed: (image: DrawableImage, source: Rectangle) => { href: string; region: Rectangle } | null;
  /** Letters as outlines; absent: text stays text. */
  outline?: (text: string, font: FontOfText, letterSpacing: number, language: string) => OutlinedText;
  /** What a family is called outside of Galley; absent: the same. */
  familyName?: (family: string) => string;
}

/** One finished drawing with the clip that holds it. */
interface Drawn {
  clip: string | null;
  markup: string;
}

/**
 * A canvas that writes SVG down instead of painting, so that layers have one way to draw for every output.
 * Positions, transformations, clips, gradients, shadows, blur, blending and masks are kept as SVG's own;
 * nothing in the result points outside of it.
 */
export class SvgRecorder extends CanvasState implements Canvas2D {
  readonly width: number;
  readonly height: number;
  imageSmoothingEnabled = true;
  imageSmoothingQuality: 'high' | 'low' | 'medium' = 'high';
  private readonly host: SvgHost;
  private readonly definitions: Definitions;
  private readonly states: State[] = [];
  private pen = new Pen();
  /** The transformation that the pen's points are under. */
  private penMatrix: Matrix = identity;
  private drawn: Drawn[] = [];

  constructor(width: number, height: number, host: SvgHost, definitions = new Definitions()) {
    super();
    this.width = width;
    this.height = height;
    this.host = host;
    this.definitions = definitions;
  }

  /** A sheet of its own: what is drawn there can be drawn here, as a group. */
  surface(width: number, height: number): Surface {
    const recorder = new SvgRecorder(width, height, this.host, this.definitions);
    return { context: recorder, image: recorder, width, height };
  }

  save(): void {
    this.states.push({ ...this.state });
  }

  restore(): void {
    this.state = this.states.pop() ?? this.state;
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  rotate(radians: number): void {
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.state.matrix = multiply(this.state.matrix, [a, b, c, d, e, f]);
  }

  beginPath(): void {
    this.pen = new Pen();
    this.penMatrix = this.state.matrix;
  }

  closePath(): void {
    this.pen.closePath();
  }

  moveTo(x: number, y: number): void {
    this.penHere().moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.penHere().lineTo(x, y);
  }

  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    this.penHere().arcTo(x1, y1, x2, y2, radius);
  }

  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void {
    this.penHere().quadraticCurveTo(cpx, cpy, x, y);
  }

  bezierCurveTo(cp1x: number, cp1y: number, cp2x: number, cp2y: number, x: number, y: number): void {
    this.penHere().bezierCurveTo(cp1x, cp1y, cp2x, cp2y, x, y);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.penHere().rect(x, y, width, height);
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    startAngle: number,
    endAngle: number,
    counterclockwise = false,
  ): void {
    this.penHere().ellipse(x, y, radiusX, radiusY, rotation, startAngle, endAngle, counterclockwise);
  }

  fill(rule?: 'evenodd' | 'nonzero'): void {
    if (this.penHere().empty) return;
    this.put(this.shape({ ...this.filling(), 'fill-rule': rule === 'evenodd' ? 'evenodd' : undefined }));
  }

  stroke(): void {
    if (this.penHere().empty) return;
    this.put(this.shape({ fill: 'none', ...this.stroking() }));
  }

  clip(rule?: 'evenodd' | 'nonzero'): void {
    const shape = this.penHere().empty
      ? '<path d=""/>'
      : this.shape({ 'clip-rule': rule === 'evenodd' ? 'evenodd' : undefined });
    this.state.clip = clipId(this.definitions, shape, this.state.matrix, this.state.clip);
  }

  setLineDash(segments: number[]): void {
    this.state.dash = segments.length % 2 === 0 ? [...segments] : [...segments, ...segments];
  }

  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradient2D {
    return new SvgGradient('linearGradient', { x1: px(x0), y1: px(y0), x2: px(x1), y2: px(y1) });
  }

  createRadialGradient(
    x0: number,
    y0: number,
    r0: number,
    x1: number,
    y1: number,
    r1: number,
  ): CanvasGradient2D {
    const focus = { fx: px(x0), fy: px(y0), ...(r0 > 0 ? { fr: px(r0) } : {}) };
    return new SvgGradient('radialGradient', { cx: px(x1), cy: px(y1), r: px(r1), ...focus });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const box = { x: px(x), y: px(y), width: px(width), height: px(height) };
    this.put(`<rect${attributes({ ...box, ...this.filling() })}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    this.writeText(text, x, y, (move) => this.filling(move));
  }

  strokeText(text: string, x: number, y: number): void {
    this.writeText(text, x, y, (move) => ({ fill: 'none', ...this.stroking(move) }));
  }

  drawImage(
    image: DrawableImage,
    sx: number,
    sy: number,
    sw: number,
    sh: number,
    dx: number,
    dy: number,
    dw: number,
    dh: number,
  ): void {
    if (sw <= 0 || sh <= 0) return;
    const toTarget: Matrix = [dw / sw, 0, 0, dh / sh, dx - (sx * dw) / sw, dy - (sy * dh) / sh];
    if (image instanceof SvgRecorder) {
      const whole = sx <= 0 && sy <= 0 && sw >= image.width && sh >= image.height;
      const place = multiply(this.state.matrix, toTarget);
      const part = { x: sx, y: sy, width: sw, height: sh };
      this.put(image.content(), place, (matrix) => (whole ? null : this.cut(part, matrix)), true);
      return;
    }
    const embedded = this.host.embed(image, { x: sx, y: sy, width: sw, height: sh });
    if (!embedded) return;
    const { region, href } = embedded;
    const id = pictureId(this.definitions, href, region.width, region.height);
    const exact =
      Math.abs(region.x - sx) < 0.01 &&
      Math.abs(region.y - sy) < 0.01 &&
      Math.abs(region.width - sw) < 0.01 &&
      Math.abs(region.height - sh) < 0.01;
    const place = multiply(toTarget, [1, 0, 0, 1, region.x, region.y]);
    this.put(`<use xlink:href="#${id}"/>`, multiply(this.state.matrix, place), (matrix) =>
      exact ? null : this.cut({ x: sx - region.x, y: sy - region.y, width: sw, height: sh }, matrix),
    );
  }

  /** Everything drawn so far, without definitions. */
  content(): string {
    const parts: string[] = [];
    let open: string | null = null;
    for (const { clip, markup } of this.drawn) {
      if (clip !== open) {
        if (open !== null) parts.push('</g>');
        if (clip !== null) parts.push(`<g clip-path="url(#${clip})">`);
        open = clip;
      }
      parts.push(markup);
    }
    if (open !== null) parts.push('</g>');
    return parts.join('\n');
  }

  /** The whole file; shown `scale` times as large as it was drawn. */
  document(title: string, scale = 1): string {
    const size = `width="${px(this.width * scale)}" height="${px(this.height * scale)}" viewBox="0 0 ${px(this.width)} ${px(this.height)}"`;
    const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
    const content = this.content();
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg ${names} ${size}>\n<title>${escapeXml(title)}</title>\n${this.definitions.markup()}${content}\n</svg>\n`;
  }

  private penHere(): Pen {
    if (sameMatrix(this.penMatrix, this.state.matrix)) return this.pen;
    const back = inverse(this.state.matrix);
    if (back) this.pen.rebase(multiply(back, this.penMatrix));
    this.penMatrix = this.state.matrix;
    return this.pen;
  }

  private shape(looks: Readonly<Record<string, string | undefined>>): string {
    const shape = this.pen.shape();
    if (shape?.kind === 'rect') {
      const { x, y, width, height } = shape;
      const box = { x: px(x), y: px(y), width: px(width), height: px(height) };
      return `<rect${attributes({ ...box, ...looks })}/>`;
    }
    if (shape?.kind === 'ellipse') {
      const { x, y, radiusX, radiusY } = shape;
      const box = { cx: px(x), cy: px(y), rx: px(radiusX), ry: px(radiusY) };
      return `<ellipse${attributes({ ...box, ...looks })}/>`;
    }
    return `<path${attributes({ d: this.pen.data(), ...looks })}/>`;
  }

  private paint(
    style: unknown,
    property: 'fill' | 'stroke',
    move?: Matrix,
  ): Record<string, string | undefined> {
    if (style instanceof SvgGradient) return { [property]: `url(#${style.idIn(this.definitions, move)})` };
    const { colour, alpha } = splitColour(String(style));
    return { [property]: colour, [`${property}-opacity`]: opacityOf(alpha) };
  }

  private filling(move?: Matrix): Record<string, string | undefined> {
    return this.paint(this.state.fillStyle, 'fill', move);
  }

  private stroking(move?: Matrix): Record<string, string | undefined> {
    const { lineWidth, lineCap, lineJoin, miterLimit, dash, lineDashOffset } = this.state;
    return {
      ...this.paint(this.state.strokeStyle, 'stroke', move),
      'stroke-width': px(lineWidth),
      'stroke-linecap': lineCap === 'butt' ? undefined : lineCap,
      'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
      'stroke-miterlimit': lineJoin === 'miter' ? px(miterLimit) : undefined,
      'stroke-dasharray': dash.length > 0 ? dash.map(px).join(' ') : undefined,
      'stroke-dashoffset': dash.length > 0 && lineDashOffset !== 0 ? px(lineDashOffset) : undefined,
    };
  }

  private writeText(
    text: string,
    x: number,
    y: number,
    looksFor: (move?: Matrix) => Readonly<Record<string, string | undefined>>,
  ): void {
    if (text.trim() === '') return;
    const font = readFont(this.state.font);
    const spacing = Number.parseFloat(this.state.letterSpacing) || 0;
    if (this.host.outline) {
      const outlined = this.host.outline(text, font, spacing, this.state.lang);
      const anchor = textAnchors[this.state.textAlign];
      const shift = anchor === 'middle' ? outlined.width / 2 : anchor === 'end' ? outlined.width : 0;
      const matrix = multiply(this.state.matrix, [1, 0, 0, 1, x - shift, y]);
      // The outlines start at their own zero; a gradient stays where it was.
      const looks = looksFor([1, 0, 0, 1, shift - x, -y]);
      if (outlined.d !== '') this.put(`<path${attributes({ d: outlined.d, ...looks })}/>`, matrix);
      for (const picture of looks['fill'] === 'none' ? [] : outlined.pictures) {
        const id = pictureId(this.definitions, picture.href, picture.width, picture.height);
        const place = multiply(matrix, [1, 0, 0, 1, picture.x, picture.y]);
        this.put(`<use xlink:href="#${id}"/>`, place);
      }
      return;
    }
    const { familyName } = this.host;
    this.put(textMarkup(text, { x: px(x), y: px(y) }, this.state, font, spacing, looksFor(), familyName));
  }

  private cut(area: Rectangle, matrix: Matrix): string {
    const { x, y, width, height } = area;
    const box = attributes({ x: px(x), y: px(y), width: px(width), height: px(height) });
    return clipId(this.definitions, `<rect${box}/>`, matrix, this.state.clip);
  }

  /** Adds a drawing in the present state: place, opacity, effects, blending, clip. */
  private put(
    markup: string,
    matrix: Matrix = this.state.matrix,
    clipFor: (matrix: Matrix) => string | null = () => null,
    fromSheet = false,
  ): void {
    const { globalAlpha, globalCompositeOperation: mode } = this.state;
    if (markup === '' && mode !== 'destination-in') return;
    const transform = transformOf(matrix);
    const area = { x: -this.width / 2, y: -this.height / 2, width: this.width * 2, height: this.height * 2 };
    const filter = filterId(this.definitions, this.state satisfies Effects, area);
    const blend = ['source-over', 'normal', 'destination-in', 'destination-out'].includes(mode) ? null : mode;
    const outer = {
      opacity: opacityOf(globalAlpha),
      filter: filter === null ? undefined : `url(#${filter})`,
      style: blend === null ? undefined : `mix-blend-mode:${blend}`,
    };
    // What comes from another sheet has transformations of its own.
    const single = !fromSheet;
    // Effects are measured in px of the sheet, so they go around the transformation, not inside it.
    const inOne = single && filter === null;
    const inner = inOne ? { transform, ...outer } : { transform };
    let whole = single
      ? markup.replace(/^<(\w+)/, `<$1${attributes(inner)}`)
      : transform === undefined
        ? markup
        : `<g${attributes(inner)}>\n${markup}\n</g>`;
    const around = inOne ? '' : attributes(outer);
    if (around !== '') whole = `<g${around}>\n${whole}\n</g>`;
    const clip = clipFor(matrix) ?? this.state.clip;
    if (mode !== 'destination-in' && mode !== 'destination-out') {
      this.drawn.push({ clip, markup: whole });
      return;
    }
    const covering = clip === null ? whole : `<g clip-path="url(#${clip})">\n${whole}\n</g>`;
    const mask = maskId(this.definitions, covering, area, mode === 'destination-in');
    this.drawn = [{ clip: null, markup: `<g mask="url(#${mask})">\n${this.content()}\n</g>` }];
  }
}
