import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import fixture from '#shared/design/fixtures/design-v1.json' with { type: 'json' };
import { layers } from '#shared/design/layers/registry.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { deepestNesting } from '#shared/design/schema.ts';
import { arbitraryDesign } from '#shared/design/testing/arbitrary-design.ts';
import { arbitraryLayerTypes, unknownFields } from '#shared/design/testing/arbitrary-layers.ts';
import { paintOrder } from '#shared/design/tree.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';

/** As it comes back from a file. */
const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a design of version 1', () => {
  test('opens without a note, keeps what it does not know, and is saved as version 2', () => {
    const read = readDocument(designFormat, fixture);
    expect(read).toMatchObject({ notes: [], readOnly: null, savedVersion: 1 });
    const written = throughText(writeDocument(designFormat, read.body, read.unknownKeys));
    expect(written).toEqual({ ...fixture, version: 2 });
  });

  test('has one layer of each type that version 1 had', () => {
    const types = new Set(Object.values(fixture.body.nodes).map(({ type }) => type));
    expect([...types].toSorted()).toEqual(['ellipse', 'group', 'image', 'line', 'rectangle', 'text']);
  });
});

test('a design of a newer version can be looked at but not saved, and says so', () => {
  const read = readDocument(designFormat, { ...fixture, version: 3 });
  expect(read.readOnly?.en).toContain('newer Galley');
  expect(read.readOnly?.zh).toContain('更新版本');
  expect(Object.keys(read.body.nodes)).toEqual(Object.keys(fixture.body.nodes));
});

describe('round trip', () => {
  test('the arbitrary design knows every layer type', () => {
    expect(arbitraryLayerTypes.toSorted()).toEqual(Object.keys(layers).toSorted());
  });

  test('every design comes back as it was, with the fields that Galley does not know', () => {
    fc.assert(
      fc.property(arbitraryDesign(), unknownFields, (body, unknownKeys) => {
        const saved = throughText(writeDocument(designFormat, body, unknownKeys));
        const read = readDocument(designFormat, saved);
        expect(read.notes).toEqual([]);
        expect(read.unknownKeys).toEqual(unknownKeys);
        expect(read.body).toEqual(body);
        expect(throughText(writeDocument(designFormat, read.body, read.unknownKeys))).toEqual(saved);
      }),
    );
  });
});

/** A value somewhere in a body is replaced by something else. */
interface Damage {
  where: number;
  value: unknown;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  where: fc.nat(),
  value: fc.oneof(
    fc.constantFrom<unknown>(null, -1, 1e12, '', 'constructor', '__proto__', true, [], {}, [{}], undefined),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

/** Every place below a value, as the path to it. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [...path, key],
    ...placesIn(Reflect.get(value, key), [...path, key]),
  ]);
}

function damaged(body: DesignBody, { where, value }: Damage): { body: unknown; path: string[] } {
  const copy: unknown = throughText(body);
  const places = placesIn(copy);
  const path = places[where % places.length] ?? [];
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
  Reflect.set(Object(holder), path.at(-1) ?? '', value);
  return { body: copy, path };
}

describe('repair', () => {
  test('whatever single value is damaged, the design opens and every other layer is as it was', () => {
    fc.assert(
      fc.property(arbitraryDesign(), damage, (body, hurt) => {
        const { body: saved, path } = damaged(body, hurt);
        const read = readDocument(designFormat, { kind: 'design', version: 2, body: saved });
        const [table, id] = path;
        // A damaged page or group is also felt by what lies on or in it.
        if (table === 'pages' || path.length < 3) return;
        for (const node of Object.values(body.nodes)) {
          if (table === 'nodes' && (node.id === id || node.parentId !== null)) continue;
          expect(read.body.nodes[node.id]).toEqual(node);
        }
        if (table !== 'variants') expect(read.body.variants).toEqual(body.variants);
      }),
      { numRuns: 400 },
    );
  });

  const open = (change: object, nodes: object = {}) =>
    readDocument(designFormat, {
      kind: 'design',
      version: 2,
      body: { ...fixture.body, ...change, nodes: { ...fixture.body.nodes, ...nodes } },
    });

  test.each([
    ['bleed', { bleed: -5 }],
    ['margins', { safeArea: 'wide' }],
    ['grid', { grid: [] }],
    ['sizes', { variants: [1, 2] }],
  ])('damaged %s go, everything else stays', (_, change) => {
    const { body, notes } = open(change);
    expect(body).toEqual(fixture.body);
    expect(notes).toHaveLength(1);
  });

  test('of guides, runs and looks only the damaged ones go', () => {
    const good = { id: 'g1', axis: 'x', at: 40 };
    const { title, photo } = fixture.body.nodes;
    const run = { start: 0, end: 3, fontWeight: 400 };
    const { body, notes } = open(
      { guides: [good, { id: 'g2', axis: 'z', at: 3 }], bleed: 12 },
      {
        title: { ...title, runs: [run, { start: 'x', end: 5 }] },
        photo: { ...photo, adjust: { exposure: 1e9, contrast: 20, futureGlow: 1 } },
      },
    );
    expect(body.guides).toEqual([good]);
    expect(body.bleed).toBe(12);
    expect(body.nodes['title']).toMatchObject({ text: 'THREE DAYS', runs: [run] });
    expect(body.nodes['photo']).toMatchObject({ adjust: { contrast: 20, futureGlow: 1 } });
    expect(notes).toHaveLength(3);
  });

  test('a damaged linked size keeps what it can; one without a size is left out', () => {
    const size = { format: '', name: 'Square', width: 300, height: 300, order: 'a0', backgrounds: {} };
    const overrides = { title: { x: 5 }, photo: 'moved' };
    const { body } = open({
      variants: {
        kept: { ...size, overrides, reviewed: 7, futureMark: 1 },
        lost: { ...size, overrides: {}, reviewed: null, width: 'wide' },
      },
    });
    expect(Object.keys(body.variants ?? {})).toEqual(['kept']);
    expect(body.variants?.['kept']).toMatchObject({
      name: 'Square',
      overrides: { title: { x: 5 } },
      reviewed: null,
      futureMark: 1,
    });
  });

  test('names of things that every object has are neither pages nor groups', () => {
    const { title } = fixture.body.nodes;
    const { body } = open({}, { title: { ...title, pageId: 'constructor', parentId: 'toString' } });
    expect(body.nodes['title']).toMatchObject({ pageId: 'front', parentId: null });
  });

  test('groups in circles and groups without end are opened up', () => {
    const { band } = fixture.body.nodes;
    const depth = 20_000;
    const nest = Object.fromEntries(
      Array.from({ length: depth }, (_, index) => [
        `g${index}`,
        { ...band, id: `g${index}`, parentId: index === 0 ? null : `g${index - 1}`, maskId: `g${index}` },
      ]),
    );
    const circle = { a: { ...band, id: 'a', parentId: 'b' }, b: { ...band, id: 'b', parentId: 'a' } };
    const { body } = open({}, { ...nest, ...circle });
    expect(Object.keys(body.nodes)).toHaveLength(Object.keys(fixture.body.nodes).length + depth + 2);
    const depthOf = (id: string): number => {
      const parentId = body.nodes[id]?.parentId ?? null;
      return parentId === null ? 0 : 1 + depthOf(parentId);
    };
    expect(Math.max(...Object.keys(nest).map(depthOf))).toBeLessThanOrEqual(deepestNesting);
    expect(paintOrder(body, 'front').map(({ node }) => node.id)).toContain('title');
  });
});
