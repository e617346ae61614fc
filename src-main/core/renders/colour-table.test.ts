import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCube, writeCube } from '#shared/clip/cube.ts';
import { colourCube } from '#shared/clip/render/colour-lut.ts';
import { colourBytes, type ColourTable, composedTable } from '#shared/clip/render/colour-table.ts';

test('the preview has the very table of the render', () => {
  const adjustments = { saturation: -40, contrast: 25, temperature: 30, duotone: null };
  const cube = colourCube(adjustments, {}) ?? '';
  const lines = cube.trim().split('\n').slice(1);
  const bytes = colourBytes(adjustments, {});
  expect(lines).toHaveLength(33 ** 3);
  for (const at of [0, 17, 1000, 20_000, 33 ** 3 - 1]) {
    const own = [...bytes.subarray(at * 4, at * 4 + 3)].map((value) => (value / 255).toFixed(6)).join(' ');
    expect(own).toBe(lines[at]);
  }
  expect(composedTable({ adjustments, table: null }, {})).toEqual({ side: 33, bytes });
});

/** A table of a film look: curved, channels mixed. */
function film(size: number, domain = ''): string {
  const lines = [`LUT_3D_SIZE ${size}`, domain];
  for (let at = 0; at < size ** 3; at += 1) {
    const [r, g, b] = [at % size, Math.floor(at / size) % size, Math.floor(at / size ** 2)].map(
      (step) => step / (size - 1),
    ) as [number, number, number];
    lines.push([r ** 1.4, 0.1 + 0.7 * g + 0.2 * r, Math.sin((b * Math.PI) / 2) * 0.9].join(' '));
  }
  return lines.join('\n');
}

/** A colour between the points of a table as the graphics card reads it. */
function onCard({ side, bytes }: ColourTable, colour: readonly number[]): number[] {
  const places = colour.map((value) => (value / 255) * (side - 1));
  return [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let corner = 0; corner < 8; corner += 1) {
      let [at, weight] = [0, 1];
      for (let axis = 0; axis < 3; axis += 1) {
        const place = places[axis] ?? 0;
        const below = Math.min(Math.floor(place), side - 2);
        const far = (corner >> axis) & 1;
        at += (below + far) * side ** axis;
        weight *= far === 1 ? place - below : 1 - (place - below);
      }
      sum += weight * (bytes[at * 4 + channel] ?? 0);
    }
    return sum;
  });
}

/** 729 colours all over the cube. */
const colours = Array.from({ length: 9 ** 3 }, (_, at) =>
  [at % 9, Math.floor(at / 9) % 9, Math.floor(at / 81)].map((step) => Math.min(255, step * 31 + (at % 5))),
);

test.each([
  ['', {}],
  ['', { contrast: 30, temperature: -40, saturation: 20 }],
  ['DOMAIN_MIN 0 0 0\nDOMAIN_MAX 2 2 2', { exposure: 20 }],
  ['DOMAIN_MIN -0.2 -0.2 -0.2\nDOMAIN_MAX 1.2 1.2 1.2', {}],
])('looks and a table are within three levels of ffmpeg’s own filters: %s %o', (domain, adjustments) => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-table-'));
  try {
    const cube = parseCube(film(17, domain));
    const look = colourCube(adjustments, {});
    writeFileSync(join(folder, 'table-0.cube'), writeCube(cube));
    if (look !== null) writeFileSync(join(folder, 'look-0.cube'), look);
    const names = [...(look === null ? [] : ['look-0.cube']), 'table-0.cube'];
    const filters = ['format=gbrp', ...names.map((name) => `lut3d=file=${name}:interp=tetrahedral`)];
    const made = spawnSync(
      'ffmpeg',
      [
        ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', '27x27', '-i', '-'],
        ...['-vf', filters.join(','), '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
      ],
      { cwd: folder, input: Buffer.from(colours.flat()) },
    );
    const rendered = [...made.stdout];
    expect(rendered).toHaveLength(colours.length * 3);
    const table = composedTable({ adjustments: look === null ? null : adjustments, table: cube }, {});
    let worst = 0;
    colours.forEach((colour, index) => {
      const shown = onCard(table, colour);
      for (const channel of [0, 1, 2])
        worst = Math.max(worst, Math.abs((shown[channel] ?? 0) - (rendered[index * 3 + channel] ?? 0)));
    });
    expect(worst).toBeLessThanOrEqual(3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
