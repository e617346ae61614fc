import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes, edit } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { patchBetween } from './patch-between.ts';

const body: fc.Arbitrary<DesignBody> = fc
  .record({
    width: fc.integer({ min: 1, max: 3 }),
    layers: fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), x: fc.integer({ min: 0, max: 2 }) }),
      { selector: ({ id }) => id },
    ),
    colour: fc.constantFrom('#ffffff', '#000000'),
    bleed: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    sizes: fc.uniqueArray(fc.constantFrom('one', 'two')),
  })
  .map(({ width, layers, colour, bleed, sizes }) => {
    const blank = emptyDesign(width, 100, 'page-1');
    const page = blank.pages['page-1'];
    return addNodes(
      {
        ...blank,
        pages: page ? { 'page-1': { ...page, background: colour } } : blank.pages,
        ...(bleed === undefined ? {} : { bleed }),
        // A design without sizes has no table of them.
        ...(sizes.length === 0
          ? {}
          : {
              variants: Object.fromEntries(
                sizes.map((id) => [
                  id,
                  {
                    id,
                    format: '',
                    name: '',
                    width,
                    height: 1,
                    order: 'a',
                    overrides: {},
                    backgrounds: {},
                    reviewed: null,
                  },
                ]),
              ),
            }),
      },
      layers.map(({ id, x }) => ({ ...rectangleDefaults, id, pageId: 'page-1', order: '', x })),
    ).body;
  });

test('leads from any state to any other and back, and changes nothing between equal ones', () => {
  fc.assert(
    fc.property(body, body, (from, to) => {
      const made = edit(from, patchBetween(from, to));
      expect(made.body).toEqual(to);
      expect(edit(made.body, made.inverse).body).toEqual(from);
      expect(patchBetween(from, structuredClone(from))).toEqual([]);
    }),
  );
});
