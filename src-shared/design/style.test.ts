import { describe, expect, test } from 'vitest';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { nodeSchema } from '#shared/design/schema.ts';
import { withStyleOf } from '#shared/design/style.ts';

const identity = { pageId: 'page', order: 'a0' };
const rectangle: DesignNode = { ...rectangleDefaults, ...identity, id: 'one', x: 10, width: 50 };
const text: DesignNode = { ...textDefaults, ...identity, id: 'two', text: 'Words', colour: '#112233' };

describe('copying looks', () => {
  test('takes fill, stroke and effects, and leaves place and name', () => {
    const shadow = { x: 4, y: 5, blur: 6, colour: '#000000', opacity: 0.5 };
    const source: DesignNode = { ...rectangle, fill: '#abcdef', strokeWidth: 7, stroke: '#ff0000', shadow };
    const target: DesignNode = { ...rectangle, id: 'three', name: 'Card', x: 300, width: 9, blur: 3 };
    const styled = withStyleOf(target, source);
    expect(styled).toMatchObject({ id: 'three', name: 'Card', x: 300, width: 9, fill: '#abcdef', shadow });
    // What the source does not have goes.
    expect('blur' in styled).toBe(false);
    expect(nodeSchema.safeParse(styled).success).toBe(true);
  });

  test('letters and shapes exchange their colour, and words stay', () => {
    expect(withStyleOf(rectangle, text)).toMatchObject({ type: 'rectangle', fill: '#112233' });
    const styled = withStyleOf(text, { ...rectangle, fill: '#abcdef', opacity: 0.4 });
    expect(styled).toMatchObject({ type: 'text', text: 'Words', colour: '#abcdef', opacity: 0.4 });
    expect('fill' in styled).toBe(false);
  });
});
