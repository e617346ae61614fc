import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clipFormat } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';
import { createTestStudio, type TestStudio } from '../testing/studio.ts';

let team: TestStudio;
let recording = '';

beforeEach(async () => {
  team = await createTestStudio();
  const path = join(team.folder, 'film.mp4');
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=2'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25', path],
  ]);
  const { imported } = await team.job('assets.import', { sources: [{ kind: 'path', path }] });
  recording = imported[0]?.id ?? '';
});
afterEach(() => team.remove());

/** A post with one clip, for two formats that show it in one frame. */
async function postOf(edit: ClipEdit): Promise<string> {
  const clip = await team.call('clips.create', { edit: writeDocument(clipFormat, edit), name: 'Clip' });
  const attachment = { id: newId(), kind: 'clip' as const, refId: clip.id, alt: '', crop: null };
  const post = await team.call('posts.create', {
    change: {
      body: 'Look',
      attachments: [{ ...attachment, trim: null, coverAt: null }],
      targets: ['wechat-channels/video', 'douyin/video'].map((format) => ({ id: newId(), format })),
    },
  });
  return post.id;
}

it('renders a clip of two parts with its captions and its cover, once for formats of one frame', async () => {
  const style = {
    ...{
      fontFamily: 'Inter',
      fontWeight: 700,
      size: 6,
      colour: '#fff',
      outline: null,
      shadow: false,
      box: null,
    },
    ...{ highlight: 'none' as const, highlightColour: '#f00', capitals: false, position: 1, width: 90 },
    ...{ align: 'center' as const, lines: 2 },
  };
  const cues = [{ id: 'q', from: 0.2, to: 0.8, text: 'First words' }];
  const id = await postOf({
    segments: [
      { id: 'a', kind: 'clip', source: recording, from: 0, to: 0.6 },
      { id: 'b', kind: 'clip', source: recording, from: 1.2, to: 1.8 },
    ],
    captions: [{ id: 't', name: 'Words', language: 'en', burn: false, style, cues }],
    cover: { kind: 'frame', at: 0.9 },
  });
  const { targets: checks } = await team.call('posts.check', { id });
  expect(checks).toHaveLength(2);
  const { dir, targets } = await team.job('handoff.create', { postId: id });
  for (const target of targets) {
    const names = target.files.map(({ name }) => name);
    expect(names).toEqual(['01.mp4', '01.srt', expect.stringMatching(/^01-cover\./)]);
    const [film] = target.files;
    expect(film?.duration).toBeCloseTo(1.2, 1);
    expect(film?.height).toBeGreaterThan(film?.width ?? 0);
    const place = join(dir, target.dir);
    expect(readFileSync(join(place, '01.srt'), 'utf8')).toContain('First words');
    expect(target.checklist.some(({ en }) => en.includes('01.srt'))).toBe(true);
    expect(target.findings.map(({ code }) => code)).not.toContain('media-left-out');
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);
  }
  const films = targets.map(({ dir: place }) => readFileSync(join(dir, place, '01.mp4')));
  expect(films[0]?.equals(films[1] ?? Buffer.alloc(0))).toBe(true);
});

it('takes the quick way for one untouched part', async () => {
  const id = await postOf({ segments: [{ id: 'a', kind: 'clip', source: recording, from: 0.4, to: 1 }] });
  const { targets } = await team.job('handoff.create', { postId: id, formats: ['douyin/video'] });
  const [film, ...others] = targets[0]?.files ?? [];
  expect(film?.duration).toBeCloseTo(0.6, 1);
  expect(others.map(({ type }) => type)).toEqual([expect.stringMatching(/^image\//)]);
});
