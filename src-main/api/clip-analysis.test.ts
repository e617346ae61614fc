import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clipEditSchema } from '#shared/clip/edit/schema.ts';
import { importFiles } from '#main/core/library/import-files.ts';
import { createOfferedFiles } from '#main/core/media-route.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { writeAtomically } from '#main/media/files/atomic.ts';
import { copyHashed } from '#main/media/files/hashed-copy.ts';
import { identifyFile } from '#main/media/identify/identify-file.ts';
import { createImageEngine } from '#main/media/images/engine.ts';
import { type ClipBench, clipBench } from '#main/media/video/clip-fixtures.ts';
import { createClipAnalysisHandlers } from './clip-analysis.ts';

let bench: ClipBench;
let studio: TestWorkspace;
let handlers: ReturnType<typeof createClipAnalysisHandlers>;
const job = { id: 'job', signal: new AbortController().signal, progress: () => {} };
const limits = { silence: { below: -35, seconds: 0.5 }, black: null, scene: null };
let assetId = '';

beforeAll(async () => {
  bench = await clipBench();
  studio = createTestWorkspace();
  const path = bench.path('tone.wav');
  const tone = `${10 ** (-23 / 20)}*sin(2*PI*1000*t)*lt(t,2)`;
  await bench.ffmpeg('-f', 'lavfi', '-i', `aevalsrc='${tone}|${tone}':s=48000:d=3`, path);
  const files = { writeAtomically, copyHashed };
  const tools = { identify: identifyFile, images: createImageEngine(), clips: bench.engine, files };
  const request = { sources: [{ kind: 'path' as const, path }], tags: [] };
  const { imported } = await importFiles(studio.context, tools, bench.folder, request, job);
  assetId = imported[0]?.id ?? '';
  const offered = createOfferedFiles();
  handlers = createClipAnalysisHandlers({ ...tools, holder: studio.context.holder, offered });
});
afterAll(() => {
  studio.remove();
  bench.remove();
});

it('finds pauses once for each choice of limits', async () => {
  const found = await handlers['clips.detect'].run({ assetId, ...limits }, job);
  expect(found.silences).toHaveLength(1);
  expect(found.silences[0]?.from).toBeCloseTo(2, 1);
  const facts = join(studio.context.holder.current().paths.cache, 'facts');
  expect(readdirSync(facts)).toHaveLength(1);
  expect(await handlers['clips.detect'].run({ assetId, ...limits }, job)).toEqual(found);
  await handlers['clips.detect'].run({ assetId, ...limits, silence: { below: -50, seconds: 0.5 } }, job);
  expect(readdirSync(facts)).toHaveLength(2);
});

it('measures a file and an edit of it', async () => {
  const file = await handlers['clips.loudness'].run({ assetId }, job);
  expect(file.integrated).toBeCloseTo(-23, 0);
  const segment = { id: 'a', kind: 'clip', source: assetId, from: 0, to: 2, sound: { gain: -10 } };
  const edit = clipEditSchema.parse({ segments: [segment] });
  expect((await handlers['clips.loudness'].run({ edit }, job)).integrated).toBeCloseTo(-33, 0);
  const gone = clipEditSchema.parse({ segments: [{ ...segment, source: 'gone' }] });
  await expect(handlers['clips.loudness'].run({ edit: gone }, job)).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('a source of an edit is an id of the library and never a path', async () => {
  const outside = bench.path('tone.wav');
  for (const source of [outside, `file:${outside}`, '../../../../etc/passwd', `../${assetId}`]) {
    const edit = clipEditSchema.parse({ segments: [{ id: 'a', kind: 'clip', source, from: 0, to: 1 }] });
    await expect(handlers['clips.loudness'].run({ edit }, job)).rejects.toMatchObject({ code: 'not-found' });
    const look = async () => handlers['clips.detect'].run({ assetId: source, ...limits }, job);
    await expect(look()).rejects.toMatchObject({ code: 'not-found' });
  }
});
