import fc from 'fast-check';
import type { DesignBody } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import { anyLayer, fill, unknownFields, whole } from '#shared/design/testing/arbitrary-layers.ts';

const margins = fc.record({
  top: whole(0, 99),
  right: whole(0, 99),
  bottom: whole(0, 99),
  left: whole(0, 99),
});
const guides = fc.array(
  fc.record({
    id: fc.constantFrom('g1', 'g2', 'g3'),
    axis: fc.constantFrom('x' as const, 'y' as const),
    at: whole(-50, 2000),
  }),
  { maxLength: 3 },
);

const overrides = fc.dictionary(
  fc.constantFrom('n0', 'n1', 'n2', 'gone'),
  fc.record(
    {
      x: whole(-99, 999),
      hidden: fc.boolean(),
      text: fc.constantFrom('Own words', ''),
      opacity: fc.constantFrom(0, 0.5, 1),
    },
    { requiredKeys: [] },
  ),
  { maxKeys: 3 },
);

const variant = fc
  .record(
    {
      format: fc.constantFrom('', 'instagram/portrait', 'nobody/knows'),
      name: fc.constantFrom('', 'Own size', '小红书'),
      width: whole(16, 2400),
      height: whole(16, 2400),
      overrides,
      backgrounds: fc.dictionary(fc.constantFrom('p0', 'gone'), fill, { maxKeys: 1 }),
      reviewed: fc.constantFrom(null, 'mark'),
      safe: fc.option(margins),
      guides,
    },
    { requiredKeys: ['format', 'name', 'width', 'height', 'overrides', 'backgrounds', 'reviewed'] },
  )
  .chain((fields) => unknownFields.map((unknown) => ({ ...unknown, ...fields })));

/** What decides where a layer lies; numbers choose among the pages and groups that there are. */
const place = fc.record({ page: fc.nat(9), parent: fc.option(fc.nat(9), { freq: 2 }) });

export interface ArbitraryDesignOptions {
  /** Default 8. */
  maxLayers?: number;
}

/**
 * Sound designs of every kind: one to three pages (`p0` …), layers of all types (`n0` …) in groups at any depth,
 * linked sizes (`v0` …), and fields that Galley does not know in every record. Valid by `designSchema`.
 */
export function arbitraryDesign({ maxLayers = 8 }: ArbitraryDesignOptions = {}): fc.Arbitrary<DesignBody> {
  const setup = fc.record(
    { bleed: whole(0, 60), safeArea: fc.option(margins), guides, grid: fc.option(whole(1, 100)) },
    { requiredKeys: [] },
  );
  const page = fc.record({ name: fc.constantFrom('', 'Front'), background: fill, unknown: unknownFields });
  return fc
    .record({
      width: whole(16, 2400),
      height: whole(16, 2400),
      setup,
      unknown: unknownFields,
      pages: fc.array(page, { minLength: 1, maxLength: 3 }),
      layers: fc.array(fc.tuple(anyLayer, place), { maxLength: maxLayers }),
      variants: fc.option(fc.array(variant, { minLength: 1, maxLength: 2 }), { freq: 2, nil: undefined }),
    })
    .map(({ width, height, setup: common, unknown, pages, layers, variants }) => {
      const body: Record<string, unknown> = { ...unknown, ...common, width, height };
      body['pages'] = Object.fromEntries(
        pages.map(({ unknown: more, ...fields }, index) => [
          `p${index}`,
          { ...more, ...fields, id: `p${index}`, order: `a${index}` },
        ]),
      );
      const nodes: Record<string, Record<string, unknown>> = {};
      for (const [index, [fields, { page: onPage, parent }]] of layers.entries()) {
        const pageId = `p${onPage % pages.length}`;
        // Only groups that stand before it: no circles.
        const groups = Object.values(nodes).filter(
          (node) => node['type'] === 'group' && node['pageId'] === pageId,
        );
        const parentId =
          parent === null ? null : (groups[parent % Math.max(1, groups.length)]?.['id'] ?? null);
        nodes[`n${index}`] = { ...fields, id: `n${index}`, pageId, parentId, order: `a${index}` };
      }
      body['nodes'] = nodes;
      if (variants) {
        body['variants'] = Object.fromEntries(
          variants.map((each, index) => [`v${index}`, { ...each, id: `v${index}`, order: `a${index}` }]),
        );
      }
      return designSchema.parse(body);
    });
}
