import { readdirSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import {
  type ClipBench,
  clipBench,
  countedClip,
  frameNumbers,
  leftovers,
  soundSeconds,
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
const whole = (): ClipEdit => ({ segments: [part(0, 2)] });

describe('what is written', () => {
  test.each([
    ['webm', 'vp9'],
    ['mov', 'h264'],
    ['mkv', 'h264'],
    ['mp4', 'hevc'],
  ] as const)('%s with %s', async (kind, codec) => {
    const name = `kind.${codec}.${kind}`;
    const made = await bench.engine.renderEdit(renderRequest(bench, whole(), name, { kind, codec }));
    const probe = await bench.engine.probe(made.out);
    expect(probe.video?.codec).toBe(codec);
    expect(probe.video?.colour).toMatchObject({ matrix: 'bt709', fullRange: false });
    expect(Math.abs((await soundSeconds(bench, made.out)) - 2)).toBeLessThan(1 / 30);
    expect(made.frames).toBe(60);
  });

  test('a byte limit is kept in two passes', async () => {
    const limit = 40_000;
    const request = renderRequest(bench, whole(), 'small.mp4', { maxBytes: limit });
    const lines: string[] = [];
    const made = await bench.engine.renderEdit({ ...request, onCommand: (line) => lines.push(line) });
    expect(statSync(made.out).size).toBeLessThanOrEqual(limit);
    expect(made.passes).toBeGreaterThan(1);
    expect(lines).toEqual(made.commands);
    expect(lines.at(-1)).toMatch(/^ffmpeg -hide_banner .* -pass 2 /);
    expect(lines.join('\n')).not.toContain(bench.folder);
    expect(made.frames).toBe(60);
  });

  test('a limit that cannot be kept is said, and nothing is left', async () => {
    const request = renderRequest(bench, whole(), 'impossible.mp4', { maxBytes: 10_000 });
    await expect(bench.engine.renderEdit(request)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(readdirSync(bench.folder)).not.toContain('impossible.mp4');
    expect(leftovers(bench.folder)).toEqual([]);
  });

  test('loudness comes to its target', async () => {
    const loudness = { lufs: -16, peak: -1 };
    const made = await bench.engine.renderEdit(renderRequest(bench, whole(), 'loud.mp4', { loudness }));
    expect(Math.abs((made.loudness?.after.integrated ?? 0) + 16)).toBeLessThan(0.3);
    expect(made.loudness?.before.integrated).not.toBeNull();
  });

  test('the rate is capped evenly', async () => {
    const made = await bench.engine.renderEdit(renderRequest(bench, whole(), 'fifteen.mp4', { maxFps: 15 }));
    expect(await frameNumbers(bench, made.out)).toEqual(Array.from({ length: 30 }, (_, at) => at * 2));
  });

  test('an existing file is kept without force', async () => {
    const request = { ...renderRequest(bench, whole(), 'counted.mp4'), force: false };
    await expect(bench.engine.renderEdit(request)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('nothing is a refusal', async () => {
    await expect(
      bench.engine.renderEdit(renderRequest(bench, { segments: [] }, 'none.mp4')),
    ).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('stopping', () => {
  test.each([0, 40, 150, 400, 700])('after %i ms leaves no file', async (after) => {
    const edit: ClipEdit = {
      segments: [part(0, 2, { reversed: true }), part(0, 2, { transition: { kind: 'fade', seconds: 0.5 } })],
    };
    const stop = new AbortController();
    const work = bench.engine.renderEdit(renderRequest(bench, edit, 'stopped.mp4'), { signal: stop.signal });
    setTimeout(() => stop.abort(), after);
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(bench.folder)).not.toContain('stopped.mp4');
    expect(leftovers(bench.folder)).toEqual([]);
  });
});

describe('moving pictures', () => {
  test.each(['gif', 'webp'])('%s of a part', async (type) => {
    const out = bench.path(`part.${type}`);
    const made = await bench.engine.animate({ in: counted, from: 0.5, to: 1.5, width: 160, fps: 10, out });
    expect(made).toMatchObject({ frames: 10, fps: 10, width: 160, height: 96 });
    expect(statSync(out).size).toBe(made.bytes);
    if (type === 'gif')
      expect((await bench.engine.probe(out)).video).toMatchObject({ width: 160, height: 96 });
  });

  test('keep a byte limit, or say that they cannot', async () => {
    const request = { in: counted, from: 0, to: 2, width: 320, fps: 15 };
    const made = await bench.engine.animate({
      ...request,
      maxBytes: 150_000,
      out: bench.path('limited.gif'),
    });
    expect(made.bytes).toBeLessThanOrEqual(150_000);
    expect(made.notes.length).toBe(1);
    await expect(
      bench.engine.animate({ ...request, maxBytes: 1000, out: bench.path('never.gif') }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect(readdirSync(bench.folder)).not.toContain('never.gif');
  });
});
