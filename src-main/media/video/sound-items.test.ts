import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both, clip, level, levelAt, plain, type SoundBench, soundBench, tone } from './sound-fixtures.ts';

let bench: SoundBench;
let heard: SoundBench['heard'];

beforeAll(async () => {
  bench = await soundBench();
  ({ heard } = bench);
  await bench.sound('tone.wav', both(tone(440)), 3);
  await bench.sound('other.wav', both(tone(1000)), 3);
  await bench.sound('music.wav', both(tone(3000)), 3);
  await bench.sound('beat.wav', both(`if(lt(mod(t,0.5),0.1),${tone(2000)},0)`), 1);
  await bench.sound('speech.wav', both(`if(between(t,1,2),${tone(500)},0)`), 3);
});
afterAll(() => bench.remove());

const item = (more: object) => ({
  id: JSON.stringify(more),
  source: 'music.wav',
  at: 0,
  from: 0,
  to: 3,
  role: 'music',
  ...more,
});

describe('music, voice and effects', () => {
  it('stand where they were put, with their level and fades', async () => {
    const samples = await heard({
      segments: [clip(0, 3)],
      sounds: [item({ at: 1, from: 0.5, to: 1.5, gain: -10 })],
    });
    expect(samples?.length).toBe(144_000);
    expect(levelAt(samples, 3000, 0, 0.99)).toBeLessThan(-70);
    expect(levelAt(samples, 3000, 1.01, 1.99)).toBeCloseTo(plain - 10, 1);
    expect(levelAt(samples, 3000, 2.02, 2.9)).toBeLessThan(-70);
    expect(levelAt(samples, 440, 0.1, 2.9)).toBeCloseTo(plain, 1);
  });

  it('replace the sound of a muted track', async () => {
    const samples = await heard({ muted: true, segments: [clip(0, 2)], sounds: [item({})] });
    expect(samples?.length).toBe(96_000);
    expect(levelAt(samples, 440, 0.1, 1.9)).toBeLessThan(-70);
    expect(levelAt(samples, 3000, 0.1, 1.9)).toBeCloseTo(plain, 1);
  });

  it('repeat until the end without a gap', async () => {
    const samples = await heard({
      segments: [{ id: 'a', kind: 'colour', colour: '#000000', duration: 3.25 }],
      sounds: [item({ source: 'beat.wav', at: 0.5, from: 0, to: 1, loop: true })],
    });
    expect(samples?.length).toBe(3.25 * 48_000);
    for (const beat of [0.5, 1, 1.5, 2, 2.5, 3]) {
      expect(level(samples, beat + 0.01, beat + 0.09)).toBeCloseTo(plain, 0);
      expect(level(samples, beat - 0.3, beat - 0.01)).toBeLessThan(-70);
    }
  });

  it('follow their volume line in every round', async () => {
    const envelope = [
      { at: 0.5, gain: 0 },
      { at: 0.5, gain: -20 },
    ];
    const samples = await heard({
      muted: true,
      segments: [clip(0, 3)],
      sounds: [item({ from: 0, to: 1, loop: true, envelope, fadeOut: 0.5 })],
    });
    for (const round of [0, 1]) {
      expect(levelAt(samples, 3000, round + 0.05, round + 0.45)).toBeCloseTo(plain, 0);
      expect(levelAt(samples, 3000, round + 0.55, round + 0.95)).toBeCloseTo(plain - 20, 0);
    }
    expect(level(samples, 2.9, 3)).toBeLessThan(plain - 30);
  });

  it.each([-3, -12, -24])('yield by %i dB while the main track is heard', async (duck) => {
    const samples = await heard({
      segments: [clip(0, 3, { source: 'speech.wav' })],
      sounds: [item({ duck, gain: 0 })],
    });
    expect(levelAt(samples, 3000, 0.2, 0.95)).toBeCloseTo(plain, 0);
    expect(Math.abs(levelAt(samples, 3000, 1.4, 1.95) - (plain + duck))).toBeLessThan(0.5);
    expect(Math.abs(levelAt(samples, 3000, 2.9, 3) - plain)).toBeLessThan(1.5);
  });

  it('yield as much to a quiet voice, and not to a room', async () => {
    const speech = (gain: number) => ({
      segments: [clip(0, 3, { source: 'speech.wav', sound: { gain } })],
      sounds: [item({ duck: -12 })],
    });
    expect(Math.abs(levelAt(await heard(speech(-12)), 3000, 1.4, 1.95) - (plain - 12))).toBeLessThan(0.5);
    expect(levelAt(await heard(speech(-26)), 3000, 1.4, 1.95)).toBeCloseTo(plain, 0);
  });

  it('yield to a voice that is spoken over a silent track', async () => {
    const samples = await heard({
      muted: true,
      segments: [clip(0, 3)],
      sounds: [item({ duck: -12 }), item({ source: 'other.wav', at: 1, to: 1, role: 'voice' })],
    });
    expect(levelAt(samples, 3000, 0.1, 0.9)).toBeCloseTo(plain, 0);
    expect(Math.abs(levelAt(samples, 3000, 1.5, 1.95) - (plain - 12))).toBeLessThan(0.5);
  });

  it('never clip: the sum stays under −1 dBFS, in time', async () => {
    const samples = await heard({
      segments: [clip(0, 2, { sound: { gain: 20 } })],
      sounds: [item({ source: 'other.wav', gain: 20 })],
    });
    expect(samples?.length).toBe(96_000);
    expect(Math.max(...(samples ?? []))).toBeLessThan(0.8915);
    expect(level(samples, 1, 1.9)).toBeGreaterThan(-10);
  });
});
