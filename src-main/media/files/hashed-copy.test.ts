import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyHashed, hashFile } from './hashed-copy.ts';

const content = randomBytes(3_500_000);
const expectedHash = createHash('sha256').update(content).digest('hex');
const accept = () => Promise.resolve('bin');

let folder = '';
let source = '';
let assets = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-copy-'));
  source = join(folder, 'in.bin');
  assets = join(folder, 'assets');
  mkdirSync(assets);
  writeFileSync(source, content);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('hashFile', () => {
  it('hashes as it reads, telling how far it is', async () => {
    const steps: number[] = [];
    expect(await hashFile(source, undefined, (bytes) => steps.push(bytes))).toBe(expectedHash);
    expect(steps.at(-1)).toBe(content.length);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('stops when cancelled', async () => {
    const stop = new AbortController();
    await expect(hashFile(source, stop.signal, () => stop.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('copyHashed', () => {
  it('copies a file under its hash, and a second time finds it there', async () => {
    const first = await copyHashed(source, assets, { accept });
    expect(first).toEqual({
      sha256: expectedHash,
      bytes: content.length,
      path: join(assets, `${expectedHash}.bin`),
      extension: 'bin',
      existed: false,
    });
    expect(readFileSync(first.path).equals(content)).toBe(true);
    expect(await copyHashed(source, assets, { accept })).toMatchObject({ existed: true, path: first.path });
    expect(readdirSync(assets)).toEqual([`${expectedHash}.bin`]);
  });

  it('replaces a damaged file that has the name', async () => {
    const path = join(assets, `${expectedHash}.bin`);
    writeFileSync(path, 'torn');
    expect(await copyHashed(source, assets, { accept })).toMatchObject({ existed: false });
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('copies an upload, whatever the size of its pieces', async () => {
    const pieces = [content.subarray(0, 1), content.subarray(1, 700_001), content.subarray(700_001)];
    const copy = await copyHashed(Readable.from(pieces), assets, { accept });
    expect(copy.sha256).toBe(expectedHash);
  });

  it('leaves nothing when refused, cancelled, or cut off', async () => {
    const refused = copyHashed(source, assets, { accept: () => Promise.reject(new Error('not a picture')) });
    await expect(refused).rejects.toThrow('not a picture');
    const stop = new AbortController();
    const cancelling = copyHashed(source, assets, {
      accept,
      signal: stop.signal,
      onBytes: () => stop.abort(),
    });
    await expect(cancelling).rejects.toMatchObject({ code: 'cancelled' });
    const broken = Readable.from(
      (function* () {
        yield content.subarray(0, 1000);
        throw new Error('connection lost');
      })(),
    );
    await expect(copyHashed(broken, assets, { accept })).rejects.toThrow('connection lost');
    expect(readdirSync(assets)).toEqual([]);
  });
});

it('copies a file of many pieces whole, also where the disk can clone it', async () => {
  const large = Buffer.concat(Array.from({ length: 6 }, () => randomBytes(3_000_001)));
  writeFileSync(source, large);
  const steps: number[] = [];
  const copy = await copyHashed(source, assets, { accept, onBytes: (bytes) => steps.push(bytes) });
  expect(copy).toMatchObject({
    sha256: createHash('sha256').update(large).digest('hex'),
    bytes: large.length,
  });
  expect(readFileSync(copy.path).equals(large)).toBe(true);
  expect(steps.at(-1)).toBe(large.length);
  // What happens to the original later is nothing to the copy.
  writeFileSync(source, 'gone');
  expect(readFileSync(copy.path).equals(large)).toBe(true);
  expect(readdirSync(assets)).toHaveLength(1);
});
