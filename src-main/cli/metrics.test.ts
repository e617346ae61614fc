import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askGalley, runGalley } from './testing/galley.ts';

let folder = '';

const inTeam = (words: string[]): string[] => [...words, '--workspace', 'team'];
const answer = (...words: string[]) => askGalley<unknown>(folder, inTeam(words));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-metrics-'));
  answer('workspace', 'init', '--name', 'Team');
  writeFileSync(
    join(folder, 'posts.csv'),
    'Post time,Caption,Permalink,Reach,Likes\n' +
      '2026-02-03 10:00,Bread,https://example.com/1,"1,200",60\n' +
      '2026-03-04 10:00,Cake,https://example.com/2,800,40\n' +
      'soon,Tart,https://example.com/3,10,1\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('brings results in once and says what came of the posts', () => {
  expect(answer('metrics', 'report')).toMatchObject({ code: 0, document: { sets: [] } });
  const words = ['metrics', 'import', 'posts.csv', '--platform', 'instagram', '--zone', 'Asia/Shanghai'];
  expect(answer(...words)).toMatchObject({
    code: 3,
    document: { rows: 3, added: 2, changed: 0, refused: [{ row: 4 }] },
  });
  expect(answer(...words)).toMatchObject({ document: { added: 0, same: 2 } });
  expect(answer('metrics', 'report', '--zone', 'Asia/Shanghai', '--from', '2026-03-01')).toMatchObject({
    code: 0,
    document: {
      zone: 'Asia/Shanghai',
      sets: [
        {
          ...{ platform: 'instagram', account: null, count: 1, reach: 800, rate: 0.05 },
          top: [{ title: 'Cake', local: '2026-03-04T10:00' }],
        },
      ],
    },
  });
  const report = inTeam(['metrics', 'report', '--zone', 'Asia/Shanghai', '--lang', 'zh']);
  const { out } = runGalley(folder, report);
  expect(out).toContain('互动率');
  expect(out).toContain('合计');
  expect(out).toContain('2026-02-03T10:00  1,200  Bread');
});

it('asks whose results they are, and names what there is', () => {
  expect(answer('metrics', 'import', 'posts.csv')).toMatchObject({
    code: 2,
    document: { error: { code: 'invalid-input' } },
  });
  expect(answer('metrics', 'import', 'posts.csv', '--account', 'Nobody')).toMatchObject({
    code: 2,
    document: { error: { message: expect.stringContaining('Nobody') as string } },
  });
  expect(answer('metrics', 'report', '--platform', 'nowhere').code).toBe(2);
  expect(answer('metrics', 'report', '--from', 'yesterday').code).toBe(2);
});
