import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { type Connection, openConnection, type Parameters } from '../connection.ts';
import { createTestWorkspace, type TestWorkspace } from '../test-workspace.ts';
import { assetListSql } from './assets.ts';
import { mediaSql, textsSql } from './insight.ts';
import { densitySql, overdueSql, postListSql, rangeSql } from './posts.ts';

let studio: TestWorkspace;
let connection: Connection;

beforeAll(() => {
  studio = createTestWorkspace();
  connection = openConnection(join(studio.root, 'workspace.db'), false);
});
afterAll(() => {
  connection.close();
  studio.remove();
});

function plan(sql: string, parameters: Parameters): string[] {
  return connection
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
    .map(({ detail }) => detail);
}

const page = { limit: 200, offset: 0 };

describe('queries that must be fast', () => {
  it('plan.range looks up both kinds of times by index', () => {
    const steps = plan(rangeSql, { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' });
    expect(steps.join('\n')).toMatch(/SEARCH p USING INDEX posts_by_due \(due_at>\? AND due_at<\?\)/);
    expect(steps.join('\n')).toMatch(/SEARCH t USING INDEX targets_by_due \(due_at>\? AND due_at<\?\)/);
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  it('plan.density, plan.overdue and warnings look up both kinds of times by index', () => {
    const range = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
    const asked = [densitySql, mediaSql].map((sql) => plan(sql, range));
    for (const steps of [...asked, plan(overdueSql, { now: range.to, limit: 200 })]) {
      expect(steps.join('\n')).toMatch(/SEARCH (p|posts) USING INDEX posts_by_due \(due_at[<>]/);
      expect(steps.join('\n')).toMatch(/SEARCH (t|targets) USING INDEX targets_by_due \(due_at[<>]/);
    }
  });

  it('texts of posts are looked up by their ids', () => {
    const steps = plan(textsSql, { ids: '["a"]' }).join('\n');
    expect(steps).toMatch(/SEARCH posts USING INDEX \S+ \(id=\?\)/);
    expect(steps).not.toMatch(/SCAN posts/);
  });

  it.each([false, true])('posts.list reads in order, without sorting (trashed: %s)', (trashed) => {
    const { rows, parameters } = postListSql({ ...page, trashed, status: 'draft' });
    const steps = plan(rows, { ...parameters, ...page });
    expect(steps[0]).toBe(`SCAN p USING INDEX ${trashed ? 'posts_trashed' : 'posts_by_update'}`);
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  it('assets.list reads in order, without sorting', () => {
    const all = assetListSql({ ...page, trashed: false });
    expect(plan(all.rows, { ...all.parameters, ...page })).toEqual([
      'SCAN assets USING INDEX assets_by_creation',
    ]);
    const images = assetListSql({ ...page, trashed: false, kind: 'image' });
    expect(plan(images.rows, { ...images.parameters, ...page })).toEqual([
      'SEARCH assets USING INDEX assets_by_kind (kind=?)',
    ]);
  });

  it('search asks the full-text index', () => {
    const { rows, parameters } = postListSql({ ...page, trashed: false, search: '上新预告' });
    const steps = plan(rows, { ...parameters, ...page });
    expect(steps.join('\n')).toMatch(/SCAN post_search VIRTUAL TABLE INDEX \d+:M/);
  });
});
