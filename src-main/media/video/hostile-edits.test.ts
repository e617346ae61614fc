import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import {
  type ClipBench,
  clipBench,
  countedClip,
  frameNumbers,
  leftovers,
  numbersFrom,
} from './clip-fixtures.ts';
import { createClipEngine } from './engine.ts';
import { renderRequest } from './render-fixtures.ts';

let bench: ClipBench;
let source = '';
beforeAll(async () => {
  bench = await clipBench();
  source = await countedClip(bench, 'plain.mp4', { frames: 60, rate: '30', gop: 15 });
});
afterAll(() => bench.remove());

const patience = { timeout: 900_000 };
const small = { width: 160, height: 96, quality: 'good' } as const;

const part = (file: string, from = 0.1, to = 0.5): ClipEdit['segments'][number] => ({
  ...{ id: 'part', kind: 'clip', source: file, from, to },
});

type Door = (engine: ClipEngine, file: string, name: string) => Promise<unknown>;

/** Every way in which a file comes to ffmpeg through an edit or an analysis. */
const doors: Record<string, Door> = {
  renderEdit: (engine, file, name) =>
    engine.renderEdit(renderRequest(bench, { segments: [part(file)] }, `${name}.mp4`, small)),
  'renderEdit, sound': (engine, file, name) =>
    engine.renderEdit(
      renderRequest(
        bench,
        {
          segments: [part(source)],
          sounds: [{ id: 's', source: file, at: 0, from: 0, to: 0.3, role: 'music' }],
        },
        `${name}-sound.mp4`,
        small,
      ),
    ),
  editFrame: (engine, file, name) =>
    engine.editFrame({
      ...renderRequest(
        bench,
        { segments: [{ id: 'still', kind: 'freeze', source: file, at: 0.2, duration: 1 }] },
        `${name}.jpg`,
        small,
      ),
      ...{ at: 0.1, maxSide: 64 },
    }),
  animate: (engine, file, name) =>
    engine.animate({ in: file, from: 0, to: 0.3, width: 64, out: bench.path(`${name}.gif`), force: true }),
  detect: (engine, file) =>
    engine.detect({
      in: file,
      silence: { below: -30, seconds: 0.2 },
      black: { seconds: 0.2 },
      scene: { threshold: 0.3 },
    }),
  loudness: (engine, file) => engine.loudness({ in: file }),
  editLoudness: (engine, file) =>
    engine.editLoudness({ edit: { segments: [part(file)] }, fileOf: (path) => path }),
  joinParts: (engine, file, name) =>
    engine.joinParts({
      ...{ in: file, out: bench.path(`${name}-joined.mp4`), force: true },
      parts: [{ path: file, from: 0, seconds: 2, frames: 60 }],
    }),
};

describe('lists of other files that are named like clips', () => {
  let fetched = 0;
  const server = createServer((_request, response) => {
    fetched += 1;
    response.end();
  });
  beforeAll(() => new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready)));
  afterAll(() => void server.close());

  test.each(Object.entries(doors))('%s refuses them and fetches nothing', patience, async (door, open) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const lists = {
      'hls.mp4': `#EXTM3U\n#EXTINF:1,\n${source}\n#EXTINF:1,\n${url}/a.ts\n#EXT-X-ENDLIST\n`,
      'concat.mp4': `ffconcat version 1.0\nfile ${basename(source)}\n`,
      'dash.mp4': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT5S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${url}/a.mp4</BaseURL><SegmentBase/></Representation></AdaptationSet></Period></MPD>`,
    };
    for (const [name, text] of Object.entries(lists)) {
      writeFileSync(bench.path(name), text);
      await expect(open(bench.engine, bench.path(name), `list-${door}`)).rejects.toMatchObject({
        code: 'unreadable-file',
      });
    }
    expect(fetched).toBe(0);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('list-'))).toEqual([]);
    expect(leftovers(bench.folder)).toEqual([]);
  });
});

const names = ['-x.mp4', 'shot%03d.mp4', "it's [x],;:.mp4", 'http:x.mp4', 'a"b\\c$(touch x);`touch y`.mp4'];

test.each(names)('the name %s is only a name', patience, async (name) => {
  const folder = bench.path(`names-${Buffer.from(name).toString('hex').slice(0, 12)} %02d 'q'`);
  mkdirSync(folder);
  const file = join(folder, name);
  copyFileSync(source, file);
  const table = join(folder, `${name}'\\:;[t],.cube`);
  writeFileSync(
    table,
    'TITLE "\'; [x]"\nLUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n',
  );
  const out = join(folder, `${name}-out.mp4`);
  const edit: ClipEdit = {
    segments: [{ ...part(file, 0, 0.5), picture: { lut: "'; drop [x]" } } as ClipEdit['segments'][number]],
    sounds: [{ id: 's', source: file, at: 0.1, from: 0, to: 0.2, role: 'music', loop: true }],
  };
  const lutFiles = new Map([["'; drop [x]", table]]);
  const made = await bench.engine.renderEdit({
    ...renderRequest(bench, edit, 'unused.mp4', { ...small, width: 320, height: 192 }),
    lutFiles,
    out,
  });
  expect(made).toMatchObject({ frames: 15, notes: [] });
  expect(await frameNumbers(bench, out)).toEqual(numbersFrom(0, 15));
  for (const [door, open] of Object.entries(doors))
    if (door !== 'joinParts') await open(bench.engine, file, 'named');
  expect(readdirSync(folder).sort()).toEqual([name, basename(table), basename(out)].sort());
  expect(existsSync('x') || existsSync('y')).toBe(false);
});

const tracer = ['/usr/bin/strace', '/usr/local/bin/strace'].find((path) => existsSync(path));

test.skipIf(tracer === undefined)(
  'ffmpeg opens the sources, the folder of its job and nothing of the user; it has no socket',
  patience,
  async () => {
    const log = bench.path('trace.log');
    const traced = (tool: string, name: string): string => {
      const script = bench.path(name);
      writeFileSync(
        script,
        `#!/bin/sh\nexec ${tracer} -f -A -o '${log}' -e trace=open,openat,creat,socket,connect,execve '${tool}' "$@"\n`,
      );
      chmodSync(script, 0o755);
      return script;
    };
    const { tools } = bench;
    const engine = createClipEngine({
      ...tools,
      ffmpeg: traced(tools.ffmpeg, 'ffmpeg.sh'),
      ffprobe: traced(tools.ffprobe, 'ffprobe.sh'),
    });
    const canary = bench.path('canary.mp4');
    copyFileSync(source, canary);
    const secret = bench.path('list.mp4');
    writeFileSync(secret, `ffconcat version 1.0\nfile ${basename(canary)}\n`);
    await expect(doors['renderEdit']?.(engine, secret, 'traced')).rejects.toMatchObject({
      code: 'unreadable-file',
    });
    await doors['renderEdit, sound']?.(engine, source, 'traced');
    await doors['editFrame']?.(engine, source, 'traced');
    await doors['detect']?.(engine, source, 'traced');
    const lines = readFileSync(log, 'utf8').split('\n');
    expect(lines.filter((line) => /\b(?:socket|connect)\(/.test(line))).toEqual([]);
    const opened = lines.flatMap((line) => {
      const path = /\b(?:openat|open|creat)\((?:AT_FDCWD, )?"([^"]+)"/.exec(line)?.[1];
      return path !== undefined && !line.includes(' = -1 ') ? [path] : [];
    });
    expect(opened).toContain(source);
    const system = /^\/(?:lib|lib64|usr|etc|proc|sys|dev|opt)\//;
    const ours = new RegExp(
      `^${bench.folder}/(?:plain\\.mp4|list\\.mp4|\\.galley-tmp-[^/]+(?:/.*)?)$|/\\.galley-[^/]*/`,
    );
    expect(
      [...new Set(opened)].filter((path) => path.startsWith('/') && !system.test(path) && !ours.test(path)),
    ).toEqual([]);
    // A tool that runs nothing else: only the tracer's own start of it.
    expect(
      lines.filter(
        (line) =>
          line.includes('execve(') &&
          !line.includes(`"${tools.ffmpeg}"`) &&
          !line.includes(`"${tools.ffprobe}"`),
      ),
    ).toEqual([]);
  },
);

test('a gap of ten hours costs what the edit shows of it, not ten hours', patience, async () => {
  const gap = bench.path('gap.mkv');
  const late = "setpts='PTS+if(gte(N,30),36000/TB,0)'";
  await bench.ffmpeg(
    '-i',
    source,
    '-an',
    '-vf',
    late,
    '-vsync',
    'passthrough',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-g',
    '15',
    gap,
  );
  const { duration } = await bench.engine.probe(gap);
  expect(duration).toBeGreaterThan(36_000);
  for (const [from, to] of [
    [0.5, 2.5],
    [35_000, 35_001],
    [36_000.5, 36_001.9],
  ] as const) {
    const made = await bench.engine.renderEdit(
      renderRequest(bench, { segments: [part(gap, from, to)] }, 'gap.mp4', small),
    );
    expect(Math.abs(made.duration - (to - from))).toBeLessThan(0.05);
  }
  const still = { in: gap, out: bench.path('gap.jpg'), force: true };
  await bench.engine.poster({ ...still, at: 20_000, maxSide: 64 });
  await bench.engine.filmstrip({ ...still, count: 20, height: 24 });
  await bench.engine.animate({ in: gap, from: 0.5, to: 1.5, width: 64, out: bench.path('gap.gif') });
  await expect(
    bench.engine.animate({ in: gap, from: 0, to: 36_000, width: 640, out: bench.path('gap-long.gif') }),
  ).rejects.toMatchObject({ code: 'invalid-input' });
  expect(await doors['detect']?.(bench.engine, gap, '')).toMatchObject({ silences: [] });
  expect(leftovers(bench.folder)).toEqual([]);
});

describe('absurd numbers', () => {
  const clip = (change: object): unknown => ({ segments: [{ ...part('a'), ...change }] });
  test.each([
    ['NaN', clip({ to: Number.NaN })],
    ['infinite', clip({ to: Number.POSITIVE_INFINITY })],
    ['negative', clip({ from: -1 })],
    ['backwards', clip({ from: 2, to: 1 })],
    ['years', clip({ to: 1e12 })],
    ['speed 0', clip({ speed: 0 })],
    ['speed 1e9', clip({ speed: 1e9 })],
    ['speed NaN', clip({ speed: Number.NaN })],
    ['zoom', clip({ picture: { focus: [{ at: 0, x: 0.5, y: 0.5, zoom: 1e9 }] } })],
    ['zoom 0', clip({ picture: { focus: [{ at: 0, x: 0.5, y: 0.5, zoom: 0 }] } })],
    ['crop of nothing', clip({ picture: { crop: { x: 0, y: 0, width: 0, height: 0 } } })],
    ['crop outside', clip({ picture: { crop: { x: 0.9, y: 0, width: 0.9, height: 1 } } })],
    ['volume', clip({ sound: { gain: 1e6 } })],
    ['frame', { segments: [], frame: { width: 1e9, height: 2 } }],
    ['too many', { segments: Array.from({ length: 2001 }, () => part('a')) }],
    [
      'a filter for a colour',
      { segments: [{ id: 'a', kind: 'colour', colour: 'red,movie=/etc/passwd', duration: 1 }] },
    ],
  ])('%s is refused before anything is read', (_what, edit) => {
    expect(clipEditSchema.safeParse(edit).success).toBe(false);
  });

  test(
    'two thousand segments of a millionth of a second, and a crop of a millionth, end in a result or a sentence',
    patience,
    async () => {
      const many = Array.from({ length: 2000 }, (_, at) => ({
        ...part(source, 0.5, 0.500001),
        id: `s${at}`,
      }));
      const thin = {
        ...part(source, 0.2, 0.4),
        picture: { crop: { x: 0.5, y: 0.5, width: 1e-6, height: 1e-6 } },
      };
      for (const segments of [
        many,
        [thin as ClipEdit['segments'][number]],
        [part(source, 90, 91)],
        [part(source, 1.9, 9)],
      ]) {
        const done = await bench.engine
          .renderEdit(renderRequest(bench, { segments }, 'absurd.mp4', small))
          .catch((error: unknown) => error);
        if (done instanceof Error) expect(done).toHaveProperty('sentence.zh');
        else expect((await bench.engine.probe(bench.path('absurd.mp4'))).duration).toBeGreaterThan(0);
      }
      expect(leftovers(bench.folder)).toEqual([]);
    },
  );
});

test('stopping at any moment leaves no file and no process', { timeout: 900_000 }, async () => {
  const long = bench.path('long.mp4');
  await bench.ffmpeg('-stream_loop', '9', '-i', source, '-c', 'copy', long);
  const own = (): string[] =>
    process.platform === 'linux'
      ? execFileSync('ps', ['-eo', 'args'])
          .toString('utf8')
          .split('\n')
          .filter((line) => line.includes(bench.folder) && !line.includes('ps -eo'))
      : [];
  const before = readdirSync(bench.folder).sort();
  const edit: ClipEdit = {
    segments: [
      part(long, 0, 9),
      {
        ...part(long, 5, 19),
        id: 'b',
        reversed: true,
        transition: { kind: 'fade', seconds: 0.5 },
      } as ClipEdit['segments'][number],
    ],
    loudness: { lufs: -14, peak: -1 },
  };
  const work: ((signal: AbortSignal) => Promise<unknown>)[] = [
    (signal) => bench.engine.renderEdit(renderRequest(bench, edit, 'stopped.mp4', small), { signal }),
    (signal) =>
      bench.engine.animate(
        { in: long, from: 0, to: 19, width: 160, out: bench.path('stopped.gif') },
        { signal },
      ),
    (signal) =>
      bench.engine.joinParts(
        {
          in: long,
          out: bench.path('stopped-join.mp4'),
          parts: [{ path: long, from: 0, seconds: 20, frames: 600 }],
        },
        { signal },
      ),
    (signal) =>
      bench.engine.detect(
        {
          in: long,
          silence: { below: -30, seconds: 0.2 },
          black: { seconds: 0.2 },
          scene: { threshold: 0.3 },
        },
        { signal },
      ),
  ];
  for (let round = 0; round < 20; round += 1) {
    const stop = new AbortController();
    // Spread over the whole work, most of them early: there processes come and go.
    const delay = Math.round(((round * 7919) % 20) ** 2 * 4);
    const timer = setTimeout(() => stop.abort(), delay);
    const ended = await work[round % work.length]?.(stop.signal).then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    clearTimeout(timer);
    expect(['done', 'cancelled']).toContain(ended);
    expect(own()).toEqual([]);
    if (ended === 'done')
      for (const name of readdirSync(bench.folder))
        if (name.startsWith('stopped')) execFileSync('rm', [bench.path(name)]);
    expect(readdirSync(bench.folder).sort()).toEqual(before);
  }
});
