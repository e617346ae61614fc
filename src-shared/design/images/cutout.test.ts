import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutOut } from '#shared/design/images/cutout.ts';

type Colour = readonly [number, number, number];

function picture(width: number, height: number, colourAt: (x: number, y: number) => Colour) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y), 255], (y * width + x) * 4);
  }
  return { data, width, height };
}

const inside = (x: number, y: number): boolean => x >= 10 && x < 30 && y >= 10 && y < 30;
const alphaAt = (made: { data: Uint8ClampedArray; width: number }, x: number, y: number): number =>
  made.data[(y * made.width + x) * 4 + 3] ?? -1;
const options = { tolerance: 18, everywhere: false, feather: 0 };

describe('taking a background away', () => {
  test('the wall goes, the subject stays, whatever their colours as long as they differ', () => {
    const level = fc.integer({ min: 0, max: 255 });
    const colour = fc.tuple(level, level, level);
    fc.assert(
      fc.property(colour, colour, (wall, subject) => {
        fc.pre(wall.reduce((sum, value, index) => sum + Math.abs(value - (subject[index] ?? 0)), 0) > 300);
        const made = picture(40, 40, (x, y) => (inside(x, y) ? subject : wall));
        cutOut(made, options);
        expect([alphaAt(made, 0, 0), alphaAt(made, 39, 20), alphaAt(made, 9, 9)]).toEqual([0, 0, 0]);
        expect([alphaAt(made, 10, 10), alphaAt(made, 20, 20), alphaAt(made, 29, 29)]).toEqual([
          255, 255, 255,
        ]);
      }),
    );
  });

  test('a hole of the wall’s colour stays unless everything of it is to go', () => {
    const hole = (x: number, y: number): boolean => x >= 18 && x < 22 && y >= 18 && y < 22;
    const draw = () =>
      picture(40, 40, (x, y) => (inside(x, y) && !hole(x, y) ? [200, 30, 30] : [250, 250, 250]));
    const kept = draw();
    cutOut(kept, options);
    expect(alphaAt(kept, 20, 20)).toBe(255);
    const gone = draw();
    cutOut(gone, { ...options, everywhere: true });
    expect(alphaAt(gone, 20, 20)).toBe(0);
  });

  test('a mixed edge becomes half clear and loses the wall’s colour', () => {
    const made = picture(40, 40, (x, y) =>
      x >= 10 && x < 30 && y >= 10 && y < 30 ? (x === 10 ? [110, 70, 135] : [220, 20, 20]) : [0, 120, 250],
    );
    cutOut(made, options);
    const at = (20 * 40 + 10) * 4;
    expect(made.data[at + 3]).toBeGreaterThan(60);
    expect(made.data[at + 3]).toBeLessThan(220);
    expect(made.data[at + 2]).toBeLessThan(90);
  });

  test('a picked colour, and a softened edge that leaves nothing outside', () => {
    const made = picture(40, 40, (x, y) =>
      inside(x, y) ? [20, 20, 20] : x < 20 ? [255, 255, 255] : [0, 200, 0],
    );
    cutOut(made, { ...options, colour: '#00c800', feather: 3 });
    expect(alphaAt(made, 2, 2)).toBe(255);
    expect(alphaAt(made, 38, 20)).toBe(0);
    expect(alphaAt(made, 30, 20)).toBe(0);
    expect(alphaAt(made, 29, 20)).toBeLessThan(255);
    expect(alphaAt(made, 24, 20)).toBe(255);
  });

  test('what was clear stays clear', () => {
    const made = picture(40, 40, (x, y) => (inside(x, y) ? [20, 20, 20] : [255, 255, 255]));
    for (let index = 0; index < 40 * 12; index += 1) made.data[index * 4 + 3] = 0;
    cutOut(made, options);
    expect(alphaAt(made, 20, 5)).toBe(0);
    expect(alphaAt(made, 20, 11)).toBe(0);
    expect(alphaAt(made, 20, 20)).toBe(255);
  });
});
