import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askGalley } from './testing/galley.ts';

let folder = '';

const galley = <T>(...words: string[]) => askGalley<T>(folder, words);

interface Made {
  out: string;
  duration: number;
  width: number;
  height: number;
  bytes: number;
  loudness: { before: { integrated: number }; after: { integrated: number } } | null;
}

interface Failed {
  error: { code: string; message: string };
}

/** The colour in the middle of a frame. */
async function middle(clip: string, at: number): Promise<number[]> {
  const made = spawnSync('ffmpeg', [
    ...['-v', 'error', '-ss', String(at), '-i', join(folder, clip), '-frames:v', '1'],
    ...['-f', 'image2pipe', '-c:v', 'png', '-'],
  ]);
  const { data, info } = await sharp(made.stdout).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const start = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3;
  return [...data.subarray(start, start + 3)];
}

const near = (colour: number[], wanted: number[]): boolean =>
  colour.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 24);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cli-clip-'));
  spawnSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'color=c=gray:size=320x180:rate=25:duration=2'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2', '-vf'],
    // A red square crosses the picture from left to right.
    'drawbox=x=0:y=0:w=320:h=180:color=gray:t=fill,split[a][b];[b]crop=60:60:0:0,drawbox=color=red:t=fill[c];[a][c]overlay=x=t*130:y=60',
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'aac',
      join(folder, 'film.mp4'),
    ],
  ]);
  await sharp({ create: { width: 60, height: 60, channels: 3, background: '#00ff00' } })
    .png()
    .toFile(join(folder, 'logo.png'));
  const edit = {
    frame: { width: 160, height: 160 },
    segments: [
      { id: 'a', kind: 'clip', source: 'film.mp4', from: 0, to: 0.6, speed: 0.5 },
      { id: 'b', kind: 'colour', colour: '#0000ff', duration: 0.4 },
    ],
    overlays: [
      { id: 'o', kind: 'image', source: 'logo.png', from: 1.2, to: 1.4, x: 0.25, y: 0.25, width: 0.5 },
    ],
    loudness: { lufs: -20, peak: -2 },
  };
  writeFileSync(join(folder, 'edit.json'), JSON.stringify(edit));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('clip render', () => {
  it('renders everything that the edit list says', async () => {
    const { code, document } = galley<Made>('clip', 'render', 'edit.json', '-o', 'out.mp4');
    expect(code).toBe(0);
    expect(document).toMatchObject({ out: join(folder, 'out.mp4'), width: 160, height: 160 });
    expect(document.duration).toBeCloseTo(1.6, 1);
    expect(document.loudness?.after.integrated).toBeCloseTo(-20, 0);
    expect(near(await middle('out.mp4', 1.3), [0, 255, 0])).toBe(true);
    expect(near(await middle('out.mp4', 1.5), [0, 0, 255])).toBe(true);
  });

  it('refuses an existing file, a wrong list, a missing source and an unknown type, and leaves nothing', () => {
    const before = readdirSync(folder);
    const taken = galley<Failed>('clip', 'render', 'edit.json', '-o', 'film.mp4');
    expect([taken.code, taken.document.error.code]).toEqual([2, 'invalid-input']);
    writeFileSync(join(folder, 'wrong.json'), '{"segments":[{"id":"a","kind":"clip"}]}');
    const wrong = galley<Failed>('clip', 'render', 'wrong.json', '-o', 'no.mp4');
    expect([wrong.code, wrong.document.error.code]).toEqual([2, 'unreadable-file']);
    expect(wrong.document.error.message).toContain('segments.0');
    const gone = { segments: [{ id: 'a', kind: 'clip', source: 'gone.mp4', from: 0, to: 1 }] };
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify(gone));
    expect(galley<Failed>('clip', 'render', 'wrong.json', '-o', 'no.mp4').code).toBe(2);
    expect(galley<Failed>('clip', 'render', 'edit.json', '-o', 'no.txt').document.error.message).toContain(
      '.mp4',
    );
    rmSync(join(folder, 'wrong.json'));
    expect(readdirSync(folder)).toEqual(before);
  });

  it('has a schema that its own example fits', () => {
    const { code, document } = galley<{ type: string; properties: object }>('clip', 'schema');
    expect(code).toBe(0);
    expect(document.type).toBe('object');
    expect(Object.keys(document.properties)).toEqual(
      expect.arrayContaining(['segments', 'captions', 'sounds']),
    );
  });
});

describe('clip reframe', () => {
  it('takes the shape of a format of pictures too', () => {
    const { code, document } = galley<Made>(
      ...['clip', 'reframe', 'film.mp4', '--to', 'instagram/portrait', '-o', 'portrait.mp4'],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ width: 1080, height: 1350 });
  });

  it('follows what moves, or looks at a point', async () => {
    const auto = [
      'clip',
      'reframe',
      'film.mp4',
      '--to',
      'wechat-channels/video',
      '--focus',
      'auto',
      '-o',
      'auto.mp4',
    ];
    const { code, document } = galley<Made>(...auto);
    expect(code).toBe(0);
    expect(document.height).toBeGreaterThan(document.width);
    for (const at of [0.5, 1, 1.5]) expect(near(await middle('auto.mp4', at), [254, 0, 0])).toBe(true);
    const point = [
      'clip',
      'reframe',
      'film.mp4',
      '--to',
      'wechat-channels/video',
      '--focus',
      '1,0.5',
      '-o',
      'right.mp4',
    ];
    expect(galley<Made>(...point).code).toBe(0);
    expect(near(await middle('right.mp4', 0.2), [128, 128, 128])).toBe(true);
  });
});

describe('clip fit and gif', () => {
  it('fits a platform and says how many passes it took', () => {
    const { code, document } = galley<Made & { passes: number }>(
      ...['clip', 'fit', 'film.mp4', '--to', 'x/post', '-o', 'fit.mp4'],
    );
    expect(code).toBe(0);
    expect(document).toMatchObject({ passes: 1, loudness: null });
    expect(document.duration).toBeCloseTo(2, 1);
    const wrong = galley<Failed>('clip', 'fit', 'film.mp4', '--to', 'x/post', '-o', 'fit.webm');
    expect([wrong.code, wrong.document.error.message]).toEqual([2, expect.stringContaining('.mp4')]);
  });

  it('makes moving pictures within a size', async () => {
    const words = ['clip', 'gif', 'film.mp4', '--from', '0.5', '--to', '1.5', '--width', '120'];
    const gif = galley<{ out: string; frames: number; bytes: number }>(...words, '-o', 'a.gif');
    expect(gif.code).toBe(0);
    expect(gif.document.frames).toBeGreaterThan(8);
    expect((await sharp(join(folder, 'a.gif')).metadata()).width).toBe(120);
    const webp = galley<{ bytes: number }>(...words, '--max-bytes', '12000', '-o', 'a.webp');
    expect(webp.document.bytes).toBeLessThanOrEqual(12_000);
    expect(galley<Failed>(...words, '-o', 'a.mp4').code).toBe(2);
  });
});
