import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const entry = join(import.meta.dirname, 'main.ts');
let folder = '';

function galley(...words: string[]): { code: number | null; text: string } {
  const done = spawnSync(process.execPath, [entry, ...words, '--workspace', 'team', '--quiet'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GALLEY_HOME: join(folder, 'home'),
      GALLEY_DOCUMENTS: join(folder, 'documents'),
      LANG: 'en_GB.UTF-8',
      LC_ALL: '',
    },
  });
  return { code: done.status, text: done.stdout };
}

function answer(...words: string[]): { code: number | null; document: unknown } {
  const { code, text } = galley(...words, '--json');
  return { code, document: JSON.parse(text) };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-metrics-'));
  galley('workspace', 'init', '--name', 'Team');
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
  const { text } = galley('metrics', 'report', '--zone', 'Asia/Shanghai', '--lang', 'zh');
  expect(text).toContain('互动率');
  expect(text).toContain('合计');
  expect(text).toContain('2026-02-03T10:00  1,200  Bread');
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
