import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryPrefix, writeAtomically } from './atomic.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-atomic-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeAtomically', () => {
  it('writes a new file into a new folder and hands back what produce answered', async () => {
    const target = join(folder, 'new', 'post.jpg');
    const seen: string[] = [];
    const answer = await writeAtomically(target, async (path) => {
      seen.push(path);
      await writeFile(path, 'pixels');
      return 6;
    });
    expect(answer).toBe(6);
    expect(readFileSync(target, 'utf8')).toBe('pixels');
    expect(seen[0]).toContain(temporaryPrefix);
    expect(seen[0]).toMatch(/\.jpg$/);
    expect(readdirSync(join(folder, 'new'))).toEqual(['post.jpg']);
  });

  it('keeps an existing file unless forced', async () => {
    const target = join(folder, 'a.txt');
    await writeFile(target, 'old');
    await expect(writeAtomically(target, (path) => writeFile(path, 'new'))).rejects.toMatchObject({
      code: 'invalid-input',
      sentence: { en: expect.stringContaining('--force') as string },
    });
    expect(readFileSync(target, 'utf8')).toBe('old');
    await writeAtomically(target, (path) => writeFile(path, 'new'), { force: true });
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('keeps a file that appears while it works', async () => {
    const target = join(folder, 'a.txt');
    const late = writeAtomically(target, async (path) => {
      await writeFile(path, 'ours');
      await writeFile(target, 'theirs');
    });
    await expect(late).rejects.toMatchObject({ code: 'invalid-input' });
    expect(readFileSync(target, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('leaves nothing and the old file untouched when produce fails', async () => {
    const target = join(folder, 'a.txt');
    await writeFile(target, 'old');
    const failing = writeAtomically(
      target,
      async (path) => {
        await writeFile(path, 'half');
        throw new Error('decoder broke');
      },
      { force: true },
    );
    await expect(failing).rejects.toThrow('decoder broke');
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(readFileSync(target, 'utf8')).toBe('old');
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full (needs /dev/full)', async () => {
    const full = writeAtomically(join(folder, 'a.txt'), () => writeFile('/dev/full', 'x'));
    await expect(full).rejects.toMatchObject({ code: 'disk-full' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
