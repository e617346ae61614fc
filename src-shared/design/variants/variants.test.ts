import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { addNodes, applyPatch, removeNodes, updateNodes } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import { bodyForFormat, bodyOfVariant } from '#shared/design/variants/derive.ts';
import {
  addVariants,
  clearOverride,
  markReviewed,
  moveVariant,
  removeVariant,
  variantsInOrder,
} from '#shared/design/variants/edits.ts';
import { variantState } from '#shared/design/variants/review.ts';
import { writeBack } from '#shared/design/variants/write-back.ts';

const place = { pageId: 'p', order: '' };

function master(): DesignBody {
  const nodes: DesignNode[] = [
    { ...rectangleDefaults, ...place, id: 'back', x: 0, y: 0, width: 1080, height: 1350 },
    { ...rectangleDefaults, ...place, id: 'band', x: 0, y: 1100, width: 1080, height: 250 },
    { ...textDefaults, ...place, id: 'title', text: 'Slowly', x: 90, y: 200, width: 700, height: 120 },
    { ...textDefaults, ...place, id: 'small', text: 'the sea', x: 90, y: 500, width: 500, height: 60 },
  ];
  const body = addNodes(emptyDesign(1080, 1350, 'p'), nodes).body;
  return addVariants(body, [
    { id: 'story', format: 'instagram/story', name: '', width: 1080, height: 1920 },
    { id: 'wide', format: 'x/post', name: '', width: 1600, height: 900 },
    { id: 'free', format: '', name: 'Poster', width: 700, height: 700 },
  ]).body;
}

function inSize(body: DesignBody, id: string): DesignBody {
  const own = bodyOfVariant(body, id);
  if (!own) throw new Error(`no size ${id}`);
  return own.body;
}

const someFields: fc.Arbitrary<Partial<DesignNode>> = fc.oneof(
  fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) }),
  fc.record({ opacity: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth / 10) }),
  fc.record({ rotation: fc.integer({ min: 1, max: 359 }) }),
  fc.record({ name: fc.string({ minLength: 1, maxLength: 8 }) }),
);
const someLayer = fc.constantFrom('title', 'small', 'band');

describe('linked sizes', () => {
  test('what is edited in a size is what that size shows, and no other, and one patch undoes it', () => {
    fc.assert(
      fc.property(someLayer, someFields, (layer, fields) => {
        const body = master();
        const edited = updateNodes(inSize(body, 'story'), { [layer]: fields }).body;
        const written = writeBack(body, 'story', edited);
        expect(inSize(written.body, 'story').nodes[layer]).toMatchObject(fields);
        expect(written.body.nodes).toBe(body.nodes);
        expect(inSize(written.body, 'wide')).toEqual(inSize(body, 'wide'));
        expect(designSchema.safeParse(written.body).success).toBe(true);
        expect(applyPatch(written.body, written.inverse)).toEqual(body);
      }),
      { numRuns: 60 },
    );
  });

  test('the master flows into every field without an override; an overridden field never moves', () => {
    fc.assert(
      fc.property(someLayer, someFields, fc.string({ maxLength: 12 }), (layer, fields, words) => {
        const body = master();
        const own = { rotation: 17.5 };
        const edited = updateNodes(inSize(body, 'wide'), { [layer]: own }).body;
        const written = writeBack(body, 'wide', edited).body;
        const later = updateNodes(updateNodes(written, { [layer]: fields }).body, {
          title: { text: words, colour: '#123456' },
        }).body;
        const seen = inSize(later, 'wide').nodes;
        expect(seen[layer]?.rotation).toBe(17.5);
        expect(seen['title']).toMatchObject({ text: words, colour: '#123456' });
        const { rotation: _kept, x: _x, y: _y, ...flowing } = { rotation: 0, x: 0, y: 0, ...fields };
        expect(seen[layer]).toMatchObject(flowing);
        expect(inSize(later, 'story').nodes['title']).toMatchObject({ text: words, colour: '#123456' });
      }),
      { numRuns: 60 },
    );
  });

  test('clearing an override brings the master back', () => {
    fc.assert(
      fc.property(someLayer, someFields, (layer, fields) => {
        const body = master();
        const edited = updateNodes(inSize(body, 'wide'), { [layer]: fields }).body;
        const written = writeBack(body, 'wide', edited).body;
        expect(inSize(clearOverride(written, 'wide', layer).body, 'wide')).toEqual(inSize(body, 'wide'));
        const [field] = Object.keys(written.variants?.['wide']?.overrides[layer] ?? {});
        if (field === undefined) return;
        const one = clearOverride(written, 'wide', layer, field).body;
        const value = (seen: DesignBody): unknown =>
          new Map(Object.entries(seen.nodes[layer] ?? {})).get(field);
        expect(value(inSize(one, 'wide'))).toEqual(value(inSize(body, 'wide')));
      }),
      { numRuns: 60 },
    );
  });

  test('a layer added in a size waits hidden in the master and goes with it', () => {
    const body = master();
    const added: DesignNode = {
      ...rectangleDefaults,
      ...place,
      id: 'sticker',
      x: 40,
      y: 60,
      width: 90,
      height: 90,
    };
    const edited = addNodes(inSize(body, 'story'), [added]).body;
    const written = writeBack(body, 'story', edited).body;
    expect(written.nodes['sticker']).toMatchObject({ hidden: true });
    expect(inSize(written, 'story').nodes['sticker']).toMatchObject({
      x: 40,
      y: 60,
      width: 90,
      hidden: false,
    });
    expect(inSize(written, 'wide').nodes['sticker']).toMatchObject({ hidden: true });
    const again = writeBack(written, 'story', removeNodes(inSize(written, 'story'), ['sticker']).body).body;
    expect(again.nodes['sticker']).toBeUndefined();
    expect(removeVariant(written, 'story').body.nodes['sticker']).toBeUndefined();
  });

  test('a layer taken away in a size is only hidden there; an absent field stays absent', () => {
    const body = updateNodes(master(), { title: { blur: 4 } }).body;
    const without = writeBack(body, 'wide', removeNodes(inSize(body, 'wide'), ['small']).body).body;
    expect(inSize(without, 'wide').nodes['small']?.hidden).toBe(true);
    expect(inSize(without, 'story').nodes['small']?.hidden).toBe(false);
    const { blur: _blur, ...sharp } = inSize(body, 'wide').nodes['title'] ?? {};
    const seen = inSize(body, 'wide');
    const edited = { ...seen, nodes: { ...seen.nodes, title: sharp as DesignNode } };
    expect(inSize(writeBack(body, 'wide', edited).body, 'wide').nodes['title']).not.toHaveProperty('blur');
  });

  test('unknown fields of layers, sizes and the document survive', () => {
    const body = master();
    const future = {
      ...body,
      futureBody: 1,
      nodes: { ...body.nodes, title: { ...body.nodes['title'], future: [1, 2] } as DesignNode },
      variants: { ...body.variants, wide: { ...body.variants?.['wide'], futureSize: 'x' } },
    } as DesignBody;
    const edited = updateNodes(inSize(future, 'wide'), { title: { opacity: 0.5 } }).body;
    const written = writeBack(future, 'wide', edited).body;
    expect(written).toMatchObject({
      futureBody: 1,
      nodes: { title: { future: [1, 2] } },
      variants: { wide: { futureSize: 'x', overrides: { title: { opacity: 0.5 } } } },
    });
    expect(inSize(written, 'wide').nodes['title']).toMatchObject({ future: [1, 2] });
  });

  test('a review counts until the result changes', () => {
    const body = master();
    expect(variantState(body, 'wide')).toBe('fresh');
    const reviewed = markReviewed(body, 'wide').body;
    expect(variantState(reviewed, 'wide')).toBe('reviewed');
    expect(variantState(updateNodes(reviewed, { title: { text: 'Other' } }).body, 'wide')).toBe('fresh');
    const edited = updateNodes(inSize(body, 'wide'), { title: { opacity: 0.5 } }).body;
    expect(variantState(writeBack(body, 'wide', edited).body, 'wide')).toBe('overridden');
  });

  test('a format takes its linked size, scaled when its px differ; others take the master', () => {
    const body = master();
    const edited = updateNodes(inSize(body, 'wide'), { title: { rotation: 9 } }).body;
    const written = writeBack(body, 'wide', edited).body;
    const rotation = (design: DesignBody): number | undefined => design.nodes['title']?.rotation;
    expect(rotation(bodyForFormat(written, 'x/post', 1600, 900).body)).toBe(9);
    expect(bodyForFormat(written, 'x/post', 800, 450).body).toMatchObject({ width: 800, height: 450 });
    expect(rotation(bodyForFormat(written, 'x/post', 800, 450).body)).toBe(9);
    expect(rotation(bodyForFormat(written, 'x/post', 1080, 1080).body)).toBe(0);
    expect(rotation(bodyForFormat(written, 'bilibili/post', 1600, 900).body)).toBe(0);
  });

  test('sizes keep the order they are given', () => {
    const body = moveVariant(master(), 'free', 0).body;
    expect(variantsInOrder(body).map((each) => each.id)).toEqual(['free', 'story', 'wide']);
  });
});
