import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clipFormat } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Render } from '#shared/contract/renders.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { finishJob, startStudio } from '#main/core/testing/studio.ts';
import type { Studio } from '#main/ports/studio.ts';

let folder = '';
let studio: Studio;
let workspace = '';
let recording = '';

/** Waits until the studio has told that a render is as wanted. */
function until(wanted: (renders: Render[]) => boolean): Promise<Render[]> {
  return new Promise((resolve, reject) => {
    const look = (): void =>
      void studio.call('renders.list', {}).then((renders) => {
        if (!wanted(renders)) return;
        stop();
        resolve(renders);
      }, reject);
    const stop = studio.events.subscribe((name) => {
      if (name === 'records.changed') look();
    });
    look();
  });
}

const ended = (renders: Render[]): boolean =>
  renders.every(({ state }) => state !== 'queued' && state !== 'running');

/** What ffprobe says of a file. */
function probed(path: string): { width: number; height: number; duration: number; codec: string } {
  const text = execFileSync('ffprobe', [
    ...[
      '-v',
      'error',
      '-select_streams',
      'v:0',
      '-show_entries',
      'stream=width,height,codec_name:format=duration',
    ],
    ...['-of', 'json', path],
  ]).toString();
  const { streams, format } = JSON.parse(text) as {
    streams: { width: number; height: number; codec_name: string }[];
    format: { duration: string };
  };
  const [stream] = streams;
  return {
    width: stream?.width ?? 0,
    height: stream?.height ?? 0,
    codec: stream?.codec_name ?? '',
    duration: Number(format.duration),
  };
}

function twoParts(): ClipEdit {
  const style = {
    ...{
      fontFamily: 'Inter',
      fontWeight: 700,
      size: 8,
      colour: '#ffffff',
      outline: null,
      shadow: false,
      box: null,
    },
    ...{ highlight: 'none' as const, highlightColour: '#ff0000', capitals: false, position: 0.9, width: 90 },
    ...{ align: 'center' as const, lines: 2 },
  };
  return {
    segments: [
      { id: 'a', kind: 'clip', source: recording, from: 0.2, to: 1 },
      { id: 'b', kind: 'clip', source: recording, from: 1.4, to: 2 },
      { id: 'c', kind: 'colour', colour: '#204060', duration: 0.4 },
    ],
    captions: [
      {
        id: 't',
        name: 'Words',
        language: 'en',
        style,
        burn: true,
        cues: [{ id: 'q', from: 0.1, to: 1, text: 'Hello' }],
      },
    ],
    cover: { kind: 'frame', at: 0.5 },
  };
}

async function clipOf(edit: ClipEdit, name = 'Two parts'): Promise<string> {
  return (await studio.call('clips.create', { edit: writeDocument(clipFormat, edit), name })).id;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-renders-'));
  studio = await startStudio(folder, 'electron');
  workspace = (await studio.call('workspace.create', { name: 'Team' })).path;
  const path = join(folder, 'film.mp4');
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=2'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2', '-c:v', 'libx264', '-preset', 'ultrafast'],
    ...['-pix_fmt', 'yuv420p', '-g', '25', '-c:a', 'aac', path],
  ]);
  const { imported } = await finishJob(studio, 'assets.import', { sources: [{ kind: 'path', path }] });
  recording = imported[0]?.id ?? '';
});
afterEach(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

const exportsOf = (): string[] => readdirSync(join(workspace, 'exports')).toSorted();

describe('the render queue', () => {
  it('makes two formats of one clip as its outlook said, with cover and captions beside', async () => {
    const clipId = await clipOf(twoParts());
    const wanted = [
      { format: null, maxSide: 160, quality: 'small' as const },
      { format: 'wechat-channels/video', cover: true, captionFiles: true, quality: 'small' as const },
    ];
    const outlooks = [];
    for (const one of wanted) outlooks.push(await studio.call('renders.outlook', { clipId, wanted: one }));
    expect(outlooks[0]).toMatchObject({ width: 160, height: 90, fps: 25, seconds: null });
    expect(outlooks[1]?.notes.map(({ en }) => en)[0]).toContain('Another shape');
    const added = await studio.call('renders.add', { clipId, wanted });
    expect(added.map(({ clipName, wanted: { format } }) => [clipName, format])).toEqual([
      ['Two parts', null],
      ['Two parts', 'wechat-channels/video'],
    ]);
    const renders = await until(ended);
    expect(renders.map(({ state, failure }) => [state, failure])).toEqual([
      ['done', null],
      ['done', null],
    ]);
    for (const [index, render] of renders.toReversed().entries()) {
      const { result, commands, jobId } = render;
      const outlook = outlooks[index];
      if (!result || !outlook) throw new Error('no result');
      const file = probed(result.path);
      expect([file.width, file.height]).toEqual([outlook.width, outlook.height]);
      expect(Math.abs(file.duration - 1.8)).toBeLessThan(0.05);
      expect(file.codec).toBe('h264');
      expect(commands.join('\n')).toMatch(/^ffmpeg /);
      expect(jobId).toBeNull();
      expect((await studio.media(result.url)).file).toBe(result.path);
    }
    const beside = renders[0]?.result?.beside ?? [];
    expect(beside.map(({ name }) => name)).toEqual([
      'Two parts wechat-channels-video.srt',
      'Two parts wechat-channels-video cover.jpg',
    ]);
    expect(readFileSync((await studio.media(beside[0]?.url ?? '')).file, 'utf8')).toContain('Hello');
    expect(exportsOf()).toHaveLength(4);
    const later = await studio.call('renders.outlook', { clipId, wanted: { format: null } });
    expect(later.seconds).toBeGreaterThan(0);
    expect(readdirSync(join(workspace, 'cache', 'renders'))).toEqual([]);
  });

  it('keeps the edit as it was when it was asked for, and never writes over a file', async () => {
    const clipId = await clipOf(twoParts());
    const wanted = [{ format: null, maxSide: 64 }];
    await studio.call('renders.add', { clipId, wanted });
    const { revision } = await studio.call('clips.get', { id: clipId });
    const shorter = { ...twoParts(), segments: twoParts().segments.slice(2) };
    await studio.call('clips.save', { id: clipId, revision, edit: writeDocument(clipFormat, shorter) });
    await studio.call('renders.add', { clipId, wanted });
    const [second, first] = await until((renders) => renders.length === 2 && ended(renders));
    expect(first?.result?.duration).toBeCloseTo(1.8, 1);
    expect(second?.result?.duration).toBeCloseTo(0.4, 1);
    expect(exportsOf()).toEqual(['Two parts (2).mp4', 'Two parts.mp4']);
    await studio.call('renders.remove', { ids: [first?.id ?? ''] });
    expect(await studio.call('renders.list', {})).toHaveLength(1);
    expect(exportsOf()).toHaveLength(2);
  });

  it('makes only what lies from in to out where that is wanted', async () => {
    // 0.8 s and 0.6 s of a recording, then 0.4 s of blue.
    const edit: ClipEdit = { ...twoParts(), range: { from: 0.6, to: 1.6 }, captions: [] };
    const clipId = await clipOf(edit);
    const wanted = [
      { format: null, maxSide: 64, range: true, cover: true },
      { format: null, maxSide: 64 },
    ];
    const outlooks = [];
    for (const one of wanted) outlooks.push(await studio.call('renders.outlook', { clipId, wanted: one }));
    expect(outlooks.map(({ duration }) => duration)).toEqual([expect.closeTo(1), expect.closeTo(1.8)]);
    const added = await studio.call('renders.add', { clipId, wanted });
    expect(new Set(added.map((render) => render.wanted.range))).toEqual(new Set([false, true]));
    const renders = await until(ended);
    const pathOf = (range: boolean): string =>
      renders.find((render) => render.wanted.range === range)?.result?.path ?? '';
    expect(probed(pathOf(true)).duration).toBeCloseTo(1, 1);
    expect(probed(pathOf(false)).duration).toBeCloseTo(1.8, 1);
    // Its last fifth is blue, as it was at the out point.
    const seen = (at: number): number[] => [
      ...execFileSync('ffmpeg', [
        ...['-v', 'error', '-ss', String(at), '-i', pathOf(true), '-frames:v', '1', '-vf', 'scale=1:1'],
        ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
      ]),
    ];
    const blue = [0x20, 0x40, 0x60];
    const apart = (colour: number[]): number =>
      Math.max(...colour.map((value, index) => Math.abs(value - (blue[index] ?? 0))));
    expect(apart(seen(0.92))).toBeLessThan(10);
    expect(apart(seen(0.7))).toBeGreaterThan(20);
  });

  it('leaves nothing when it is cancelled, and goes again', async () => {
    const long = {
      ...twoParts(),
      segments: [{ id: 'c', kind: 'colour' as const, colour: '#204060', duration: 600 }],
    };
    const clipId = await clipOf({ ...long, frame: { width: 1920, height: 1080 } });
    const [render] = await studio.call('renders.add', {
      clipId,
      wanted: [{ format: null }, { format: null }],
    });
    await until((renders) =>
      renders.some(({ state, commands }) => state === 'running' && commands.length > 0),
    );
    const ids = (await studio.call('renders.list', {})).map(({ id }) => id);
    await expect(studio.call('renders.remove', { ids })).rejects.toMatchObject({ code: 'conflict' });
    await studio.call('renders.cancel', { ids });
    const renders = await until(ended);
    expect(renders.map(({ state, failure }) => [state, failure])).toEqual([
      ['cancelled', null],
      ['cancelled', null],
    ]);
    expect(readdirSync(join(workspace, 'exports'))).toEqual([]);
    await studio.call('renders.retry', { ids: [render?.id ?? ''] });
    await until((list) => list.some(({ state }) => state === 'running'));
    await studio.call('renders.cancel', { ids: [render?.id ?? ''] });
    await until(ended);
  });

  it('goes on after a restart, with what was running and what was waiting', async () => {
    const clipId = await clipOf(twoParts());
    const long = { segments: [{ id: 'c', kind: 'colour' as const, colour: '#204060', duration: 5 }] };
    const slow = await clipOf({ ...long, frame: { width: 640, height: 360 } }, 'Slow');
    await studio.call('renders.add', { clipId: slow, wanted: [{ format: null }] });
    await studio.call('renders.add', { clipId, wanted: [{ format: null, maxSide: 64 }] });
    await until((renders) => renders.some(({ state }) => state === 'running'));
    await studio.close();
    expect(readdirSync(join(workspace, 'exports'))).toEqual([]);
    studio = await startStudio(folder, 'cli');
    await studio.call('workspace.open', { path: workspace });
    const waiting = await studio.call('renders.list', {});
    expect(waiting.map(({ jobId }) => jobId)).toEqual([null, null]);
    await studio.close();
    studio = await startStudio(folder, 'electron');
    await studio.call('workspace.open', { path: workspace });
    const renders = await until(ended);
    expect(renders.map(({ state, clipName }) => [clipName, state])).toEqual([
      ['Two parts', 'done'],
      ['Slow', 'done'],
    ]);
    expect(exportsOf()).toEqual(['Slow.mp4', 'Two parts.mp4']);
  });

  it('says why one failed, keeps the others, and refuses what cannot be made at all', async () => {
    const clipId = await clipOf(twoParts());
    const empty = await clipOf({ segments: [] }, 'Empty');
    const add = (id: string, format: string | null) =>
      studio.call('renders.add', { clipId: id, wanted: [{ format: null }, { format }] });
    await expect(add(empty, null)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(add(clipId, 'nobody/nothing')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await studio.call('renders.list', {})).toEqual([]);
    const asset = await studio.call('assets.get', { id: recording });
    const file = (await studio.media(`asset/${asset.id}`)).file;
    rmSync(file);
    await studio.call('renders.add', { clipId, wanted: [{ format: null }] });
    const [render] = await until(ended);
    expect(render?.state).toBe('failed');
    expect(render?.failure?.message.en).toMatch(/\.$/);
    expect(existsSync(join(workspace, 'exports', 'Two parts.mp4'))).toBe(false);
  });

  it('takes the file into the library on wish, and moves without sound as GIF', async () => {
    const clipId = await clipOf(twoParts());
    await studio.call('renders.add', {
      clipId,
      wanted: [{ format: null, type: 'gif', maxSide: 96, addToLibrary: true }],
    });
    const [render] = await until(ended);
    expect(render?.failure).toBeNull();
    expect(render?.result).toMatchObject({ name: 'Two parts.gif', width: 96, height: 54 });
    const { items } = await studio.call('assets.list', { search: 'Two parts' });
    expect(items.map(({ name, animated }) => [name, animated])).toEqual([['Two parts.gif', true]]);
  });
});

describe('frames of a clip', () => {
  it('are made once for each state', async () => {
    const edit = twoParts();
    const frame = await finishJob(studio, 'clips.frame', { edit, at: 0.5, maxSide: 64 });
    expect([frame.width, frame.height]).toEqual([64, 36]);
    const again = await finishJob(studio, 'clips.frame', { edit, at: 0.5, maxSide: 64 });
    expect(again.url).toBe(frame.url);
    expect((await finishJob(studio, 'clips.frame', { edit, at: 1.6, maxSide: 64 })).url).not.toBe(frame.url);
    expect(readdirSync(join(workspace, 'cache', 'clip-frames'))).toHaveLength(2);
  });
});
