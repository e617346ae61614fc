import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designFormat, emptyDesign } from '#shared/design/document.ts';
import { designJsonSchema } from '#shared/design/schema.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import fixture from '#shared/documents/fixtures/design-1.json' with { type: 'json' };

function withNode(id: string, value: unknown): unknown {
  return { ...fixture, body: { ...fixture.body, nodes: { ...fixture.body.nodes, [id]: value } } };
}

describe('the design document', () => {
  test('version 1 opens without a note and is written back as version 2', () => {
    const read = readDocument(designFormat, fixture);
    expect(read.notes).toEqual([]);
    expect(writeDocument(designFormat, read.body, read.unknownKeys)).toEqual({ ...fixture, version: 2 });
  });

  test('a new design is sound', () => {
    const saved = writeDocument(designFormat, emptyDesign(900, 383, 'p'));
    expect(readDocument(designFormat, saved).notes).toEqual([]);
  });

  test('a broken field gets its default, the rest of the layer stays', () => {
    const read = readDocument(designFormat, withNode('t', { ...fixture.body.nodes.t, fontSize: 'big' }));
    expect(read.body.nodes.t).toMatchObject({ fontSize: 48, text: '你好，Galley', bind: 'title' });
    expect(read.notes).toHaveLength(1);
  });

  test('a layer of an unknown type is set aside but stays in the file', () => {
    const read = readDocument(designFormat, withNode('h', { id: 'h', type: 'hologram', depth: 3 }));
    expect(read.body.nodes.h).toBeUndefined();
    expect(read.body.unreadableNodes).toEqual({ h: { id: 'h', type: 'hologram', depth: 3 } });
  });

  test('a lost parent puts the layer on the page', () => {
    const read = readDocument(designFormat, withNode('t', { ...fixture.body.nodes.t, parentId: 'gone' }));
    expect(read.body.nodes.t?.parentId).toBeNull();
  });

  test('whatever stands in the body, the result is valid or a clear refusal', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('text', 'group', 'p1', 'g', 0, null));
    const node = fc.dictionary(
      fc.constantFrom('id', 'type', 'pageId', 'parentId', 'order', 'x', 'width', 'points', 'crop', 'text'),
      value,
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('g', 't', 'n', 'm'), node),
        fc.jsonValue(),
        (nodes, pages) => {
          const read = readDocument(designFormat, {
            kind: 'design',
            version: 1,
            body: { width: 100, height: 100, pages, nodes: { ...fixture.body.nodes, ...nodes } },
          });
          expect(Object.keys(read.body.pages).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('the JSON Schema names every layer type', () => {
    const text = JSON.stringify(designJsonSchema());
    for (const type of ['text', 'image', 'rectangle', 'ellipse', 'line', 'group'])
      expect(text).toContain(`"${type}"`);
  });
});
