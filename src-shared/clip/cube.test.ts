import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GalleyError } from '#shared/contract/failure.ts';
import { type Cube, mostCubeCharacters, parseCube, writeCube } from './cube.ts';

const identity = (size: number): string[] => {
  const rows: string[] = [];
  const step = (index: number): string => (index / (size - 1)).toFixed(6);
  for (let b = 0; b < size; b += 1)
    for (let g = 0; g < size; g += 1)
      for (let r = 0; r < size; r += 1) rows.push(`${step(r)} ${step(g)} ${step(b)}`);
  return rows;
};

it('reads a table with a byte order mark, comments, Windows line ends, a title and a domain', () => {
  const head = [
    '# by a camera',
    'TITLE "Warm day"',
    '',
    'LUT_3D_SIZE 2',
    'DOMAIN_MIN 0 0 0',
    'DOMAIN_MAX 2 2 2',
  ];
  const cube = parseCube(`\uFEFF${[...head, ...identity(2)].join('\r\n')}`);
  expect(cube).toMatchObject({ title: 'Warm day', size: 2, max: [2, 2, 2] });
  expect([...cube.values.slice(3, 6)]).toEqual([1, 0, 0]);
});

it('takes the input range that Resolve writes', () => {
  const cube = parseCube(['LUT_3D_SIZE 2', 'LUT_3D_INPUT_RANGE -0.5 1.5', ...identity(2)].join('\n'));
  expect([cube.min[0], cube.max[0]]).toEqual([-0.5, 1.5]);
});

it('turns curves into a table: each channel its own', () => {
  const cube = parseCube('LUT_1D_SIZE 3\n0 1 0\n0.25 0.5 0.5\n1 0 1\n');
  expect(cube.size).toBe(33);
  const at = (r: number, g: number, b: number): number[] => {
    const index = (b * 33 * 33 + g * 33 + r) * 3;
    return [...cube.values.slice(index, index + 3)];
  };
  expect(at(16, 0, 32)).toEqual([0.25, 1, 1]);
  expect(at(8, 32, 16)).toEqual([0.125, 0, 0.5]);
});

it('comes through writing and reading unchanged', () => {
  const channel = fc.double({ min: -1, max: 2, noNaN: true });
  const values = fc.array(channel, { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(values, (numbers) => {
      const cube: Cube = {
        title: '',
        size: 2,
        min: [0, 0, 0],
        max: [1, 1, 1],
        values: Float32Array.from(numbers),
      };
      const again = parseCube(writeCube(cube));
      again.values.forEach((value, index) => expect(value).toBeCloseTo(cube.values[index] ?? 0, 5));
    }),
  );
});

it.each([
  ['nothing', ''],
  ['another file', '<html><body>'],
  ['binary', '\u0000\u0001PNG'],
  ['no size', '0 0 0\n1 1 1\n'],
  ['a size without rows', 'LUT_3D_SIZE 33\n'],
  ['too few rows', ['LUT_3D_SIZE 3', ...identity(2)].join('\n')],
  ['too many rows', ['LUT_3D_SIZE 2', ...identity(3)].join('\n')],
  ['a size of one', 'LUT_3D_SIZE 1\n0 0 0\n'],
  ['a huge size', 'LUT_3D_SIZE 100000\n0 0 0\n'],
  ['a broken size', 'LUT_3D_SIZE 2.5\n'],
  ['words among numbers', 'LUT_3D_SIZE 2\n0 0 red\n'],
  ['infinity', 'LUT_1D_SIZE 2\n0 0 1e999\n'],
  ['four numbers', 'LUT_1D_SIZE 2\n0 0 0 0\n'],
  ['an empty range', ['LUT_3D_SIZE 2', 'DOMAIN_MAX 0 1 1', ...identity(2)].join('\n')],
  ['a curve and a table', 'LUT_1D_SIZE 2\nLUT_3D_SIZE 2\n'],
  ['a giant file', ' '.repeat(mostCubeCharacters + 1)],
  ['one giant line', `LUT_3D_SIZE 2\n${'0 '.repeat(1_000_000)}`],
])('refuses %s with a sentence', (_what, text) => {
  expect(() => parseCube(text)).toThrow(GalleyError);
  expect(() => parseCube(text)).toThrow(/^This is not a usable look-up table: .+\.$/);
});

it('refuses, and never fails otherwise, whatever the text', () => {
  const word = fc.constantFrom(
    'LUT_3D_SIZE',
    'LUT_1D_SIZE',
    'DOMAIN_MIN',
    'TITLE',
    '2',
    '0',
    '-1',
    'x',
    '\n',
    '#',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      try {
        expect(parseCube(words.join(' ')).size).toBeGreaterThan(1);
      } catch (error) {
        expect(error).toBeInstanceOf(GalleyError);
      }
    }),
  );
});
