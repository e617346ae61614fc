import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveColour } from '#shared/design/colours.ts';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { applyPatch } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import type { Brand } from '#shared/domain/brand.ts';
import { applyBrand, brandTokens } from './apply-brand.ts';
import { contrastOf, oklchOf } from './colour-space.ts';

const brand: Brand = {
  revision: 1,
  name: 'Tea house',
  colours: [
    { token: 'ink', name: 'Ink', hex: '#12211c' },
    { token: 'paper', name: 'Paper', hex: '#fbf7ee' },
    { token: 'accent', name: 'Leaf', hex: '#2f7d4f' },
    { token: 'second', name: 'Clay', hex: '#c2683c' },
  ],
  fonts: { heading: { family: 'Noto Serif SC', weight: 700 }, body: { family: 'Noto Sans SC', weight: 400 } },
  logos: [],
  voice: { tone: '', preferred: [], banned: [] },
};

function poster(background: string, box: string, letters: string): DesignBody {
  const body = emptyDesign(1000, 1000, 'p');
  body.pages['p'] = { id: 'p', name: '', order: 'a0', background };
  const identity = { pageId: 'p', parentId: null };
  body.nodes['box'] = {
    ...rectangleDefaults,
    ...identity,
    id: 'box',
    order: 'a0',
    width: 600,
    height: 300,
    fill: box,
  };
  body.nodes['title'] = {
    ...textDefaults,
    ...identity,
    id: 'title',
    order: 'a1',
    text: '茶',
    fontSize: 200,
    width: 600,
    height: 280,
    colour: letters,
  };
  body.nodes['small'] = {
    ...textDefaults,
    ...identity,
    id: 'small',
    order: 'a2',
    text: 'tea',
    fontSize: 40,
    y: 600,
    width: 600,
    height: 60,
    colour: letters,
  };
  return body;
}

test('contrast of black on white is 21, lightness of white 1', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(oklchOf('#fff').lightness).toBeCloseTo(1, 3);
});

test('a poster takes tokens and fonts of the brand, in one undoable step', () => {
  const before = poster('#ffffff', '#d9432f', '#ffffff');
  const { body, inverse } = applyBrand(before, brand);
  expect(body.pages['p']?.background).toBe('token:paper');
  expect(body.nodes['box']).toMatchObject({ fill: 'token:accent' });
  expect(body.nodes['title']).toMatchObject({
    fontFamily: 'token:heading',
    fontWeight: 700,
    colour: 'token:paper',
  });
  // White letters on the page that became paper could not be read any more.
  expect(body.nodes['small']).toMatchObject({ fontFamily: 'token:body', colour: 'token:ink' });
  expect(applyPatch(body, inverse)).toEqual(before);
});

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever the colours were, letters can be read and applying again changes nothing more', () => {
  fc.assert(
    fc.property(hex, hex, hex, (background, box, letters) => {
      const tokens = brandTokens(brand);
      const once = applyBrand(poster(background, box, letters), brand).body;
      expect(designSchema.safeParse(once).success).toBe(true);
      const ground = once.pages['p']?.background;
      const small = once.nodes['small'];
      if (typeof ground !== 'string' || small?.type !== 'text') throw new Error('a plain page with words');
      expect(contrastOf(resolveColour(small.colour, tokens), resolveColour(ground, tokens))).toBeGreaterThan(
        3,
      );
      expect(
        Object.values(once.nodes).every(
          (node) => node.type !== 'text' || node.fontFamily.startsWith('token:'),
        ),
      ).toBe(true);
    }),
  );
});
