/** One pass of a running window over each line of a plane of bytes. */
function alongLines(
  plane: Uint8Array,
  lines: { count: number; stride: number; length: number; step: number },
  radius: number,
  finish: (sum: number) => number,
): void {
  const { count, stride, length, step } = lines;
  const line = new Uint8Array(length);
  for (let index = 0; index < count; index += 1) {
    const start = index * stride;
    for (let place = 0; place < length; place += 1) line[place] = plane[start + place * step] ?? 0;
    const first = line[0] ?? 0;
    const last = line[length - 1] ?? 0;
    let sum = first * (radius + 1);
    for (let ahead = 0; ahead < radius; ahead += 1) sum += ahead < length ? (line[ahead] ?? 0) : last;
    for (let place = 0; place < length; place += 1) {
      sum += place + radius < length ? (line[place + radius] ?? 0) : last;
      sum -= place - radius - 1 >= 0 ? (line[place - radius - 1] ?? 0) : first;
      plane[start + place * step] = finish(sum);
    }
  }
}

function bothWays(
  plane: Uint8Array,
  width: number,
  height: number,
  radius: number,
  finish: (sum: number) => number,
): void {
  alongLines(plane, { count: height, stride: width, length: width, step: 1 }, radius, finish);
  alongLines(plane, { count: width, stride: 1, length: height, step: width }, radius, finish);
}

/** Marks (1) everything within a square radius of what is marked. */
export function nearBytes(plane: Uint8Array, width: number, height: number, radius: number): void {
  bothWays(plane, width, height, radius, (sum) => (sum > 0 ? 1 : 0));
}

/** Softens a plane by a box of `radius`, in place. */
export function blurBytes(plane: Uint8Array, width: number, height: number, radius: number): void {
  const size = radius * 2 + 1;
  bothWays(plane, width, height, radius, (sum) => Math.round(sum / size));
}
