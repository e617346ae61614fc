/** An affine map as SVG and canvases write it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** How much longer things become on average. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

function turn(degrees: number): Matrix {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians), 0, 0];
}

const tangent = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

function single(name: string, given: readonly number[]): Matrix {
  const [first = 0, second, third] = given;
  switch (name) {
    case 'matrix':
      return given.length === 6 ? (given as unknown as Matrix) : identity;
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate': {
      const [x, y] = [second ?? 0, third ?? 0];
      return multiply(multiply([1, 0, 0, 1, x, y], turn(first)), [1, 0, 0, 1, -x, -y]);
    }
    case 'skewX':
      return [1, 0, tangent(first), 1, 0, 0];
    case 'skewY':
      return [1, tangent(first), 0, 1, 0, 0];
    default:
      return identity;
  }
}

/** The map of a `transform` attribute; what is no transformation changes nothing. */
export function readTransform(text: string | null): Matrix {
  let matrix = identity;
  for (const [, name = '', list = ''] of (text ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const given = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((each) => Number.parseFloat(each));
    if (given.every(Number.isFinite)) matrix = multiply(matrix, single(name, given));
  }
  return matrix;
}
