import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import type { Edit } from '#shared/design/operations.ts';
import {
  addNodes,
  applyPatch,
  duplicateNodes,
  groupNodes,
  moveNodes,
  removeNodes,
  reorderNode,
  ungroupNode,
  updateNodes,
} from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import { childrenOf, paintOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import fixture from '#shared/documents/fixtures/design-1.json' with { type: 'json' };

const start = readDocument(designFormat, fixture).body;

function painted(body: DesignBody): string[] {
  return paintOrder(body, 'p1').map((each) => each.node.id);
}

type Step = (body: DesignBody, pick: (place: number) => string, newId: () => string) => Edit;

const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.nat(7),
    places: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    by: fc.integer({ min: -1000, max: 1000 }),
  })
  .map(({ kind, places, by }) => (body, pick, newId) => {
    const ids = places.map(pick);
    const first = ids[0] ?? '';
    if (kind === 0) {
      const id = newId();
      return addNodes(body, [{ ...rectangleDefaults, id, pageId: 'p1', order: '' }]);
    }
    if (kind === 1) return updateNodes(body, { [first]: { x: by, name: `n${by}` } });
    if (kind === 2) return removeNodes(body, ids);
    if (kind === 3) return moveNodes(body, ids, by, -by);
    if (kind === 4)
      return reorderNode(
        body,
        first,
        (['front', 'back', 'forward', 'backward'] as const)[places.length - 1] ?? 'front',
      );
    if (kind === 5) return groupNodes(body, ids, newId());
    if (kind === 6) return ungroupNode(body, first);
    return duplicateNodes(body, ids, newId);
  });

describe('operations', () => {
  test('any sequence keeps the design valid, and all undone equals the start; redone, the end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let count = 0;
        const newId = (): string => `new-${(count += 1)}`;
        let body = start;
        const edits: Edit[] = [];
        for (const each of steps) {
          const ids = Object.keys(body.nodes);
          const made = each(body, (place) => ids[place % Math.max(1, ids.length)] ?? '', newId);
          expect(applyPatch(body, made.patch)).toEqual(made.body);
          body = made.body;
          edits.push(made);
        }
        const valid = designSchema.safeParse(body);
        expect(valid.error?.issues ?? []).toEqual([]);
        const undone = edits.reduceRight((current, each) => applyPatch(current, each.inverse), body);
        expect(undone).toEqual(start);
        expect(edits.reduce((current, each) => applyPatch(current, each.patch), undone)).toEqual(body);
      }),
    );
  });

  test('grouping and ungrouping moves nothing and keeps the painting order', () => {
    const grouped = groupNodes(start, ['l', 'e'], 'new').body;
    expect(painted(grouped)).toEqual(['t', 'r', 'e', 'l', 'i']);
    expect(grouped.nodes.e).toMatchObject({ x: 60, y: 300, parentId: 'new' });
    expect(painted(ungroupNode(grouped, 'new').body)).toEqual(painted(start));
  });

  test('reordering', () => {
    expect(painted(reorderNode(start, 'r', 'front').body).at(-1)).toBe('r');
    expect(painted(reorderNode(start, 'i', 'back').body)[0]).toBe('i');
    expect(painted(reorderNode(start, 'e', 'forward').body)).toEqual(['t', 'r', 'l', 'e', 'i']);
  });

  test('removing the last layer of a group removes the group', () => {
    expect(removeNodes(start, ['t']).body.nodes.g).toBeUndefined();
  });

  test('a copy lies right in front of its original, with everything inside it', () => {
    let count = 0;
    const copied = duplicateNodes(start, ['g'], () => `copy-${(count += 1)}`).body;
    expect(childrenOf(copied, 'p1', null).map((node) => node.id)).toEqual([
      'g',
      'copy-1',
      'r',
      'e',
      'l',
      'i',
    ]);
    expect(childrenOf(copied, 'p1', 'copy-1')[0]).toMatchObject({ type: 'text', x: 64, bind: 'title' });
  });

  test('the body given is not touched', () => {
    const before = structuredClone(start);
    moveNodes(start, ['g', 'r'], 5, 5);
    removeNodes(start, ['r']);
    expect(start).toEqual(before);
  });
});
