import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClipBench, clipBench, countedClip, leftovers } from './clip-fixtures.ts';

let bench: ClipBench;
let source = '';
beforeAll(async () => {
  bench = await clipBench();
  source = await countedClip(bench, 'plain.mp4', { frames: 240, rate: '30', gop: 30 });
});
afterAll(() => bench.remove());

/** ffmpeg processes whose arguments name our folder. */
function ownProcesses(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.includes(bench.folder) ? [words] : [];
      } catch {
        return [];
      }
    });
}

describe('lists that pretend to be clips', () => {
  let fetched = 0;
  const server = createServer((_request, response) => {
    fetched += 1;
    response.end();
  });
  beforeAll(() => new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready)));
  afterAll(() => void server.close());

  test.each([
    [
      'hls.mp4',
      (file: string, url: string) =>
        `#EXTM3U\n#EXTINF:1,\n${file}\n#EXTINF:1,\n${url}/a.ts\n#EXT-X-ENDLIST\n`,
    ],
    ['concat.mp4', (file: string) => `ffconcat version 1.0\nfile ${basename(file)}\n`],
    [
      'dash.mp4',
      (_file: string, url: string) =>
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT5S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${url}/a.mp4</BaseURL><SegmentBase/></Representation></AdaptationSet></Period></MPD>`,
    ],
    ['playlist.mkv', (file: string) => `[playlist]\nFile1=${file}\n`],
  ])('%s opens nothing else and is refused', async (name, write) => {
    const address = server.address() as AddressInfo;
    writeFileSync(bench.path(name), write(source, `http://127.0.0.1:${address.port}`));
    await expect(bench.engine.probe(bench.path(name))).rejects.toMatchObject({ code: 'unreadable-file' });
    const cut = bench.engine.cut({
      in: bench.path(name),
      out: bench.path(`${name}.out.mp4`),
      from: 0,
      to: 1,
    });
    await expect(cut).rejects.toMatchObject({ code: 'unreadable-file' });
    expect(fetched).toBe(0);
    expect(existsSync(bench.path(`${name}.out.mp4`))).toBe(false);
  });
});

test('empty, truncated, foreign and missing files are refused in words', async () => {
  writeFileSync(bench.path('empty.mp4'), '');
  writeFileSync(bench.path('text.mp4'), 'hello, this is a letter\n'.repeat(50));
  const whole = readFileSync(source);
  writeFileSync(bench.path('cut-off.mp4'), whole.subarray(0, Math.floor(whole.length / 2)));
  for (const name of ['empty.mp4', 'text.mp4', 'cut-off.mp4']) {
    await expect(bench.engine.probe(bench.path(name))).rejects.toMatchObject({ code: 'unreadable-file' });
  }
  await expect(bench.engine.probe(bench.path('nowhere.mp4'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(bench.engine.probe(bench.folder)).rejects.toMatchObject({ code: 'unreadable-file' });
});

test('damaged bytes end in a result or a clear refusal, never in a hang or a half file', async () => {
  const whole = readFileSync(source);
  for (let seed = 1; seed <= 12; seed += 1) {
    const bytes = Buffer.from(whole);
    for (let hit = 0; hit < 40; hit += 1)
      bytes[(seed * 7919 + hit * 104_729) % bytes.length] = (seed * 31 + hit) & 255;
    writeFileSync(bench.path(`flip-${seed}.mp4`), bytes);
    const out = bench.path(`flip-${seed}-out.mp4`);
    const request = { in: bench.path(`flip-${seed}.mp4`), out, from: 1, to: 2, mode: 'lossless' as const };
    const outcome = await bench.engine.cut(request).catch((error: unknown) => error);
    if (outcome instanceof Error) {
      expect(outcome).toHaveProperty('sentence.zh');
      expect(existsSync(out)).toBe(false);
    }
  }
  expect(leftovers(bench.folder)).toEqual([]);
});

test.each(['-x.mp4', 'shot%03d.mp4', "it's [x],;:.mp4", '剪辑 “一”.mp4', 'http:x.mp4'])(
  'the name %s is only a name',
  async (name) => {
    const folder = bench.path(`names-${Buffer.from(name).toString('hex').slice(0, 16)} %02d`);
    mkdirSync(folder);
    const file = resolve(folder, name);
    copyFileSync(source, file);
    const out = (suffix: string) => resolve(folder, `${name}-${suffix}`);
    await bench.engine.cut({ in: file, out: out('l.mp4'), from: 1, to: 2, mode: 'lossless' });
    await bench.engine.cut({ in: file, out: out('s.mp4'), from: 0.5, to: 6.5, mode: 'smart' });
    await bench.engine.poster({ in: file, out: out('p.jpg'), at: 1, maxSide: 100 });
    await bench.engine.filmstrip({ in: file, out: out('f.jpg'), count: 4, height: 40 });
    const { files } = await bench.engine.frames({ in: file, out: out('frames'), count: 3 });
    expect(files.map((made) => existsSync(made.path))).toEqual([true, true, true]);
    expect(readdirSync(folder).sort()).toEqual(
      [name, ...['f.jpg', 'frames', 'l.mp4', 'p.jpg', 's.mp4'].map((suffix) => `${name}-${suffix}`)].sort(),
    );
  },
);

test.each(['exact', 'smart', 'lossless'] as const)(
  'cancelling a %s cut leaves no file and no process',
  async (mode) => {
    const long = bench.path('long.mp4');
    if (!existsSync(long)) {
      await bench.ffmpeg('-stream_loop', '20', '-i', source, '-c', 'copy', long);
    }
    const before = readdirSync(bench.folder).length;
    // At once, before ffmpeg has started; soon after; and with the first sign of progress.
    for (const moment of ['before', 'soon', 'progress'] as const) {
      const controller = new AbortController();
      const cut = bench.engine.cut(
        { in: long, out: bench.path(`cancelled-${mode}.mp4`), from: 0.5, to: 120, mode },
        {
          signal: controller.signal,
          onProgress: () => {
            if (moment === 'progress') controller.abort();
          },
        },
      );
      if (moment === 'before') controller.abort();
      if (moment === 'soon') setImmediate(() => controller.abort());
      const outcome = await cut.then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
      // A copy can be done before its first report.
      if (!(mode === 'lossless' && moment === 'progress')) expect(outcome).toBe('cancelled');
      expect(ownProcesses()).toEqual([]);
      execFileSync('rm', ['-f', bench.path(`cancelled-${mode}.mp4`)]);
    }
    expect(readdirSync(bench.folder).length).toBe(before);
    expect(leftovers(bench.folder)).toEqual([]);
  },
);

test('a folder that cannot be written gives a sentence', async () => {
  writeFileSync(bench.path('no-folder'), 'a file where a folder should be');
  const out = bench.path('no-folder/out.mp4');
  await expect(
    bench.engine.cut({ in: source, out, from: 0, to: 1, mode: 'lossless' }),
  ).rejects.toHaveProperty('sentence.zh');
});
