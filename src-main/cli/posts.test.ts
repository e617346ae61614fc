import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askGalley } from './testing/galley.ts';

let folder = '';

const galley = <T>(...words: string[]) => askGalley<T>(folder, words);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-posts-'));
  galley('workspace', 'init', '--workspace', 'team', '--name', 'Team');
  writeFileSync(
    join(folder, 'plan.csv'),
    'Words,When,Where\nSpring sale,03/04/2026 10:00,x\nOpen day,05/06/2026 11:30,weibo\nTotal,,2\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = [
  'posts',
  'import',
  'plan.csv',
  '--workspace',
  'team',
  '--map',
  'Words=body,When=date,Where=platform',
];

it('asks for the order of dates, says what would happen, and imports once', () => {
  expect(galley(...words)).toMatchObject({ code: 2, document: { error: { code: 'invalid-input' } } });
  const dry = galley(...words, '--date-order', 'dmy', '--zone', 'Europe/Berlin', '--dry-run');
  expect(dry).toMatchObject({
    code: 3,
    document: { dryRun: true, rows: 3, imported: 2, refused: [{ row: 4 }] },
  });
  expect(galley('workspace', 'stats', '--workspace', 'team').document).toMatchObject({ posts: 0 });
  const first = galley(...words, '--date-order', 'dmy', '--zone', 'Europe/Berlin');
  expect(first).toMatchObject({ code: 3, document: { rows: 3, imported: 2, updated: 0 } });
  const again = galley(...words, '--date-order', 'dmy', '--zone', 'Europe/Berlin');
  expect(again.document).toMatchObject({ imported: 0, updated: 0, same: 2 });
});

it('writes the plan as a file and never over one', () => {
  const out = ['posts', 'export', '--workspace', 'team', '-o', 'plan.ics', '--alarm', '10'];
  expect(galley(...out)).toMatchObject({ code: 0, document: { rows: 2 } });
  const text = readFileSync(join(folder, 'plan.ics'), 'utf8');
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260403T100000');
  expect(text).toContain('TRIGGER:-PT10M');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(galley(...out)).toMatchObject({ code: 1, document: { error: { code: 'conflict' } } });
  expect(galley('posts', 'import', 'plan.ics', '--workspace', 'team')).toMatchObject({
    code: 0,
    document: { same: 2 },
  });
});

it('restores a backup into a new folder and nowhere else', () => {
  const { document } = galley<{ path: string }>('workspace', 'backup', '--workspace', 'team');
  const restored = galley('workspace', 'restore', '--workspace', 'copy', '--from', document.path);
  expect(restored).toMatchObject({ code: 0, document: { missing: 0 } });
  expect(existsSync(join(folder, 'copy', 'workspace.db'))).toBe(true);
  expect(galley('workspace', 'stats', '--workspace', 'copy').document).toMatchObject({ posts: 2 });
  const twice = galley('workspace', 'restore', '--workspace', 'copy', '--from', document.path);
  expect(twice).toMatchObject({ code: 1, document: { error: { code: 'conflict' } } });
  writeFileSync(join(folder, 'none.db'), 'no database');
  const wrong = galley('workspace', 'restore', '--workspace', 'other', '--from', 'none.db');
  expect(wrong).toMatchObject({ code: 2, document: { error: { code: 'unreadable-file' } } });
});
