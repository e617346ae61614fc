import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutTracks, noInsets } from '#shared/clip/captions/layout-cue.ts';
import { captionPage } from '#shared/clip/captions/set-cue.ts';
import { captionPresets, defaultCaptionStyle } from '#shared/clip/captions/styles.ts';
import type { CaptionStyle, CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import type { CaptionFrames } from '#shared/clip/render/types.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';
import { paintCaptions } from './paint-captions.ts';

let painter: Painter;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-captions-'));
  painter = createPainter({ projectRoot: process.cwd(), processes: 1 });
});
afterAll(() => {
  painter.close();
  rmSync(folder, { recursive: true, force: true });
});

const tall = { width: 270, height: 480 };
const wide = { width: 480, height: 270 };
const safe = { top: 40, right: 30, bottom: 90, left: 12 };

const cuesOf = (...texts: string[]): Cue[] =>
  texts.map((text, index) => ({ id: `c${index}`, from: index * 2, to: index * 2 + 1.5, text }));

function trackOf(style: CaptionStyle, cues: Cue[], id = 'main'): CaptionTrack {
  return { id, name: id, language: 'en', cues, style, burn: true };
}

function paint(
  tracks: CaptionTrack[],
  options: { frame?: typeof tall; place?: string; signal?: AbortSignal } = {},
) {
  return paintCaptions(painter, {
    edit: { segments: [{ id: 's', kind: 'colour', colour: '#000000', duration: 60 }], captions: tracks },
    frame: options.frame ?? tall,
    safe,
    look: { tokens: { accent: '#00ff88' } },
    folder: join(folder, options.place ?? 'shared'),
    signal: options.signal ?? new AbortController().signal,
  });
}

async function pixelsOf(path: string) {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Bounds in the frame of everything more opaque than the deepest shadow. */
async function inkOf(frames: CaptionFrames, path: string) {
  const { data, width, height } = await pixelsOf(path);
  const ink = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) <= 192) continue;
      ink.left = Math.min(ink.left, frames.x + x);
      ink.right = Math.max(ink.right, frames.x + x + 1);
      ink.top = Math.min(ink.top, frames.y + y);
      ink.bottom = Math.max(ink.bottom, frames.y + y + 1);
    }
  return ink;
}

async function pixelsNear(path: string, hex: string): Promise<number> {
  const { data } = await pixelsOf(path);
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const near = wanted.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 12);
    if (near && (data[at + 3] ?? 0) > 240) count += 1;
  }
  return count;
}

const texts = [
  'Jumping quickly, they said gyp.',
  '今天我们要说一件很有意思的事情，请不要走开。',
  'Supercalifragilisticexpialidocious 200%',
];

describe('burnt-in captions', () => {
  it.each(captionPresets.map(({ id, style }) => [id, style] as const))(
    '“%s” keeps all ink inside the safe area',
    async (_id, style) => {
      for (const frame of [tall, wide]) {
        const [frames] = await paint([trackOf({ ...style, highlight: 'none' }, cuesOf(...texts))], { frame });
        expect(frames?.frames).toHaveLength(texts.length);
        for (const { path } of frames?.frames ?? []) {
          const ink = await inkOf(frames as CaptionFrames, path);
          expect(ink.right - ink.left).toBeGreaterThan(20);
          expect(ink.left).toBeGreaterThanOrEqual(safe.left);
          expect(ink.top).toBeGreaterThanOrEqual(safe.top);
          expect(ink.right).toBeLessThanOrEqual(frame.width - safe.right);
          expect(ink.bottom).toBeLessThanOrEqual(frame.height - safe.bottom);
        }
      }
    },
  );

  it.each([
    ['colour', 1],
    ['box', 1],
    ['past', 3],
  ] as const)('“%s” shows the word that is said in its colour', async (highlight, growing) => {
    const style = { ...defaultCaptionStyle, size: 9, highlight, highlightColour: '#12e05a' };
    const [frames] = await paint([trackOf(style, cuesOf('one two three'))]);
    const states = frames?.frames ?? [];
    expect(states).toHaveLength(3);
    expect(states[0]?.from).toBe(0);
    expect(states.at(-1)?.to).toBe(1.5);
    const counts = await Promise.all(states.map(({ path }) => pixelsNear(path, '#12e05a')));
    for (const count of counts) expect(count).toBeGreaterThan(20);
    const ratio = (counts.at(-1) ?? 0) / (counts[0] ?? 1);
    if (growing > 1) expect(ratio).toBeGreaterThan(2);
    const [plain] = await paint([trackOf({ ...style, highlight: 'none' }, cuesOf('one two three'))]);
    expect(await pixelsNear(plain?.frames[0]?.path ?? '', '#12e05a')).toBe(0);
  });

  it('paints what is equal once, in the times of the captions, with nothing between', async () => {
    const [frames] = await paint([trackOf(defaultCaptionStyle, cuesOf('Yes', 'No', 'Yes'))], {
      place: 'once',
    });
    const [first, second, third] = frames?.frames ?? [];
    expect(first?.path).toBe(third?.path);
    expect(first?.path).not.toBe(second?.path);
    expect(frames?.frames.map(({ from, to }) => [from, to])).toEqual([
      [0, 1.5],
      [2, 3.5],
      [4, 5.5],
    ]);
    expect(readdirSync(join(folder, 'once'))).toHaveLength(3);
    const empty = await pixelsOf(frames?.empty ?? '');
    expect(empty.data.every((value) => value === 0)).toBe(true);
    expect([frames?.x, frames?.y, frames?.width, frames?.height].every((side) => (side ?? 1) % 2 === 0)).toBe(
      true,
    );
    for (const { path } of frames?.frames ?? [])
      expect(await pixelsOf(path)).toMatchObject({ width: frames?.width, height: frames?.height });
  });

  it('is the very picture that the whole frame shows', async () => {
    const karaoke = captionPresets.find(({ id }) => id === 'pop')?.style ?? defaultCaptionStyle;
    const tracks = [trackOf(karaoke, cuesOf('Hello big world', '你好世界'))];
    const [frames] = await paint(tracks);
    for (const time of [0.9, 2.5]) {
      const state = frames?.frames.find(({ from, to }) => from <= time && time < to);
      const [shown] = layoutTracks(tracks, time, tall, safe);
      if (!frames || !state || !shown) throw new Error('Nothing is shown.');
      const whole = await painter.paint({
        body: {
          ...tall,
          pages: { [captionPage]: { id: captionPage, name: '', order: 'a0', background: '#000000' } },
          nodes: { [shown.node.id]: shown.node },
        },
        pageId: captionPage,
        scale: 1,
        background: null,
        tokens: { accent: '#00ff88' },
        assetFile: () => null,
      });
      const { x: left, y: top, width, height } = frames;
      const cut = await sharp(whole.rgba, { raw: { ...tall, channels: 4 } })
        .extract({ left, top, width, height })
        .raw()
        .toBuffer();
      const { data } = await pixelsOf(state.path);
      let different = 0;
      for (const [at, value] of cut.entries()) if (Math.abs(value - (data[at] ?? 0)) > 8) different += 1;
      expect(different).toBe(0);
    }
  });

  it('stacks two languages without one covering the other', async () => {
    const chinese = trackOf(defaultCaptionStyle, cuesOf('你好，世界'), 'zh');
    const english = trackOf({ ...defaultCaptionStyle, size: 3.5 }, cuesOf('Hello, world'), 'en');
    const frames = await paint([chinese, english]);
    const inks = await Promise.all(frames.map((each) => inkOf(each, each.frames[0]?.path ?? '')));
    expect(inks).toHaveLength(2);
    expect(inks[0]?.bottom).toBeLessThanOrEqual(inks[1]?.top ?? 0);
    expect(inks[1]?.bottom).toBeLessThanOrEqual(tall.height - safe.bottom);
  });

  it('leaves out what is hidden, not burnt or after the end, and ends when it is cancelled', async () => {
    const cues = cuesOf('Hello');
    const late = [{ id: 'late', from: 70, to: 71, text: 'Too late' }];
    expect(await paint([{ ...trackOf(defaultCaptionStyle, cues), burn: false }])).toEqual([]);
    expect(await paint([{ ...trackOf(defaultCaptionStyle, cues), hidden: true }])).toEqual([]);
    expect(await paint([trackOf(defaultCaptionStyle, late)])).toEqual([]);
    const stop = new AbortController();
    stop.abort();
    const cancelled = paint([trackOf(defaultCaptionStyle, cues)], { place: 'stopped', signal: stop.signal });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(layoutTracks([], 0, tall, noInsets)).toEqual([]);
  });
});
