import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankDesign, describeDesign } from '#shared/design/blank.ts';
import type { DesignRecord } from '#shared/domain/design-record.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import type { DesignContext } from './design-records.ts';
import { createDesign, designHistory, getDesign, saveDesign, setDesignsTrashed } from './designs.ts';
import { getVersion, listVersions, nameVersion, restoreVersion } from './versions.ts';

const minute = 60_000;
let studio: TestWorkspace;
let now: number;
let context: DesignContext;

beforeEach(() => {
  studio = createTestWorkspace();
  now = Date.parse('2026-11-22T08:00:00Z');
  context = {
    ...studio.context,
    clock: { now: () => new Date(now) },
    blankDesign,
    describeDesign,
    templateDocument: async () => blankDesign(100, 100),
  };
});
afterEach(() => studio.remove());

/** A design that can be told by its width. */
const state = (width: number) => blankDesign(width, 100);
const step = { patch: [1], inverse: [2] };

function save(
  design: DesignRecord,
  width: number,
  history?: { done: (typeof step)[]; undone: (typeof step)[] },
) {
  const { id, revision } = getDesign(context, design.id);
  return saveDesign(context, { id, revision, document: state(width), history });
}

const widths = (id: string) => listVersions(context, id).map(({ width }) => width);

describe('undo of the last session', () => {
  it('comes back after a restart with the state that it belongs to, and only with that', async () => {
    const design = await createDesign(context, { name: 'A', width: 100, height: 100 });
    const saved = save(design, 200, { done: [step, step], undone: [step] });
    studio.reopen();
    expect(designHistory(context, design.id)).toEqual({
      revision: saved.revision,
      done: [step, step],
      undone: [step],
    });
    const later = save(design, 300);
    expect(designHistory(context, design.id)).toEqual({ revision: later.revision, done: [], undone: [] });
  });

  it('is not written with a save that fails, and outlives the trash', async () => {
    const design = await createDesign(context, { name: 'A', width: 100, height: 100 });
    save(design, 200, { done: [step], undone: [] });
    const stale = { id: design.id, revision: 1, document: state(300), history: { done: [], undone: [] } };
    expect(() => saveDesign(context, stale)).toThrow(expect.objectContaining({ code: 'conflict' }));
    setDesignsTrashed(context, [design.id], true);
    setDesignsTrashed(context, [design.id], false);
    expect(designHistory(context, design.id)).toMatchObject({ revision: 4, done: [step] });
  });
});

describe('versions', () => {
  it('keeps the state before a save when the last one is ten minutes old', async () => {
    const design = await createDesign(context, { name: 'A', width: 100, height: 100 });
    save(design, 101);
    now += 9 * minute;
    save(design, 102);
    expect(widths(design.id)).toEqual([100]);
    now += minute;
    save(design, 103);
    expect(widths(design.id)).toEqual([102, 100]);
    expect(listVersions(context, design.id)[0]).toMatchObject({
      name: '',
      height: 100,
      pages: 1,
      thumbnail: expect.stringMatching(/^version\//),
    });
  });

  it('restores a state and keeps the one before', async () => {
    const design = await createDesign(context, { name: 'A', width: 100, height: 100 });
    const named = nameVersion(context, { id: design.id, name: 'First' });
    save(design, 200, { done: [step], undone: [] });
    const restored = restoreVersion(context, { id: design.id, version: named.id });
    expect(restored).toMatchObject({ width: 100, revision: 3, document: state(100) });
    expect(widths(design.id)).toEqual([200, 100]);
    expect(designHistory(context, design.id)).toMatchObject({ done: [], undone: [] });
    expect(getVersion(context, { id: design.id, version: named.id })).toEqual({ document: state(100) });
  });

  it('belongs to one design', async () => {
    const design = await createDesign(context, { name: 'A', width: 100, height: 100 });
    const other = await createDesign(context, { name: 'B', width: 100, height: 100 });
    const version = nameVersion(context, { id: design.id, name: 'Mine' }).id;
    for (const call of [getVersion, restoreVersion]) {
      expect(() => call(context, { id: other.id, version })).toThrow(
        expect.objectContaining({ code: 'not-found' }),
      );
    }
  });

  it('loses no named one, whatever is saved, restored and awaited', async () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('save' as const), width: fc.integer({ min: 16, max: 4000 }) }),
      fc.record({ kind: fc.constant('name' as const) }),
      fc.record({ kind: fc.constant('restore' as const), which: fc.nat(30) }),
      fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat(3000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const design = await createDesign(context, { name: 'A', width: 100, height: 100 });
        const named = new Map<string, number>();
        let width = 100;
        for (const each of actions) {
          if (each.kind === 'wait') now += each.minutes * minute;
          else if (each.kind === 'save') ({ width } = save(design, each.width));
          else if (each.kind === 'name')
            named.set(nameVersion(context, { id: design.id, name: 'Keep' }).id, width);
          else {
            const versions = listVersions(context, design.id);
            const version = versions[each.which % Math.max(1, versions.length)];
            if (!version) continue;
            const before = width;
            ({ width } = restoreVersion(context, { id: design.id, version: version.id }));
            expect(width).toBe(version.width);
            expect(widths(design.id)[0]).toBe(before);
          }
        }
        const kept = new Map(listVersions(context, design.id).map((version) => [version.id, version.width]));
        for (const [id, of] of named) expect(kept.get(id)).toBe(of);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
