import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GalleyError } from '#shared/contract/failure.ts';
import { type ClipBench, clipBench, leftovers } from './clip-fixtures.ts';
import { makeKinds } from './kinds-fixtures.ts';

const corpus = resolve(import.meta.dirname, '../../../../shared/testdata/video');

let bench: ClipBench;
beforeAll(async () => {
  bench = await clipBench();
});
afterAll(() => bench.remove());

/** `ok`, or the code of a refusal that has a sentence in both languages; anything else is thrown. */
async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    if (!(error instanceof GalleyError)) throw error;
    const { en, zh } = error.sentence;
    if (!/[.!?]$/.test(en) || !/[。！？]$/.test(zh)) throw new Error(`no sentence: ${en}`, { cause: error });
    return `${error.code}: ${en}`;
  }
}

/** Everything that happens to a recording that is dropped into the studio, in words; `ok` where it worked. */
async function openedWith(file: string): Promise<Record<string, string>> {
  const { engine } = bench;
  const at = (suffix: string) => bench.path(`made-${basename(file)}-${suffix}`);
  const common = { in: file, force: true };
  const found: Record<string, string> = {};
  found['probe'] = await outcome(() => engine.probe(file));
  if (found['probe'] !== 'ok') return found;
  const { duration, video, audio } = await engine.probe(file);
  found['index'] = await outcome(() => engine.keyframes(file));
  if (video) {
    found['strip'] = await outcome(() =>
      engine.filmstrip({ ...common, out: at('strip.jpg'), count: 4, height: 32 }),
    );
    found['poster'] = await outcome(() =>
      engine.poster({ ...common, out: at('poster.jpg'), at: duration, maxSide: 64 }),
    );
  }
  if (audio) found['wave'] = await outcome(() => engine.waveform({ in: file, buckets: 20 }));
  const [from, to] = [duration * 0.3, duration * 0.3 + Math.min(0.3, duration * 0.5)];
  found['cut'] = await outcome(() => engine.cut({ ...common, out: at('cut.mp4'), from, to }));
  return found;
}

const worked = (found: Record<string, string>): boolean =>
  Object.values(found).every((said) => said === 'ok');

/** What happened with each file, a few at a time. */
async function openedAll(files: readonly string[]): Promise<Map<string, Record<string, string>>> {
  const waiting = [...files];
  const found = new Map<string, Record<string, string>>();
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
      found.set(basename(file), await openedWith(file));
  };
  await Promise.all([worker(), worker(), worker()]);
  return found;
}

/** About a hundred files are opened one after another. */
const patience = { timeout: 900_000 };

test(
  'a short clip of every kind opens, shows pictures and sound, and is cut; a damaged one opens or is refused',
  patience,
  async () => {
    const names = await makeKinds(bench);
    // What was never a clip, or has lost what says what it is.
    const refused = ['no-index.mp4', 'head-only.mkv', 'head-only.mp3', 'still.jpg'];
    // A bare stream has no times, and one picture is over before the third of its sound at which the cut begins.
    const uncut = ['raw.h264', 'one-frame-and-sound.mp4'];
    const wrong: unknown[] = [];
    const all = await openedAll(names.map((name) => bench.path(name)));
    for (const [name, found] of all) {
      const expected = refused.includes(name)
        ? found['probe'] !== 'ok'
        : worked({ ...found, ...(uncut.includes(name) ? { cut: 'ok' } : {}) });
      if (!expected) wrong.push([name, found]);
    }
    expect(wrong).toEqual([]);
    expect(leftovers(bench.folder)).toEqual([]);
  },
);

test('several sounds are known by language, title and channels', async () => {
  const soundsOf = async (name: string) =>
    (await bench.engine.probe(bench.path(name))).streams.filter(({ type }) => type === 'audio');
  expect(await soundsOf('two-tongues.mkv')).toMatchObject([
    { language: 'deu', title: 'Mikrofon', channels: 1 },
    { language: 'eng', title: 'Hall', channels: 2 },
  ]);
  expect(await soundsOf('two-tongues.mov')).toMatchObject([
    { channels: 1 },
    { language: 'eng', channels: 2 },
  ]);
});

describe.skipIf(!existsSync(corpus))('real recordings', () => {
  test('every one opens and is cut, or is refused in words', patience, async () => {
    const wrong: unknown[] = [];
    const files = readdirSync(corpus).map((name) => resolve(corpus, name));
    for (const [name, found] of await openedAll(files)) {
      // No build of ours decodes VVC, and ffmpeg finds no index behind the damaged box.
      const expected = ['media__sample_vvc.mp4', 'media__sample_malformed_free_box.mp4'].includes(name);
      if (worked(found) === expected) wrong.push([name, found]);
    }
    expect(wrong).toEqual([]);
    expect(leftovers(bench.folder)).toEqual([]);
  });
});
