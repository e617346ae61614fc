import { lengthOf } from './svg-style.ts';

/** A number attribute in user units; what is missing or no length counts as `fallback`. */
export function numberOf(element: Element, name: string, fallback = 0): number {
  const value = lengthOf(element.getAttribute(name));
  return Number.isFinite(value) ? value : fallback;
}

function roundedBox(x: number, y: number, width: number, height: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const arc = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + rx} ${y}h${width - rx * 2}${arc(rx, ry)}v${height - ry * 2}${arc(-rx, ry)}` +
    `h${rx * 2 - width}${arc(-rx, -ry)}v${ry * 2 - height}${arc(rx, -ry)}Z`
  );
}

function oval(cx: number, cy: number, rx: number, ry: number): string {
  return rx <= 0 || ry <= 0
    ? ''
    : `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${rx * 2} 0a${rx} ${ry} 0 1 1 ${-rx * 2} 0Z`;
}

function through(text: string | null, closed: boolean): string {
  const numbers = (text ?? '').match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  if (numbers.length < 4) return '';
  const points: string[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) points.push(`${numbers[at]} ${numbers[at + 1]}`);
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
}

/** The path data of a basic shape (SVG 2, chapters 9 and 10); null for what is none. */
export function outlineOf(element: Element): string | null {
  const at = (name: string): number => numberOf(element, name);
  switch (element.localName) {
    case 'path':
      return element.getAttribute('d') ?? '';
    case 'rect': {
      const [width, height] = [at('width'), at('height')];
      if (width <= 0 || height <= 0) return '';
      const [rx, ry] = [numberOf(element, 'rx', Number.NaN), numberOf(element, 'ry', Number.NaN)];
      const first = Number.isNaN(rx) ? (Number.isNaN(ry) ? 0 : ry) : rx;
      const second = Number.isNaN(ry) ? first : ry;
      return roundedBox(
        at('x'),
        at('y'),
        width,
        height,
        Math.min(first, width / 2),
        Math.min(second, height / 2),
      );
    }
    case 'circle':
      return oval(at('cx'), at('cy'), at('r'), at('r'));
    case 'ellipse':
      return oval(at('cx'), at('cy'), at('rx'), at('ry'));
    case 'line':
      return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`;
    case 'polyline':
      return through(element.getAttribute('points'), false);
    case 'polygon':
      return through(element.getAttribute('points'), true);
    default:
      return null;
  }
}
