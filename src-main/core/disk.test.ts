import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freePath } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'galley-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('numbers names that are taken', async () => {
  mkdirSync(join(folder, 'Poster'));
  writeFileSync(join(folder, 'cut.mp4'), '');
  expect(basename(await freePath(folder, 'Poster'))).toBe('Poster (2)');
  expect(basename(await freePath(folder, 'cut', 'mp4'))).toBe('cut (2).mp4');
});

it('never leaves the folder, whatever a design or post is called', async () => {
  for (const name of ['../evil', 'a/b', '..', 'C:\\x', '/etc/passwd', '']) {
    const path = await freePath(folder, name);
    expect(dirname(path), name).toBe(folder);
    expect(path, name).not.toBe(folder);
  }
});
