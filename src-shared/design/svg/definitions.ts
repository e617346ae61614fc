import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { attributes, escapeXml, opacityOf, px, splitColour, transformOf } from '#shared/design/svg/markup.ts';
import { identity } from '#shared/design/svg/matrix.ts';
import type { Matrix } from '#shared/design/svg/matrix.ts';

/** Everything that the elements of one SVG file refer to by id; the same thing is written once. */
export class Definitions {
  private readonly ids = new Map<string, string>();
  private readonly written: string[] = [];

  /** The id of a definition. `write` gives its markup for an id. */
  add(prefix: string, key: string, write: (id: string) => string): string {
    const full = `${prefix}\u0000${key}`;
    const known = this.ids.get(full);
    if (known !== undefined) return known;
    const id = `${prefix}${this.ids.size + 1}`;
    this.ids.set(full, id);
    this.written.push(write(id));
    return id;
  }

  markup(): string {
    return this.written.length === 0 ? '' : `<defs>\n${this.written.join('\n')}\n</defs>\n`;
  }
}

/** A gradient of a canvas; its coordinates are those of whatever it fills. */
export class SvgGradient {
  private readonly element: 'linearGradient' | 'radialGradient';
  private readonly place: Readonly<Record<string, string>>;
  private readonly stops: { offset: number; colour: string }[] = [];

  constructor(element: 'linearGradient' | 'radialGradient', place: Readonly<Record<string, string>>) {
    this.element = element;
    this.place = place;
  }

  addColorStop(offset: number, colour: string): void {
    this.stops.push({ offset, colour });
  }

  /** `move` is the map from the gradient's own space into that of the element, when they differ. */
  idIn(definitions: Definitions, move: Matrix = identity): string {
    const stops = this.stops.map(({ offset, colour }) => {
      const parts = splitColour(colour);
      const stop = {
        offset: String(Math.round(offset * 1e4) / 1e4),
        'stop-color': parts.colour,
        'stop-opacity': opacityOf(parts.alpha),
      };
      return `<stop${attributes(stop)}/>`;
    });
    const place = attributes({ ...this.place, gradientTransform: transformOf(move) });
    return definitions.add('g', `${this.element}${place}${stops.join('')}`, (id) => {
      const head = `<${this.element} id="${id}" gradientUnits="userSpaceOnUse"${place}>`;
      return `${head}${stops.join('')}</${this.element}>`;
    });
  }
}

/** A clip of a path, inside another clip if there is one. */
export function clipId(
  definitions: Definitions,
  shape: string,
  matrix: Matrix,
  outer: string | null,
): string {
  const placed = shape.replace(/^<(\w+)/, `<$1${attributes({ transform: transformOf(matrix) })}`);
  const inside = outer === null ? '' : ` clip-path="url(#${outer})"`;
  return definitions.add('c', placed + inside, (id) => `<clipPath id="${id}"${inside}>${placed}</clipPath>`);
}

/** Coverage by what was drawn (`inside`), or by everything else. */
export function maskId(definitions: Definitions, content: string, area: Rectangle, inside: boolean): string {
  const box = attributes({
    x: px(area.x),
    y: px(area.y),
    width: px(area.width),
    height: px(area.height),
  });
  // Alpha becomes luminance, which every reader of masks knows; `mask-type` is younger.
  const rows = inside ? '0 0 0 1 0' : '0 0 0 -1 1';
  const matrix = `${rows} ${rows} ${rows} ${inside ? '0 0 0 1 0' : '0 0 0 0 1'}`;
  const filter = definitions.add(
    'f',
    `${matrix}${box}`,
    (id) =>
      `<filter id="${id}" filterUnits="userSpaceOnUse"${box} color-interpolation-filters="sRGB"><feColorMatrix values="${matrix}"/></filter>`,
  );
  return definitions.add(
    'm',
    `${content}${box}${inside}`,
    (id) =>
      `<mask id="${id}" maskUnits="userSpaceOnUse"${box}><g filter="url(#${filter})">${content}</g></mask>`,
  );
}

/** One step of a filter chain: its markup needs no names, as each step takes the result of the last. */
type FilterStep = string;

function shadowStep(x: number, y: number, deviation: number, colour: string): FilterStep {
  const parts = splitColour(colour);
  const values = {
    dx: px(x),
    dy: px(y),
    stdDeviation: px(deviation),
    'flood-color': parts.colour,
    'flood-opacity': opacityOf(parts.alpha),
  };
  return `<feDropShadow${attributes(values)}/>`;
}

/** The steps of a canvas's `filter`: blur and drop-shadow, which is all that drawing asks for. */
function stepsOf(filter: string): FilterStep[] {
  const steps: FilterStep[] = [];
  for (const [, name, values = ''] of filter.matchAll(/([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)/g)) {
    if (name === 'blur') steps.push(`<feGaussianBlur stdDeviation="${px(Number.parseFloat(values))}"/>`);
    if (name !== 'drop-shadow') continue;
    const lengths = [...values.matchAll(/(-?[\d.]+)px/g)].map(([, length]) => Number(length));
    const colour = values.replaceAll(/-?[\d.]+px/g, '').trim() || '#000000';
    steps.push(shadowStep(lengths[0] ?? 0, lengths[1] ?? 0, lengths[2] ?? 0, colour));
  }
  return steps;
}

/** What of a canvas's state works on a finished drawing. */
export interface Effects {
  filter: string;
  shadowColor: string;
  shadowBlur: number;
  shadowOffsetX: number;
  shadowOffsetY: number;
}

/** The filter for a state, within an area; null when it does nothing. */
export function filterId(definitions: Definitions, effects: Effects, area: Rectangle): string | null {
  const steps = effects.filter === 'none' || effects.filter === '' ? [] : stepsOf(effects.filter);
  const { shadowBlur, shadowOffsetX, shadowOffsetY, shadowColor } = effects;
  if (splitColour(shadowColor).alpha > 0 && (shadowBlur > 0 || shadowOffsetX !== 0 || shadowOffsetY !== 0))
    steps.push(shadowStep(shadowOffsetX, shadowOffsetY, shadowBlur / 2, shadowColor));
  if (steps.length === 0) return null;
  const box = attributes({ x: px(area.x), y: px(area.y), width: px(area.width), height: px(area.height) });
  const chain = steps.join('');
  return definitions.add(
    'f',
    chain + box,
    (id) =>
      `<filter id="${id}" filterUnits="userSpaceOnUse"${box} color-interpolation-filters="sRGB">${chain}</filter>`,
  );
}

/** An embedded picture, to be shown with `<use>`. */
export function pictureId(definitions: Definitions, href: string, width: number, height: number): string {
  return definitions.add(
    'i',
    href,
    (id) =>
      `<image id="${id}" width="${px(width)}" height="${px(height)}" preserveAspectRatio="none" xlink:href="${escapeXml(href)}"/>`,
  );
}
