import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeTools, findTools, type VideoTools } from './tools.ts';

let folder = '';
let real: VideoTools;
const inFolder = (...names: string[]) => join(folder, ...names);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-tools-'));
  real = await findTools();
  wrap('ffmpeg', real.ffmpeg);
  wrap('ffprobe', real.ffprobe);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A tool that notes each of its starts and then is the real one. */
function wrap(name: string, target: string, more = ''): void {
  writeFileSync(
    inFolder(name),
    `#!/bin/sh\n${more}echo x >> '${inFolder('starts')}'\nexec '${target}' "$@"\n`,
  );
  chmodSync(inFolder(name), 0o755);
}

/** How often a wrapped tool is started while something is done. */
async function startsOf(work: () => Promise<unknown>): Promise<number> {
  rmSync(inFolder('starts'), { force: true });
  await work();
  try {
    return readFileSync(inFolder('starts'), 'utf8').trim().split('\n').length;
  } catch {
    return 0;
  }
}

const onUnix = test.skipIf(process.platform === 'win32');

onUnix('the self-test runs once, and again when a tool or the note of it has changed', async () => {
  const cache = inFolder('cache', 'tools');
  const find = () => findTools({ setting: folder, cache });
  expect(await startsOf(find)).toBeGreaterThan(0);
  expect(await startsOf(find)).toBe(0);
  expect(await find()).toEqual({
    ffmpeg: inFolder('ffmpeg'),
    ffprobe: inFolder('ffprobe'),
    source: 'setting',
    abilities: real.abilities,
  });

  wrap('ffmpeg', real.ffmpeg, '# another build\n');
  expect(await startsOf(find)).toBeGreaterThan(0);
  expect(await startsOf(find)).toBe(0);

  for (const note of readdirSync(cache)) writeFileSync(join(cache, note), '{"version":5');
  expect(await startsOf(find)).toBeGreaterThan(0);
  expect(await startsOf(find)).toBe(0);
});

onUnix('without a folder, or with one that cannot be made, every search tests', async () => {
  writeFileSync(inFolder('taken'), '');
  for (const cache of [undefined, inFolder('taken', 'tools')]) {
    const find = () => findTools({ setting: folder, cache });
    expect(await startsOf(find)).toBeGreaterThan(0);
    expect(await startsOf(find)).toBeGreaterThan(0);
  }
});

onUnix('the examination never trusts a note, and a failed test is not noted', async () => {
  const cache = inFolder('cache-examined');
  await findTools({ setting: folder, cache });
  expect(await startsOf(() => describeTools({ setting: folder, cache }))).toBeGreaterThan(0);

  const broken = mkdtempSync(inFolder('broken-'));
  for (const name of ['ffmpeg', 'ffprobe']) {
    writeFileSync(join(broken, name), '#!/bin/sh\nexit 1\n');
    chmodSync(join(broken, name), 0o755);
  }
  const found = await findTools({ setting: broken, searchPath: folder, cache: join(broken, 'cache') });
  expect(found).toMatchObject({ source: 'system' });
  expect(readdirSync(join(broken, 'cache'))).toHaveLength(1);
});
