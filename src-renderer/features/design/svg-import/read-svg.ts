import svgpath from 'svgpath';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { pathBounds } from '#shared/design/draw/path-bounds.ts';
import { pathSteps } from '#shared/design/draw/path-data.ts';
import type { PathNode } from '#shared/design/layers/path.ts';
import type { Fill } from '#shared/design/paint.ts';
import type { Matrix } from './matrix.ts';
import { identity, mapPoint, multiply, readTransform, scaleOf } from './matrix.ts';
import { readGradient, type ReadColour } from './svg-gradient.ts';
import { numberOf, outlineOf } from './svg-outline.ts';
import {
  inherit,
  initialStyle,
  lengthOf,
  ownValues,
  readDeclarations,
  readRules,
  type SvgStyle,
} from './svg-style.ts';
import { mostElements, parseSvg, tooMuch } from './svg-text.ts';

/** A path as a layer takes it, without the fields that its place in a design decides. */
export type ReadPath = { kind: 'path' } & Pick<
  PathNode,
  | 'd'
  | 'dash'
  | 'fill'
  | 'fillRule'
  | 'height'
  | 'lineCap'
  | 'lineJoin'
  | 'opacity'
  | 'stroke'
  | 'strokeWidth'
  | 'viewHeight'
  | 'viewWidth'
  | 'width'
  | 'x'
  | 'y'
> & { name: string };

/** A line of text; `x` and `y` are where its anchor stands on its baseline. */
export interface ReadText {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  rotation: number;
  fontSize: number;
  fontFamily: string;
  fontWeight: number;
  letterSpacing: number;
  align: 'center' | 'left' | 'right';
  colour: string;
  opacity: number;
  name: string;
}

export interface ReadSvg {
  width: number;
  height: number;
  /** From back to front. */
  layers: (ReadPath | ReadText)[];
  /** Parts that could not be taken over. */
  dropped: number;
}

/** Elements that only describe others, or say nothing that could be seen. */
const silent = new Set(
  'defs clipPath mask pattern marker linearGradient radialGradient filter symbol style title desc metadata'.split(
    ' ',
  ),
);
const groups = new Set(['g', 'a', 'svg', 'switch']);
const largest = 1_000_000;

interface Place {
  matrix: Matrix;
  style: SvgStyle;
  opacity: number;
  depth: number;
}

class Reader {
  readonly layers: (ReadPath | ReadText)[] = [];
  dropped = 0;
  private visited = 0;
  private readonly root: Element;
  private readonly rules: ReturnType<typeof readRules>;
  private readonly colour: ReadColour;

  constructor(root: Element, colour: ReadColour) {
    this.root = root;
    this.colour = colour;
    this.rules = readRules([...root.querySelectorAll('style')].map((each) => each.textContent ?? ''));
  }

  read(element: Element, outer: Place): void {
    this.visited += 1;
    if (this.visited > mostElements) throw tooMuch();
    const name = element.localName;
    const foreign = element.namespaceURI !== 'http://www.w3.org/2000/svg';
    if (foreign || silent.has(name)) return;
    const own = ownValues(element, this.rules);
    if (own.get('display') === 'none') return;
    const place: Place = {
      matrix: multiply(outer.matrix, readTransform(own.get('transform') ?? null)),
      style: inherit(outer.style, own),
      opacity: outer.opacity * shareOf(own.get('opacity')),
      depth: outer.depth + 1,
    };
    for (const effect of ['filter', 'mask', 'clip-path', 'marker-start', 'marker-mid', 'marker-end']) {
      if ((own.get(effect) ?? 'none') !== 'none') this.dropped += 1;
    }
    if (groups.has(name)) this.readGroup(element, place);
    else if (name === 'use') this.readUse(element, place);
    else if (name === 'text') this.readWords(element, place);
    else {
      const outline = outlineOf(element);
      if (outline === null) this.dropped += 1;
      else if (place.style.visibility === 'visible') this.readPath(outline, place, element.id);
    }
  }

  readGroup(element: Element, place: Place): void {
    const inner = element.localName === 'svg' && element !== this.root ? inViewport(element, place) : place;
    const children = [...element.children];
    for (const child of element.localName === 'switch' ? children.slice(0, 1) : children)
      this.read(child, inner);
  }

  private readUse(element: Element, place: Place): void {
    const reference = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
    const target = reference.startsWith('#')
      ? this.root.querySelector(`[id="${CSS.escape(reference.slice(1))}"]`)
      : null;
    // A reference to another file, to nothing, or in a circle.
    if (!target || place.depth > 12) {
      this.dropped += 1;
      return;
    }
    const moved: Place = {
      ...place,
      matrix: multiply(place.matrix, [1, 0, 0, 1, numberOf(element, 'x'), numberOf(element, 'y')]),
    };
    if (target.localName !== 'symbol') this.read(target, moved);
    else {
      const inner = inViewport(target, moved, element);
      for (const child of target.children) this.read(child, inner);
    }
  }

  private paint(value: string, opacity: string, place: Place, local: Rectangle, box: Rectangle): Fill | null {
    const share = shareOf(opacity);
    if (value === 'none' || value === 'transparent' || share === 0) return null;
    const reference = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(value);
    if (!reference) {
      const css = value.toLowerCase() === 'currentcolor' ? place.style.color : value;
      return this.colour(css, share);
    }
    const id = reference[1] ?? '';
    const withShare: ReadColour = (css, own) => this.colour(css, own * share);
    const gradient = readGradient(this.root, id, this.rules, withShare, place.matrix, local, box);
    if (gradient) return gradient;
    this.dropped += 1;
    return reference[2] ? this.colour(reference[2], share) : null;
  }

  private readPath(outline: string, place: Place, name: string): void {
    const local = pathBounds(pathSteps(outline));
    if (!local) return;
    const moved = svgpath(outline)
      .abs()
      .unarc()
      .unshort()
      .matrix([...place.matrix]);
    const box = pathBounds(pathSteps(moved.toString()));
    if (!box || !isSane(box)) {
      this.dropped += 1;
      return;
    }
    const { style } = place;
    const scale = scaleOf(place.matrix);
    const fill = this.paint(style.fill, style['fill-opacity'], place, local, box);
    const line = this.paint(style.stroke, style['stroke-opacity'], place, local, box);
    const width = lengthOf(style['stroke-width']) * scale;
    // A stroke is one colour here: of a gradient its first.
    const stroke =
      line === null || typeof line === 'string' ? line : 'stops' in line ? line.stops[0]?.colour : null;
    const stroked = stroke !== null && stroke !== undefined && width > 0;
    if (fill === null && !stroked) return;
    const d = moved.translate(-box.x, -box.y).round(3).toString();
    if (d.length > largest) {
      this.dropped += 1;
      return;
    }
    this.layers.push({
      kind: 'path',
      name,
      d,
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      viewWidth: box.width > 0 ? box.width : 1,
      viewHeight: box.height > 0 ? box.height : 1,
      fill,
      stroke: stroked ? stroke : null,
      strokeWidth: stroked ? Math.min(10_000, width) : 0,
      ...dashOf(style, width / scale),
      fillRule: style['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero',
      lineCap: oneOf(style['stroke-linecap'], ['butt', 'round', 'square']),
      lineJoin: oneOf(style['stroke-linejoin'], ['miter', 'round', 'bevel']),
      opacity: place.opacity,
    });
  }

  private readWords(element: Element, outer: Place): void {
    const lines = [...element.querySelectorAll('tspan')].filter((each) => !each.querySelector('tspan'));
    const loose = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.trim() !== '',
    );
    if (element.querySelector('textPath')) this.dropped += 1;
    const parts = loose || lines.length === 0 ? [element] : lines;
    let at = { x: numberOf(element, 'x'), y: numberOf(element, 'y') };
    for (const part of parts) {
      const text = (part.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      const style = part === element ? outer.style : inherit(outer.style, ownValues(part, this.rules));
      at = { x: numberOf(part, 'x', at.x), y: numberOf(part, 'y', at.y) };
      if (part !== element) at = { x: at.x + numberOf(part, 'dx'), y: at.y + emsOf(part, 'dy', style) };
      const colour = this.paint(style.fill, style['fill-opacity'], outer, zero, zero);
      if (text === '' || colour === null || style.visibility !== 'visible') continue;
      const scale = scaleOf(outer.matrix);
      const point = mapPoint(outer.matrix, at.x, at.y);
      const size = lengthOf(style['font-size']) * scale;
      if (!(size >= 1) || !isSane({ ...point, width: 0, height: 0 })) {
        this.dropped += 1;
        continue;
      }
      this.layers.push({
        kind: 'text',
        name: '',
        text: text.slice(0, 10_000),
        ...point,
        rotation: (Math.atan2(outer.matrix[1], outer.matrix[0]) * 180) / Math.PI,
        fontSize: Math.min(10_000, size),
        fontFamily: (style['font-family'].split(',')[0] ?? '').replaceAll(/["']/g, '').trim(),
        fontWeight: weightOf(style['font-weight']),
        letterSpacing: (lengthOf(style['letter-spacing']) || 0) * scale,
        align: ({ middle: 'center', end: 'right' } as const)[style['text-anchor']] ?? 'left',
        colour:
          typeof colour === 'string'
            ? colour
            : 'stops' in colour
              ? (colour.stops[0]?.colour ?? '#000000')
              : '#000000',
        opacity: outer.opacity,
      });
    }
  }
}

const zero: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

function emsOf(element: Element, name: string, style: SvgStyle): number {
  const text = element.getAttribute(name) ?? '0';
  return /em\s*$/.test(text) ? Number.parseFloat(text) * lengthOf(style['font-size']) : lengthOf(text) || 0;
}

function shareOf(text: string | undefined): number {
  const value = lengthOf(text ?? '1', 1);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

function weightOf(text: string): number {
  if (text === 'bold' || text === 'bolder') return 700;
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? Math.min(1000, Math.max(1, value)) : 400;
}

function oneOf<Name extends string>(value: string, names: readonly [Name, ...Name[]]): Name {
  return names.find((name) => name === value) ?? names[0];
}

function isSane({ x, y, width, height }: Rectangle): boolean {
  return [x, y, width, height].every((value) => Number.isFinite(value) && Math.abs(value) < largest);
}

function dashOf(style: SvgStyle, width: number): { dash?: number[] } {
  const lengths = style['stroke-dasharray']
    .split(/[\s,]+/)
    .map((each) => lengthOf(each))
    .filter((each) => Number.isFinite(each) && each >= 0);
  if (lengths.length === 0 || !(width > 0)) return {};
  const doubled = lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths;
  return { dash: doubled.slice(0, 8).map((each) => Math.min(100, each / width)) };
}

interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

function viewBoxOf(element: Element): ViewBox | null {
  const numbers = (element.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  const sound = numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
  return sound ? { x, y, width, height } : null;
}

/** The place inside an inner svg or symbol: its own corner and units, without distortion. */
function inViewport(element: Element, place: Place, sizedBy: Element = element): Place {
  const view = viewBoxOf(element);
  const corner: Matrix =
    sizedBy === element ? [1, 0, 0, 1, numberOf(element, 'x'), numberOf(element, 'y')] : identity;
  let matrix = multiply(place.matrix, corner);
  if (view) {
    const width = numberOf(sizedBy, 'width', view.width) || view.width;
    const height = numberOf(sizedBy, 'height', view.height) || view.height;
    const scale = Math.min(width / view.width, height / view.height);
    const x = (width - view.width * scale) / 2 - view.x * scale;
    const y = (height - view.height * scale) / 2 - view.y * scale;
    matrix = multiply(matrix, [scale, 0, 0, scale, x, y]);
  }
  return { ...place, matrix };
}

/**
 * Reads an SVG file into paths and texts, its longer side `longest` px. Transformations are worked in; scripts,
 * pictures, filters, clips and whatever else has no place in a design are left out and counted.
 */
export function readSvg(text: string, longest: number, colour: ReadColour): ReadSvg {
  const root = parseSvg(text);
  const view = viewBoxOf(root) ?? {
    x: 0,
    y: 0,
    width: numberOf(root, 'width') > 0 ? numberOf(root, 'width') : 300,
    height: numberOf(root, 'height') > 0 ? numberOf(root, 'height') : 150,
  };
  const scale = longest / Math.max(view.width, view.height);
  const reader = new Reader(root, colour);
  const own = ownValues(root, readRules([]));
  own.delete('transform');
  for (const [name, value] of readDeclarations(root.getAttribute('style') ?? '')) own.set(name, value);
  reader.readGroup(root, {
    matrix: [scale, 0, 0, scale, -view.x * scale, -view.y * scale],
    style: inherit(initialStyle, own),
    opacity: shareOf(own.get('opacity')),
    depth: 0,
  });
  return {
    width: view.width * scale,
    height: view.height * scale,
    layers: reader.layers,
    dropped: reader.dropped,
  };
}
