import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createImageEngine } from '#main/media/images/engine.ts';
import { createClipEngine } from '#main/media/video/engine.ts';
import { findTools } from '#main/media/video/tools.ts';
import { findSubject } from './find-subject.ts';

const testdata = join(import.meta.dirname, '../../../../shared/testdata/video');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-subject-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Two signers before a bright screen, which the eye of the picture search prefers to them. Their heads are at 0.45
// to 0.52 of the width; an upright frame out of 4:3 shows 0.42 of it.
it.skipIf(!existsSync(testdata)).each(['hungry', 'bird'])(
  'keeps the head of a real person in an upright frame (%s)',
  async (name) => {
    const clips = createClipEngine(await findTools());
    const path = join(testdata, `sample-videos__${name}.mkv`);
    const { duration, video } = await clips.probe(path);
    const keys = await findSubject(
      { clips, images: createImageEngine() },
      {
        ...{ path, duration, fps: video?.fps ?? 30, shape: { width: 1080, height: 1920 }, folder },
        signal: new AbortController().signal,
      },
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { x } of keys) {
      expect(x - 0.21).toBeLessThan(0.43);
      expect(x + 0.21).toBeGreaterThan(0.54);
    }
  },
);
