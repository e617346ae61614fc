import { expect, it } from 'vitest';
import { wavOf } from './voice-wav.ts';

it('writes a head that says what the file holds, and limited samples', () => {
  const bytes = wavOf(new Float32Array([0, 1, -1, 2]), 48_000);
  const view = new DataView(bytes);
  const text = (at: number, length: number) => new TextDecoder().decode(bytes.slice(at, at + length));
  expect([text(0, 4), text(8, 8), text(36, 4)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(view.getUint32(4, true)).toBe(bytes.byteLength - 8);
  expect(view.getUint32(24, true)).toBe(48_000);
  expect(view.getUint32(40, true)).toBe(8);
  expect([0, 1, 2, 3].map((at) => view.getInt16(44 + at * 2, true))).toEqual([0, 32_767, -32_767, 32_767]);
});
