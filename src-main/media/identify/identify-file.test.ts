import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GalleyError } from '#shared/contract/failure.ts';
import { identifyFile, shownName } from './identify-file.ts';
import { classifyText } from './text-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'galley-identify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function refusal(path: string): Promise<GalleyError> {
  const error: unknown = await identifyFile(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GalleyError)) throw new Error(`not refused with a sentence: ${String(error)}`);
  return error;
}

const mpd =
  '<?xml version="1.0"?>\n<!-- made by x -->\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>a.mp4</BaseURL></MPD>';

describe('identifyFile refuses by content, naming the file, the reason and what to do', () => {
  it.each([
    ['list.mp4', '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n', 'playlist'],
    ['bom.mp4', '\ufeff#EXTM3U\nsecret.ts', 'playlist'],
    ['dash.mp4', mpd, 'playlist'],
    ['concat.mov', 'ffconcat version 1.0\nfile /etc/passwd\n', 'playlist'],
    ['notes.jpg', 'Dear diary, no picture here.\n', 'text'],
    ['page.png', '<!doctype html><html><body>404</body></html>', 'text'],
    ['empty.jpg', '', '0 bytes'],
    ['old.png', Buffer.concat([Buffer.from('BM'), Buffer.alloc(200, 7)]), 'BMP'],
    ['layers.jpg', Buffer.concat([Buffer.from('8BPS\0\u0001'), Buffer.alloc(200)]), 'Photoshop'],
    ['paper.jpg', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'PDF'],
    ['noise.mp4', Buffer.alloc(5000, 3), 'damaged'],
    ['archive.jpg', Buffer.from('504b0304140000000800', 'hex'), 'not a picture'],
  ])('%s', async (name, content, reason) => {
    const error = await refusal(file(name, content));
    expect(error.code).toBe('unreadable-file');
    expect(error.sentence.en).toContain(`“${name}”`);
    expect(error.sentence.en).toContain(reason);
    expect(error.sentence.zh).toContain(`“${name}”`);
  });

  it('a folder, a missing file, a device', async () => {
    expect((await refusal(folder)).code).toBe('unreadable-file');
    expect((await refusal(join(folder, 'gone.jpg'))).code).toBe('not-found');
    if (process.platform !== 'win32') expect((await refusal('/dev/zero')).code).toBe('unreadable-file');
  });

  it('shows names without tricks', () => {
    expect(shownName('/x/holiday\u202egpj.exe')).toBe('holiday\ufffdgpj.exe');
  });
});

describe('identifyFile accepts by content whatever the name says', () => {
  const svg = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><!-- <html> --><svg:svg xmlns:svg="x"/>';
  it.each([
    ['drawing.txt', svg],
    ['plain.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['wide.svg', Buffer.from('\ufeff<svg/>', 'utf16le')],
  ])('SVG as %s', async (name, content) => {
    expect(await identifyFile(file(name, content))).toEqual({
      kind: 'image',
      type: 'image/svg+xml',
      extension: 'svg',
    });
  });

  it('classifies text', () => {
    expect(classifyText(Buffer.from('[playlist]\nFile1=x'))).toBe('playlist');
    expect(classifyText(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]))).toBe('binary');
  });

  const videos = resolve('../shared/testdata/video');
  it.skipIf(!existsSync(videos))('every clip of the test data (needs ../shared/testdata)', async () => {
    for (const name of readdirSync(videos)) {
      const { kind, type } = await identifyFile(join(videos, name));
      expect([name, kind]).toEqual([name, name.endsWith('.wav') ? 'audio' : 'video']);
      expect(type).toMatch(/^(video|audio)\//);
    }
  });
});
