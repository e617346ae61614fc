import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runGalley } from './testing/galley.ts';

let folder = '';

interface Converted {
  out: string;
  cues: number;
  repaired: string[];
  code?: string;
}

function captions(...words: string[]): { code: number | null; document: Converted; error: string } {
  const { code, out, err } = runGalley(folder, ['clip', 'captions', ...words, '--json', '--quiet']);
  return { code, document: JSON.parse(out || '{}') as Converted, error: err + out };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cli-captions-'));
  const times = ['00:00:01,000 --> 00:00:02,500', '00:00:04,000 --> 00:00:03,000'];
  // 你好，世界 and 我们走吧 in GBK.
  const words = [Buffer.from('c4e3bac3a3accac0bde7', 'hex'), Buffer.from('ced2c3c7d7dfb0c9', 'hex')];
  const parts = words.flatMap((bytes, index) => [
    Buffer.from(`${index + 1}\r\n${times[index]}\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
  writeFileSync(join(folder, 'in.srt'), Buffer.concat(parts));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('converts, repairs and shifts captions of another encoding, and says what it repaired', () => {
  const { code, document } = captions('in.srt', '--shift', '-1.25', '-o', 'out.vtt');
  expect(code).toBe(0);
  expect(document).toEqual({
    out: join(folder, 'out.vtt'),
    cues: 2,
    repaired: [
      'The file does not say its encoding; it was read as gb18030.',
      '1 caption(s) ended before they started (first in line 6); they stay for 2 seconds or until the next.',
    ],
  });
  expect(readFileSync(join(folder, 'out.vtt'), 'utf8')).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:00:01.250\n你好，世界\n\n00:00:02.750 --> 00:00:04.750\n我们走吧\n',
  );
});

it('refuses what it is not told how to write, with a sentence', () => {
  const refused = captions('in.srt', '-o', 'out.doc');
  expect(refused.code).not.toBe(0);
  expect(refused.error).toContain('add --to');
  expect(existsSync(join(folder, 'out.doc'))).toBe(false);
});
