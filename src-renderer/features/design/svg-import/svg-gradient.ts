import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { gradientLine } from '#shared/design/draw/gradient.ts';
import type { Gradient, GradientStop } from '#shared/design/paint.ts';
import type { Matrix } from './matrix.ts';
import { mapPoint, multiply, readTransform, scaleOf } from './matrix.ts';
import { lengthOf, ownValues, type readRules } from './svg-style.ts';

type Rules = ReturnType<typeof readRules>;

/** A CSS colour with an opacity as hex; null when it is no colour. */
export type ReadColour = (css: string, opacity: number) => string | null;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** A gradient with those it refers to, itself first; at most eight, so that a circle ends. */
function lineage(root: Element, id: string): Element[] {
  const found: Element[] = [];
  let next: string | null = id;
  while (next !== null && found.length < 8) {
    const element: Element | null = root.querySelector(`[id="${CSS.escape(next)}"]`);
    if (!element || !/^(linear|radial)Gradient$/.test(element.localName)) break;
    found.push(element);
    const reference: string | null = element.getAttribute('href') ?? element.getAttribute('xlink:href');
    next = reference?.startsWith('#') ? reference.slice(1) : null;
  }
  return found;
}

function readStops(family: readonly Element[], rules: Rules, colour: ReadColour): GradientStop[] {
  const owner = family.find((each) => each.querySelector('stop'));
  return [...(owner?.querySelectorAll('stop') ?? [])].slice(0, 16).flatMap((stop) => {
    const own = ownValues(stop, rules);
    const opacity = Number.parseFloat(own.get('stop-opacity') ?? '1');
    const hex = colour(own.get('stop-color') ?? '#000000', Number.isFinite(opacity) ? clamp(opacity) : 1);
    const at = lengthOf(own.get('offset') ?? '0', 1);
    return hex === null ? [] : [{ at: clamp(Number.isFinite(at) ? at : 0), colour: hex }];
  });
}

/**
 * The gradient `id` over a box of the page. `matrix` leads from the element's units to the page, `local` is the
 * element's box in its own units. Null when there is none, or too little of it.
 */
export function readGradient(
  root: Element,
  id: string,
  rules: Rules,
  colour: ReadColour,
  matrix: Matrix,
  local: Rectangle,
  box: Rectangle,
): Gradient | null {
  const family = lineage(root, id);
  const own = family[0];
  if (!own) return null;
  const stops = readStops(family, rules, colour);
  const [first] = stops;
  if (!first) return null;
  if (stops.length === 1) stops.push({ at: 1, colour: first.colour });
  const said = (name: string): string | null =>
    family.find((each) => each.hasAttribute(name))?.getAttribute(name) ?? null;
  const inUnits = said('gradientUnits') === 'userSpaceOnUse';
  const toElement: Matrix = inUnits
    ? [1, 0, 0, 1, 0, 0]
    : [local.width, 0, 0, local.height, local.x, local.y];
  const whole = multiply(matrix, multiply(toElement, readTransform(said('gradientTransform'))));
  const number = (name: string, fallback: string): number => {
    const value = lengthOf(
      said(name) ?? fallback,
      inUnits ? (name.includes('y') ? local.height : local.width) : 1,
    );
    return Number.isFinite(value) ? value : 0;
  };
  if (own.localName === 'radialGradient') {
    const centre = mapPoint(whole, number('cx', '50%'), number('cy', '50%'));
    const radius = number('r', '50%') * scaleOf(whole);
    const reach = Math.hypot(box.width, box.height) / 2;
    return {
      kind: 'radial',
      centre: {
        x: clamp((centre.x - box.x) / (box.width || 1)),
        y: clamp((centre.y - box.y) / (box.height || 1)),
      },
      radius: Math.min(4, Math.max(0.01, radius / (reach || 1))),
      stops,
    };
  }
  const from = mapPoint(whole, number('x1', '0%'), number('y1', '0%'));
  const to = mapPoint(whole, number('x2', '100%'), number('y2', '0%'));
  if (from.x === to.x && from.y === to.y) return null;
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const { x0, y0, x1, y1 } = gradientLine(angle, box);
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2 || 1;
  // The document's gradient is as long as its box needs: each stop keeps its place on the page.
  const placed = stops.map(({ at, colour: hex }) => {
    const x = from.x + (to.x - from.x) * at;
    const y = from.y + (to.y - from.y) * at;
    return { at: clamp(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length), colour: hex };
  });
  return { kind: 'linear', angle: Math.round(angle * 100) / 100, stops: placed };
}
