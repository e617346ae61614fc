import { statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Segment } from '#shared/clip/edit/segment.ts';
import {
  type ClipBench,
  clipBench,
  countedClip,
  frameNumbers,
  leftovers,
  numbersFrom,
} from './clip-fixtures.ts';
import { renderRequest } from './render-fixtures.ts';

let bench: ClipBench;
let counted = '';
beforeAll(async () => {
  bench = await clipBench();
  counted = await countedClip(bench, 'counted.mp4', { frames: 60, rate: '30', gop: 30 });
});
afterAll(() => bench.remove());

const part = (from: number, to: number, more: Partial<Segment> = {}): Segment =>
  ({ id: `${from}-${to}`, kind: 'clip', source: counted, from, to, ...more }) as Segment;

test('a stabilised segment, backwards and faster, has its frames', async () => {
  if (!bench.tools.abilities.filters.stabilise) return;
  const segments = [
    part(0, 2, { picture: { stabilise: true }, reversed: true, speed: 2 }),
    part(0, 0.5, { picture: { stabilise: true } }),
  ];
  const made = await bench.engine.renderEdit(renderRequest(bench, { segments }, 'steady.mp4'));
  expect(made.frames).toBe(45);
  expect(made.commands.filter((line) => line.includes('vidstab'))).toHaveLength(4);
  expect(leftovers(bench.folder)).toEqual([]);
});

test('a focus of hundreds of keys is rendered', async () => {
  const focus = Array.from({ length: 300 }, (_, at) => ({
    at: at / 300,
    x: 0.4 + 0.2 * Math.sin(at),
    y: 0.5,
  }));
  const edit = { segments: [part(0, 1, { picture: { focus } })] };
  const request = renderRequest(bench, edit, 'keys.mp4', { width: 108, height: 192 });
  expect((await bench.engine.renderEdit(request)).frames).toBe(30);
});

test('chunks keep a byte limit too', async () => {
  const segments = Array.from({ length: 26 }, (_, at) => ({ ...part(at / 30, at / 30 + 0.1), id: `s${at}` }));
  const maxBytes = 60_000;
  const made = await bench.engine.renderEdit(renderRequest(bench, { segments }, 'chunks.mp4', { maxBytes }));
  expect(statSync(made.out).size).toBeLessThanOrEqual(maxBytes);
  expect(made.frames).toBe(78);
}, 900_000);

test('a cross-fade mixes the frames that belong together', async () => {
  const segments = [part(0, 1), part(1, 2, { transition: { kind: 'slide-left', seconds: 0.2 } })];
  const made = await bench.engine.renderEdit(renderRequest(bench, { segments }, 'cross.mp4'));
  const numbers = await frameNumbers(bench, made.out);
  expect(numbers.slice(0, 24)).toEqual(numbersFrom(0, 24));
  expect(numbers.slice(30)).toEqual(numbersFrom(36, 24));
});

test('recordings of other rates fall on the grid without drifting', async () => {
  const slow = await countedClip(bench, 'slow.mp4', { frames: 50, rate: '25', gop: 25, sound: false });
  const segments = [
    part(0, 1),
    { ...part(0, 1), id: 'slow', source: slow } as Segment,
    { ...part(1, 2), id: 'last' },
  ];
  const made = await bench.engine.renderEdit(renderRequest(bench, { segments }, 'rates.mp4'));
  const numbers = await frameNumbers(bench, made.out);
  expect(numbers.slice(0, 30)).toEqual(numbersFrom(0, 30));
  expect(numbers.slice(60)).toEqual(numbersFrom(30, 30));
  const middle = numbers.slice(30, 60);
  expect(new Set(middle).size).toBe(25);
  middle.forEach((number, at) => expect(Math.abs(number - (at * 25) / 30)).toBeLessThanOrEqual(0.51));
});
