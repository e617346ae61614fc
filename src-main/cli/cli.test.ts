import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askGalley, entry, environment, runGalley } from './testing/galley.ts';

let folder = '';

const galley = (...words: string[]) => runGalley(folder, words);

const galleyJson = <T>(...words: string[]) => askGalley<T>(folder, words);

function makeClip(name: string, seconds: number): string {
  const path = join(folder, name);
  const made = spawnSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=30:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '30', '-pix_fmt', 'yuv420p', '-c:a', 'aac', path],
  ]);
  expect(made.status).toBe(0);
  return path;
}

interface Failed {
  error: { code: string; message: string };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cli-'));
  await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#3d8291' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toFile(join(folder, 'photo.jpg'));
  makeClip('clip.mp4', 4);
  const post = {
    title: 'Hello',
    body: 'A quiet morning by the sea.',
    hashtags: ['sea'],
    media: [{ path: 'photo.jpg', alt: 'The sea' }],
  };
  writeFileSync(join(folder, 'post.json'), JSON.stringify(post));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('answers', () => {
  it('counts in the platform’s unit and points at the overflow', () => {
    const { code, document } = galleyJson<{ count: number; limit: number; ok: boolean; overflowAt: number }>(
      ...['count', '--platform', 'x', '--text', '字'.repeat(150)],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ count: 300, limit: 280, ok: false, overflowAt: 140 });
  });

  it('lists all platforms', () => {
    const { document } = galleyJson<{ platforms: { id: string; formats: unknown[] }[] }>('platforms');
    expect(document.platforms).toHaveLength(20);
    expect(galleyJson<typeof document>('platforms', '--platform', 'weibo').document.platforms).toHaveLength(
      1,
    );
  });

  it('fits a picture without leaving its place in it', async () => {
    const { code, document } = galleyJson<{
      width: number;
      height: number;
      bytes: number;
      stripped: string[];
    }>(
      ...['image', 'photo.jpg', '--to', 'instagram/portrait', '--max-bytes', '200000', '-o', 'portrait.jpg'],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ width: 1080, height: 1350 });
    expect(document.bytes).toBeLessThanOrEqual(200_000);
    expect(document.stripped).toContain('gps');
    const written = await sharp(join(folder, 'portrait.jpg')).metadata();
    expect([written.width, written.height, written.exif]).toEqual([1080, 1350, undefined]);
  });

  it('cuts to the frame', () => {
    const { code, document } = galleyJson<{ frames: number; mode: string; actual: { from: number } }>(
      ...[
        'clip',
        'cut',
        'clip.mp4',
        '--from',
        '1',
        '--to',
        '0:00:02.500',
        '--mode',
        'exact',
        '-o',
        'cut.mp4',
      ],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ mode: 'exact', frames: 45, actual: { from: 1 } });
  });

  it('cuts to the frame in the fastest way when no mode is named', () => {
    const { code, document } = galleyJson<{ frames: number; mode: string; reencodedFrames: number }>(
      ...['clip', 'cut', 'clip.mp4', '--from', '1', '--to', '3', '-o', 'fast.mp4'],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ mode: 'lossless', frames: 60, reencodedFrames: 0 });
  });

  it('writes a package and answers 0, or 3 where a check found errors', () => {
    const good = galleyJson<{ targets: { format: string; files: { path: string }[] }[] }>(
      ...['export', 'post.json', '--to', 'x/post,instagram/feed', '-o', 'package'],
    );
    expect(good.code).toBe(0);
    expect(good.document.targets.map((target) => target.files.length)).toEqual([1, 1]);
    for (const target of good.document.targets)
      for (const file of target.files) expect(existsSync(file.path)).toBe(true);
    expect(readFileSync(join(folder, 'package/x-post/paste.txt'), 'utf8')).toContain('A quiet morning');
    expect(galley('check', 'post.json', '--to', 'tiktok/video').code).toBe(3);
  });

  it('answers with the rules of a workspace, where one is named', () => {
    expect(galleyJson('workspace', 'init', '--workspace', 'rules', '--name', 'Rules').code).toBe(0);
    const file = readdirSync(join(folder, 'rules')).find((name) => /\.(?:db|sqlite|galley)$/.test(name));
    const database = new DatabaseSync(join(folder, 'rules', file ?? ''));
    const path = ['text', 'fields', 'text', 'max'];
    const body = { platform: 'x', format: 'post', path, value: 100, note: '', accountId: null };
    database
      .prepare(
        `INSERT INTO kit (id, revision, kind, name, body, uses, created_at, updated_at)
         VALUES ('01a20441-7896-7000-9607-1207b427c6aa', 1, 'rule-change', 'x', ?, 0, ?, ?)`,
      )
      .run(JSON.stringify(body), '2026-11-22T00:00:00.000Z', '2026-11-22T00:00:00.000Z');
    database.close();
    const words = ['count', '--platform', 'x', '--text', '字'.repeat(60)];
    expect(galleyJson(...words).document).toMatchObject({ limit: 280, ok: true });
    expect(galleyJson(...words, '--workspace', 'rules').document).toMatchObject({ limit: 100, ok: false });
    const { document } = galleyJson('platforms', '--platform', 'x', '--workspace', 'rules');
    expect(JSON.stringify(document)).toContain('"confidence":"user"');
  });

  it('keeps a workspace: init, add, search, stats, check, backup, posts export', () => {
    expect(galleyJson('workspace', 'init', '--workspace', 'team', '--name', 'Team').code).toBe(0);
    const added = galleyJson<{ assets: { id: string }[]; refused: unknown[] }>(
      'assets',
      'add',
      'photo.jpg',
      'clip.mp4',
      '--workspace',
      'team',
    );
    expect(added).toMatchObject({ code: 0, document: { refused: [] } });
    expect(added.document.assets).toHaveLength(2);
    expect(
      galleyJson<{ assets: unknown[] }>('assets', 'search', 'photo', '--workspace', 'team').document.assets,
    ).toHaveLength(1);
    expect(galleyJson('workspace', 'stats', '--workspace', 'team').document).toMatchObject({
      assets: 2,
      posts: 0,
    });
    expect(galleyJson('workspace', 'check', '--workspace', 'team')).toMatchObject({
      code: 0,
      document: { ok: true },
    });
    const backup = galleyJson<{ path: string }>('workspace', 'backup', '--workspace', 'team');
    expect(existsSync(backup.document.path)).toBe(true);
    expect(galleyJson('posts', 'export', '--workspace', 'team', '--format', 'csv').document).toMatchObject({
      rows: 0,
    });
  });
});

describe('help', () => {
  it('is there at every level, in both languages', () => {
    expect(galley('--help').out).toContain('doctor');
    expect(galley('clip', '--help', '--lang', 'zh').out).toContain('剪切视频');
    const group = galley('clip');
    expect(group.code).toBe(2);
    expect(group.err).toContain('waveform');
  });
});

describe('bad input', () => {
  const cases: [string, string[], string][] = [
    ['an unknown option', ['count', '--platfrom', 'x'], 'invalid-input'],
    ['an unknown command', ['cuont'], 'invalid-input'],
    ['an unknown platform', ['count', '--platform', 'tweeter', '--text', 'a'], 'invalid-input'],
    ['a missing file', ['clip', 'probe', 'none.mp4'], 'not-found'],
    [
      'a time that is none',
      ['clip', 'cut', 'clip.mp4', '--from', 'soon', '--to', '2', '-o', 'x.mp4'],
      'invalid-input',
    ],
    ['a text renamed .mp4', ['clip', 'probe', 'text.mp4'], 'unreadable-file'],
    ['a post that is no JSON', ['check', 'broken.json', '--to', 'x/post'], 'unreadable-file'],
    ['an existing file', ['image', 'photo.jpg', '--to', 'x/post', '-o', 'photo.jpg'], 'invalid-input'],
  ];

  it.each(cases)('%s: exit 2, one sentence, no stack, nothing written', (_, words, code) => {
    writeFileSync(join(folder, 'text.mp4'), 'this is a text');
    writeFileSync(join(folder, 'broken.json'), '{"title": ');
    const before = readdirSync(folder).toSorted();
    const answer = galleyJson<Failed>(...words);
    expect(answer.code).toBe(2);
    expect(answer.document.error.code).toBe(code);
    const plain = galley(...words, '--lang', 'zh');
    expect(plain.code).toBe(2);
    expect(plain.out).toBe('');
    expect(plain.err.trim().split('\n')).toHaveLength(1);
    expect(plain.err).toMatch(/[\u4e00-\u9fff]/);
    expect(plain.err).not.toMatch(/\bat .*:\d+:\d+/);
    expect(readdirSync(folder).toSorted()).toEqual(before);
  });

  it('Ctrl-C: exit 130, nothing half-written', async () => {
    makeClip('long.mp4', 60);
    const child = spawn(
      process.execPath,
      [entry, 'clip', 'cut', 'long.mp4', '--from', '0', '--to', '59', '-o', 'stopped.mp4'],
      {
        cwd: folder,
        env: environment(folder),
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    child.stderr.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(130);
    expect(readdirSync(folder).filter((name) => /stopped|part|tmp/.test(name))).toEqual([]);
  });
});
