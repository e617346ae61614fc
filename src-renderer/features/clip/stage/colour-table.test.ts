import { expect, test } from 'vitest';
import { colourCube } from '#shared/clip/render/colour-lut.ts';
import { changesPicture, colourBytes, lutSide } from './colour-table.ts';

test('the preview has the very table of the render', () => {
  const adjustments = { saturation: -40, contrast: 25, temperature: 30, duotone: null };
  const cube = colourCube(adjustments, {}) ?? '';
  const lines = cube.trim().split('\n').slice(1);
  const bytes = colourBytes(adjustments, {});
  expect(lines).toHaveLength(lutSide ** 3);
  for (const at of [0, 17, 1000, 20_000, lutSide ** 3 - 1]) {
    const own = [...bytes.subarray(at * 4, at * 4 + 3)].map((value) => (value / 255).toFixed(6)).join(' ');
    expect(own).toBe(lines[at]);
  }
});

test('what needs neighbouring pixels changes no colour', () => {
  expect(changesPicture({ sharpen: 50, blur: 10 })).toBe(false);
  expect(changesPicture({ exposure: 10 })).toBe(true);
  expect(changesPicture(undefined)).toBe(false);
});
