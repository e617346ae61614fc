import { expect, test } from 'vitest';
import { designSchema } from '#shared/design/schema.ts';
import { cardDesign, cardKinds } from './card-designs.ts';

const frames = [
  { width: 1080, height: 1920 },
  { width: 1080, height: 1080 },
  { width: 1920, height: 1080 },
  { width: 240, height: 136 },
];

test.each(cardKinds)('a %s is a sound design whose parts lie inside every frame', (kind) => {
  for (const frame of frames) {
    let count = 0;
    const body = cardDesign(kind, frame, { main: 'Main 标题', second: 'second' }, () => `n${(count += 1)}`);
    expect(designSchema.safeParse(body).success).toBe(true);
    expect(body).toMatchObject(frame);
    const texts = Object.values(body.nodes).flatMap((node) => (node.type === 'text' ? [node.text] : []));
    expect(texts).toEqual(['Main 标题', 'second']);
    for (const node of Object.values(body.nodes)) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.y).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width).toBeLessThanOrEqual(frame.width + 0.01);
      expect(node.y + node.height).toBeLessThanOrEqual(frame.height + 0.01);
    }
  }
});
