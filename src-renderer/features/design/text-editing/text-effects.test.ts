import { expect, test } from 'vitest';
import { textDefaults, textSchema, type TextNode } from '#shared/design/layers/text.ts';
import { textEffects, withEffect } from './text-effects.ts';

const node: TextNode = { ...textDefaults, id: 'a', pageId: 'p', order: 'a', text: 'Sale', fontSize: 80 };

test('every effect is a valid text that keeps its words and box, and plain takes it all away', () => {
  for (const effect of textEffects) {
    const made = withEffect(node, effect);
    expect(textSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({ text: 'Sale', fontSize: 80, width: node.width });
    expect(withEffect(withEffect(made, 'lifted'), 'plain').colour).toBeDefined();
    const plain = withEffect(made, 'plain');
    expect(plain).not.toHaveProperty('outline');
    expect(plain).not.toHaveProperty('shadow');
    expect(plain).not.toHaveProperty('highlight');
    expect(plain).not.toHaveProperty('fill');
  }
});

test('effects replace each other instead of piling up, and measures follow the letters', () => {
  const twice = withEffect(withEffect(node, 'neon'), 'marker');
  expect(twice).toEqual(withEffect(node, 'marker'));
  const large = withEffect({ ...node, fontSize: 160 }, 'outline').outline?.width ?? 0;
  expect(large).toBeCloseTo((withEffect(node, 'outline').outline?.width ?? 0) * 2);
});
