import type { Pixels } from '#shared/design/images/blur.ts';

/** CIE L*a*b* (D65). */
export type Lab = readonly [number, number, number];

const cubeRootSteps = 4096;
const cubeRoots = Float32Array.from({ length: cubeRootSteps + 1 }, (_, index) => {
  const value = index / cubeRootSteps;
  return value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116;
});
const linear = Float32Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function root(value: number): number {
  return cubeRoots[Math.min(cubeRootSteps, Math.round(value * cubeRootSteps))] ?? 1;
}

/** Levels of sRGB to L*a*b*. */
export function labOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear[red] ?? 0, linear[green] ?? 0, linear[blue] ?? 0];
  const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distances are bytes of quarters of ΔE: 63 ΔE and more are all the same. */
export const stepsPerDelta = 4;

/**
 * The colours that a background may have: a picked one, or the one that the
 * picture's edges have most of, with up to two shades of it.
 */
export function backgroundColours({ data, width, height }: Pixels, picked: string | undefined): Lab[] {
  if (picked !== undefined) {
    const level = (at: number): number => Number.parseInt(picked.slice(at, at + 2), 16);
    return [labOf(level(1), level(3), level(5))];
  }
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  let total = 0;
  const add = (x: number, y: number): void => {
    const at = (y * width + x) * 4;
    if ((data[at + 3] ?? 0) < 128) return;
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const key = ((red >> 5) << 10) | ((green >> 5) << 5) | (blue >> 5);
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bin.count += 1;
    bin.sum = [bin.sum[0] + red, bin.sum[1] + green, bin.sum[2] + blue];
    bins.set(key, bin);
    total += 1;
  };
  for (let x = 0; x < width; x += 1) {
    add(x, 0);
    add(x, height - 1);
  }
  for (let y = 0; y < height; y += 1) {
    add(0, y);
    add(width - 1, y);
  }
  const often = [...bins.values()]
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ count, sum }) => ({
      common: count > total * 0.12,
      lab: labOf(Math.round(sum[0] / count), Math.round(sum[1] / count), Math.round(sum[2] / count)),
    }));
  const main = often[0]?.lab;
  if (main === undefined) return [];
  // Shades of one wall belong together; a sky over a meadow is two things.
  const kin = ({ common, lab }: (typeof often)[number]): boolean =>
    common && Math.hypot(lab[0] - main[0], lab[1] - main[1], lab[2] - main[2]) < 32;
  return [
    main,
    ...often
      .slice(1)
      .filter(kin)
      .map(({ lab }) => lab),
  ];
}

/** How far each pixel of some rows is from the nearest background colour, in quarters of ΔE (CIE 1976). */
export function measureRows(
  { data, width }: Pixels,
  colours: readonly Lab[],
  distances: Uint8Array,
  from: number,
  to: number,
): void {
  for (let index = from * width; index < to * width; index += 1) {
    const at = index * 4;
    if ((data[at + 3] ?? 0) === 0) {
      distances[index] = 0;
      continue;
    }
    const [l, a, b] = labOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    let nearest = Number.POSITIVE_INFINITY;
    for (const colour of colours) {
      // Light falls unevenly on a wall: brightness counts for less than hue.
      const dl = (l - colour[0]) * 0.8;
      const da = a - colour[1];
      const db = b - colour[2];
      nearest = Math.min(nearest, dl * dl + da * da + db * db);
    }
    distances[index] = Math.min(255, Math.round(Math.sqrt(nearest) * stepsPerDelta));
  }
}
