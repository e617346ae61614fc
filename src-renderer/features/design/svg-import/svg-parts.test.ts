import { describe, expect, test } from 'vitest';
import { identity, mapPoint, readTransform } from './matrix.ts';
import { inherit, initialStyle, lengthOf, readDeclarations, readRules } from './svg-style.ts';

describe('transformations', () => {
  test('are worked in from the right, as SVG says', () => {
    expect(mapPoint(readTransform('translate(10 20) scale(2)'), 1, 1)).toEqual({ x: 12, y: 22 });
    const turned = mapPoint(readTransform('rotate(90, 10, 10)'), 20, 10);
    expect(turned.x).toBeCloseTo(10);
    expect(turned.y).toBeCloseTo(20);
  });
  test('nonsense changes nothing', () => {
    expect(readTransform('matrix(1 2) url(x) scale(a)')).toEqual(identity);
    expect(readTransform(null)).toEqual(identity);
  });
});

describe('styles', () => {
  test('rules of one tag, class or id are read, the stronger last', () => {
    const rules = readRules([
      '#x{fill:red} .a, path { fill: blue; stroke : none } g > path {fill:pink} /* .b{} */',
    ]);
    expect(rules.map(({ selector }) => selector)).toEqual(['path', '.a', '#x']);
  });
  test('declarations survive empty parts and !important', () => {
    expect([...readDeclarations('fill: red !important;; stroke:none;x')]).toEqual([
      ['fill', 'red'],
      ['stroke', 'none'],
    ]);
  });
  test('properties are inherited, others are not', () => {
    const outer = inherit(
      initialStyle,
      new Map([
        ['fill', 'red'],
        ['opacity', '0.5'],
      ]),
    );
    expect(inherit(outer, new Map()).fill).toBe('red');
    expect('opacity' in outer).toBe(false);
  });
  test('lengths', () => {
    expect(lengthOf('1in')).toBe(96);
    expect(lengthOf('50%', 200)).toBe(100);
    expect(lengthOf('1e3')).toBe(1000);
    expect(lengthOf('auto')).toBeNaN();
  });
});
