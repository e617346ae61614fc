import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import {
  type ClipBench,
  clipBench,
  countedClip,
  frameNumbers,
  leftovers,
  numbersFrom,
  soundSeconds,
} from './clip-fixtures.ts';
import { colourAt, plainClip, renderRequest } from './render-fixtures.ts';

let bench: ClipBench;
let counted = '';
let red = '';
let blue = '';
beforeAll(async () => {
  bench = await clipBench();
  counted = await countedClip(bench, 'counted.mp4', { frames: 90, rate: '30', gop: 30 });
  red = await plainClip(bench, 'red.mp4', { colour: 'red', frames: 30 });
  blue = await plainClip(bench, 'blue.mp4', { colour: 'blue', frames: 30 });
});
afterAll(() => bench.remove());

const part = (from: number, to: number, more: Partial<Segment> = {}): Segment =>
  ({ id: `${from}-${to}`, kind: 'clip', source: counted, from, to, ...more }) as Segment;

async function numbersOf(edit: ClipEdit, name: string, target = {}): Promise<number[]> {
  const made = await bench.engine.renderEdit(renderRequest(bench, edit, name, target));
  const numbers = await frameNumbers(bench, made.out);
  expect(made.frames).toBe(numbers.length);
  return numbers;
}

describe('segments on the timeline', () => {
  test('are joined in order, frame by frame, with sound of the same length', async () => {
    const edit = { segments: [part(1, 1.5), part(0, 0.5), part(2.5, 3)] };
    const numbers = await numbersOf(edit, 'joined.mp4');
    expect(numbers).toEqual([...numbersFrom(30, 15), ...numbersFrom(0, 15), ...numbersFrom(75, 15)]);
    expect(Math.abs((await soundSeconds(bench, bench.path('joined.mp4'))) - 1.5)).toBeLessThan(1 / 30);
    expect(leftovers(bench.folder)).toEqual([]);
  });

  test('play faster, slower and backwards', async () => {
    expect(await numbersOf({ segments: [part(0, 2, { speed: 2 })] }, 'fast.mp4')).toEqual(
      Array.from({ length: 30 }, (_, at) => at * 2),
    );
    expect(await numbersOf({ segments: [part(1, 2, { speed: 0.5 })] }, 'slow.mp4')).toEqual(
      Array.from({ length: 60 }, (_, at) => 30 + Math.floor(at / 2)),
    );
    expect(await numbersOf({ segments: [part(0.5, 3, { reversed: true })] }, 'back.mp4')).toEqual(
      Array.from({ length: 75 }, (_, at) => 89 - at),
    );
  });

  test('hold one frame', async () => {
    const freeze: Segment = { id: 'f', kind: 'freeze', source: counted, at: 1, duration: 0.5 };
    expect(await numbersOf({ segments: [part(0, 0.2), freeze, part(2, 2.2)] }, 'freeze.mp4')).toEqual([
      ...numbersFrom(0, 6),
      ...Array.from({ length: 15 }, () => 30),
      ...numbersFrom(60, 6),
    ]);
  });

  test('end where a format says', async () => {
    expect(
      await numbersOf({ segments: [part(0, 1), part(1, 3)] }, 'capped.mp4', { maxDuration: 1.25 }),
    ).toEqual(numbersFrom(0, 37));
  });

  test('many of them are rendered in chunks that are joined', async () => {
    const segments = Array.from({ length: 30 }, (_, at) => ({
      ...part(at / 30, at / 30 + 0.1),
      id: `s${at}`,
    }));
    const made = await bench.engine.renderEdit(renderRequest(bench, { segments }, 'many.mp4'));
    expect(await frameNumbers(bench, made.out)).toEqual(segments.flatMap((_, at) => numbersFrom(at, 3)));
    expect(made.commands.length).toBeGreaterThan(2);
  });
});

describe('transitions', () => {
  const two = (kind: string, seconds: number): ClipEdit => ({
    segments: [
      { id: 'a', kind: 'clip', source: red, from: 0, to: 1 },
      { id: 'b', kind: 'clip', source: blue, from: 0, to: 1, transition: { kind, seconds } as never },
    ],
  });

  test.each(['fade', 'dip-black', 'dip-white', 'slide-left', 'slide-up', 'wipe-right', 'zoom'])(
    '%s takes exactly its frames on both sides',
    async (kind) => {
      const made = await bench.engine.renderEdit(renderRequest(bench, two(kind, 1 / 3), `${kind}.mp4`));
      expect(made.frames).toBe(50);
      const colours = await colourAt(bench, made.out, { x: 0.5, y: 0.5 });
      expect(colours).toHaveLength(50);
      expect(colours.slice(0, 20).every(([r, , b]) => r > 240 && b < 15)).toBe(true);
      expect(colours.slice(30).every(([r, , b]) => r < 15 && b > 240)).toBe(true);
      const middle = colours[25] ?? [0, 0, 0];
      if (kind === 'fade') expect(middle.map((value) => Math.round(value / 32))).toEqual([4, 0, 4]);
    },
  );
});
