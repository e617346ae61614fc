import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIsFresh, outputs } from './build-freshness.ts';

const root = mkdtempSync(join(tmpdir(), 'galley-fresh-'));
const put = (file: string, seconds: number) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), '');
  utimesSync(join(root, file), seconds, seconds);
};
beforeAll(() => put('src-main/host/x.ts', 1000));
afterAll(() => rmSync(root, { recursive: true }));

describe('buildIsFresh', () => {
  it('follows the files that go into the build', () => {
    expect(buildIsFresh(root)).toBe(false);
    for (const file of outputs) put(file, 2000);
    expect(buildIsFresh(root)).toBe(true);
    put('src-renderer/app/x.test.tsx', 3000);
    put('docs/x.md', 3000);
    expect(buildIsFresh(root)).toBe(true);
    for (const file of ['src-renderer/app/x.tsx', 'resources/platforms/x.json', 'electron.vite.config.ts']) {
      put(file, 3000);
      expect(buildIsFresh(root)).toBe(false);
      put(file, 1000);
      expect(buildIsFresh(root)).toBe(true);
    }
    rmSync(join(root, 'out/preload/preload.cjs'));
    expect(buildIsFresh(root)).toBe(false);
  });
});
