import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FrameIndex, indexFrames, packetReader } from './frame-index.ts';
import { type CutMode, planCut } from './plan.ts';
import { type ClipProbe, orientationOf, parseProbe } from './probe.ts';

const stream = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  profile: 'High',
  width: 1920,
  height: 1080,
  pix_fmt: 'yuv420p',
  r_frame_rate: '30/1',
  avg_frame_rate: '30/1',
  time_base: '1/15360',
  has_b_frames: 2,
  field_order: 'progressive',
};
const format = { format_name: 'mov,mp4,m4a,3gp,3g2,mj2', duration: '20.000000', start_time: '0.000000' };
const probeOf = (changes: object = {}): ClipProbe =>
  parseProbe({ streams: [{ ...stream, ...changes }], format }, 1000);

/** 600 frames at 30 a second in groups of 30 with B-frames, as encoders store them: I P B B P B B … */
function storedFrames(): FrameIndex {
  const times: { time: number; key: boolean }[] = [];
  for (let group = 0; group < 600; group += 30) {
    times.push({ time: group, key: true });
    for (let at = 1; at < 30; at += 3) {
      const last = Math.min(group + at + 2, group + 29);
      times.push({ time: last, key: false });
      for (let before = group + at; before < last; before += 1) times.push({ time: before, key: false });
    }
  }
  return indexFrames(times.map(({ time, key }) => ({ time: time / 30, key })));
}

/** The same with open groups: the frame before each keyframe is stored after it. */
function openFrames(): FrameIndex {
  const { stored, keyPositions } = storedFrames();
  const packets = Array.from(stored, (time, at) => ({ time, key: keyPositions.includes(at) }));
  for (const position of keyPositions.slice(1)) {
    const before = packets.findIndex(({ time }) => Math.abs(time - (stored[position] ?? 0) + 1 / 30) < 0.001);
    const moved = packets.splice(before, 1);
    packets.splice(position, 0, ...moved);
  }
  return indexFrames(packets);
}

const index = storedFrames();

test('exact: the frames asked for, whatever the range', () => {
  const frame = fc.integer({ min: 0, max: 598 });
  fc.assert(
    fc.property(frame, fc.integer({ min: 1, max: 600 }), (first, length) => {
      const count = Math.min(length, 600 - first);
      const plan = planCut(probeOf(), index, { from: first / 30, to: (first + length) / 30, mode: 'exact' });
      expect(plan).toMatchObject({ mode: 'exact', frames: count, reencodedFrames: count });
      expect(plan.actual.from).toBeCloseTo(first / 30, 6);
    }),
  );
});

test('smart: head, middle and tail are the whole, and the middle is whole groups', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 480 }), fc.integer({ min: 95, max: 119 }), (first, count) => {
      const plan = planCut(probeOf(), index, { from: first / 30, to: (first + count) / 30, mode: 'smart' });
      expect(plan.frames).toBe(count);
      if (plan.smart) {
        const { head, middle, tail } = plan.smart;
        expect(head + middle + tail).toBe(count);
        expect(middle % 30).toBe(0);
        expect((first + head) % 30).toBe(0);
        expect(plan.reencodedFrames).toBe(head + tail);
      } else expect(plan.reasons.map((reason) => reason.code)).toEqual(['smart-short']);
    }),
  );
});

test('lossless: starts at the keyframe before, covers the end, leaves no hole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 90 }), (first, count) => {
      const plan = planCut(probeOf(), index, {
        from: first / 30,
        to: (first + count) / 30,
        mode: 'lossless',
      });
      const start = Math.floor(first / 30) * 30;
      expect(plan.actual.from).toBeCloseTo(start / 30, 6);
      const stored = [...index.stored.subarray(index.keyPositions[start / 30], 600)].slice(0, plan.frames);
      const shown = stored.map((time) => Math.round(time * 30)).sort((a, b) => a - b);
      expect(shown).toEqual(shown.map((_, at) => start + at));
      expect(shown.at(-1)).toBeGreaterThanOrEqual(first + count - 1);
      expect(plan.actual.to).toBeCloseTo((start + plan.frames) / 30, 5);
    }),
  );
});

test('trimming twice equals trimming once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 10, max: 200 }), (first, count) => {
      const request = { from: first / 30, to: (first + count) / 30, mode: 'exact' as const };
      const once = planCut(probeOf(), index, request);
      const again = planCut(probeOf(), index, { ...once.actual, mode: 'exact' });
      expect([again.frames, again.actual]).toEqual([once.frames, once.actual]);
    }),
  );
});

describe('a smart cut is refused with its reason', () => {
  const request = { from: 0.5, to: 10.2, mode: 'smart' as const };
  const codes = (probe: ClipProbe, frames = index) =>
    planCut(probe, frames, request).reasons.map(({ code }) => code);
  test.each([
    ['smart-codec', { codec_name: 'hevc' }],
    ['smart-codec', { pix_fmt: 'yuv420p10le' }],
    ['smart-interlaced', { field_order: 'tt' }],
    ['smart-vfr', { r_frame_rate: '60/1', avg_frame_rate: '47/1' }],
  ])('%s', (code, changes) => {
    expect(codes(probeOf(changes))).toContain(code);
  });
  test('smart-open-gop', () => {
    expect(openFrames().openGop).toBe(true);
    expect(codes(probeOf(), openFrames())).toContain('smart-open-gop');
  });
});

test.each<[number, number, CutMode | undefined]>([
  [5, 5, undefined],
  [-1, 5, 'exact'],
  [25, 30, 'lossless'],
  [0, Number.NaN, 'exact'],
])('%d to %d is refused', (from, to, mode) => {
  expect(() => planCut(probeOf(), index, { from, to, mode })).toThrow();
});

test('an end beyond the clip is brought back, and said', () => {
  const plan = planCut(probeOf(), index, { from: 19, to: 50, mode: 'exact' });
  expect(plan.frames).toBe(30);
  expect(plan.reasons.map((reason) => reason.code)).toEqual(['clamped']);
});

test('display matrices', () => {
  const matrix = (a: number, b: number, c: number, d: number) =>
    `\n00000000: ${a} ${b} 0\n00000001: ${c} ${d} 0\n00000002: 0 0 1073741824\n`;
  const one = 65_536;
  expect(orientationOf(matrix(one, 0, 0, one))).toEqual({ rotation: 0, mirrored: false });
  expect(orientationOf(matrix(0, one, -one, 0))).toEqual({ rotation: 90, mirrored: false });
  expect(orientationOf(matrix(-one, 0, 0, -one))).toEqual({ rotation: 180, mirrored: false });
  expect(orientationOf(matrix(0, -one, one, 0))).toEqual({ rotation: 270, mirrored: false });
  expect(orientationOf(matrix(0, one, one, 0))).toEqual({ rotation: 90, mirrored: true });
});

test('packets of old and new ffprobe, in any pieces', () => {
  const text = '1.466667,36692,K_\n1.533333,5312,__\nN/A,5,__\n1.5,599,___\n1.6,10,_D\n';
  for (const size of [1, 5, 1000]) {
    const seen: { time: number; key: boolean }[] = [];
    const read = packetReader(1.466667, ({ time, key }) => seen.push({ time: Math.round(time * 1000), key }));
    for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size));
    expect(seen).toEqual([
      { time: 0, key: true },
      { time: 67, key: false },
      { time: 33, key: false },
    ]);
  }
});

test('answers that are not a probe are refused in words', () => {
  for (const json of [null, {}, [], 'x', { streams: [] }, { streams: [{ index: 0, codec_type: 'data' }] }]) {
    expect(() => parseProbe(json, 10)).toThrow(/no picture or sound/);
  }
});
