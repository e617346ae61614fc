import { expect, test } from 'vitest';
import { parseCube } from '#shared/clip/cube.ts';
import { lookOf } from './colour-look.ts';

const table = parseCube('LUT_1D_SIZE 2\n0 0 0\n1 1 0.5');
const tables = (id: string) => (id === 'there' ? table : null);

test('a segment without a change of colours is shown as it is', () => {
  expect(lookOf(undefined, tables)).toBeNull();
  expect(lookOf({ turn: 90 }, tables)).toBeNull();
  // What needs neighbouring pixels is left out, as in the render; a table that is not there yet or gone too.
  expect(lookOf({ adjustments: { sharpen: 50, blur: 10 }, lut: 'gone' }, tables)).toBeNull();
});

test('looks and a table are taken by themselves or together', () => {
  const adjustments = { exposure: 10 };
  expect(lookOf({ adjustments, lut: 'gone' }, tables)).toEqual({ adjustments, table: null });
  expect(lookOf({ adjustments: { grain: 9 }, lut: 'there' }, tables)).toEqual({ adjustments: null, table });
  expect(lookOf({ adjustments, lut: 'there' }, tables)).toEqual({ adjustments, table });
});
