import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClipEdit, Overlay } from '#shared/clip/edit/schema.ts';
import type { PaintedParts } from '#shared/clip/render/types.ts';
import { type ClipBench, clipBench } from './clip-fixtures.ts';
import { framesOf, plainClip, type SeenFrames, renderRequest } from './render-fixtures.ts';

let bench: ClipBench;
let grey = '';
let sticker = '';
beforeAll(async () => {
  bench = await clipBench();
  grey = await plainClip(bench, 'grey.mp4', { colour: 'gray', frames: 45 });
  sticker = await picture('sticker.png', 'red', '80x48');
});
afterAll(() => bench.remove());

async function picture(name: string, colour: string, size: string): Promise<string> {
  const path = bench.path(name);
  await bench.ffmpeg(
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:s=${size}`,
    '-frames:v',
    '1',
    '-vf',
    'format=rgba',
    path,
  );
  return path;
}

const base = (): ClipEdit => ({ segments: [{ id: 'g', kind: 'clip', source: grey, from: 0, to: 1.5 }] });
const overlay = (more: Partial<Overlay>): Overlay => ({
  id: 'o',
  kind: 'design',
  source: 'design',
  from: 0.5,
  to: 1,
  x: 0.25,
  y: 0.25,
  width: 0.25,
  ...more,
});

async function withOverlay(more: Partial<Overlay>, name: string): Promise<SeenFrames> {
  const painted: PaintedParts = {
    segments: new Map(),
    overlays: new Map([['o', { path: sticker, width: 80, height: 48 }]]),
    captions: [],
  };
  const edit = { ...base(), overlays: [overlay(more)] };
  const made = await bench.engine.renderEdit({ ...renderRequest(bench, edit, name), painted });
  return framesOf(bench, made.out);
}

const red = ([r, g, b]: readonly number[]): boolean => (r ?? 0) > 200 && (g ?? 0) < 40 && (b ?? 0) < 40;
/** Frames in which a place is red. */
const redFrames = (frames: SeenFrames, at: { x: number; y: number }): number[] =>
  Array.from({ length: frames.count }, (_, frame) => frame).filter((frame) => red(frames.colour(frame, at)));
const run = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe('overlays', () => {
  test('are in their place from their first to their last frame', async () => {
    const frames = await withOverlay({}, 'place.mp4');
    expect(redFrames(frames, { x: 0.27, y: 0.27 })).toEqual(run(15, 30));
    expect(redFrames(frames, { x: 0.48, y: 0.48 })).toEqual(run(15, 30));
    expect(redFrames(frames, { x: 0.52, y: 0.4 })).toEqual([]);
    expect(redFrames(frames, { x: 0.23, y: 0.4 })).toEqual([]);
  });

  test('let through what their opacity says', async () => {
    const [r, g] = (await withOverlay({ opacity: 0.5 }, 'half.mp4')).colour(20, { x: 0.4, y: 0.4 });
    expect(Math.abs(r - 191)).toBeLessThan(8);
    expect(Math.abs(g - 64)).toBeLessThan(8);
  });

  test('fade in and out', async () => {
    const move = { kind: 'fade' as const, seconds: 0.2 };
    const frames = await withOverlay({ enter: move, leave: move }, 'fade.mp4');
    const green = run(0, 45).map((frame) => frames.colour(frame, { x: 0.4, y: 0.4 })[1]);
    expect(green[14]).toBeGreaterThan(120);
    // Half way in and half way out.
    expect(Math.abs((green[18] ?? 0) - 64)).toBeLessThan(15);
    expect(Math.abs((green[27] ?? 0) - 64)).toBeLessThan(15);
    expect(redFrames(frames, { x: 0.4, y: 0.4 })).toEqual(expect.arrayContaining(run(21, 25)));
    expect(green[30]).toBeGreaterThan(120);
  });

  test('slide in from the side they go to, and leave', async () => {
    const move = { kind: 'slide-left' as const, seconds: 0.2 };
    const frames = await withOverlay({ enter: move, leave: move }, 'slide.mp4');
    // It comes from the right: the right edge is red before the place itself is.
    expect(redFrames(frames, { x: 0.7, y: 0.4 }).length).toBeGreaterThan(0);
    expect(Math.min(...redFrames(frames, { x: 0.26, y: 0.4 }))).toBeGreaterThan(15);
    expect(redFrames(frames, { x: 0.26, y: 0.4 })).toEqual(expect.arrayContaining(run(21, 25)));
    // Leaves to the left.
    expect(redFrames(frames, { x: 0.05, y: 0.4 }).every((frame) => frame >= 24)).toBe(true);
    expect(redFrames(frames, { x: 0.4, y: 0.4 }).every((frame) => frame >= 15 && frame < 30)).toBe(true);
  });

  test('zoom in around their middle', async () => {
    const frames = await withOverlay({ enter: { kind: 'zoom', seconds: 0.2 } }, 'zoom.mp4');
    expect(redFrames(frames, { x: 0.375, y: 0.375 })).toEqual(expect.arrayContaining(run(20, 30)));
    expect(Math.min(...redFrames(frames, { x: 0.26, y: 0.26 }))).toBeGreaterThan(17);
    expect(redFrames(frames, { x: 0.26, y: 0.26 })).toEqual(expect.arrayContaining(run(22, 30)));
  });
});

describe('captions', () => {
  test('show from their first to their last frame', async () => {
    const [one, two, empty] = [
      await picture('one.png', 'red', '160x32'),
      await picture('two.png', 'blue', '160x32'),
      await picture('empty.png', '#00000000', '160x32'),
    ];
    const painted: PaintedParts = {
      segments: new Map(),
      overlays: new Map(),
      captions: [
        {
          x: 80,
          y: 150,
          width: 160,
          height: 32,
          empty,
          frames: [
            { path: one, from: 0.1, to: 0.5 },
            { path: two, from: 0.5, to: 0.8 },
            { path: one, from: 1.2, to: 1.4 },
          ],
        },
      ],
    };
    const request = { ...renderRequest(bench, base(), 'captions.mp4'), painted };
    const made = await bench.engine.renderEdit(request);
    const frames = await framesOf(bench, made.out);
    expect(redFrames(frames, { x: 0.5, y: 0.85 })).toEqual([...run(3, 15), ...run(36, 42)]);
    const blue = run(0, 45).filter((frame) => frames.colour(frame, { x: 0.5, y: 0.85 })[2] > 200);
    expect(blue).toEqual(run(15, 24));
    expect(made.frames).toBe(45);

    // One frame of the finished clip, made alone.
    for (const [at, colour] of [
      [0.45, 'red'],
      [0.55, 'blue'],
      [1, 'grey'],
    ] as const) {
      const still = await bench.engine.editFrame({
        ...request,
        at,
        maxSide: 320,
        out: bench.path(`at-${at}.png`),
      });
      const [r, , b] = (await framesOf(bench, still.out)).colour(0, { x: 0.5, y: 0.85 });
      expect({ at, colour: r > 200 ? 'red' : b > 200 ? 'blue' : 'grey' }).toEqual({ at, colour });
    }
  });
});
