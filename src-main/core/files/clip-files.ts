import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { FocusKey } from '#shared/clip/edit/segment.ts';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { chooseTarget, type ChosenTarget } from '../renders/choose-target.ts';
import { type EditFacts, factsOfEdit } from '../renders/edit-facts.ts';
import type { EditWorld } from '../renders/edit-world.ts';
import { type MadeRender, makeRender, type RenderTools } from '../renders/make-render.ts';
import { safeInsets } from '#shared/clip/render/safe-zone.ts';
import { readEditFile, worldBeside } from './edit-beside.ts';
import { findSubject } from './find-subject.ts';
import type { MediaReaders } from './post-file.ts';

export type ClipFileTools = RenderTools & MediaReaders;

/** What can be written, by the name of the output. */
const typesByName: Record<string, RenderWanted['type']> = {
  mp4: 'mp4',
  m4v: 'mp4',
  mov: 'mov',
  webm: 'webm',
  gif: 'gif',
  webp: 'webp',
};

function typeOf(out: string): RenderWanted['type'] {
  const type = typesByName[/\.(\w+)$/.exec(out)?.[1]?.toLowerCase() ?? ''];
  if (type) return type;
  throw new GalleyError('invalid-input', {
    en: `“${basename(out)}” does not say what to write. End the name in .mp4, .mov, .webm, .gif or .webp.`,
    zh: `无法从“${basename(out)}”得知输出类型。请使用 .mp4、.mov、.webm、.gif 或 .webp 结尾。`,
  });
}

interface Ready {
  edit: ClipEdit;
  world: EditWorld;
  facts: EditFacts;
  folder: string;
}

/** The target for a file whose name says its type: a type that the platform refuses is an error, not replaced. */
function targetFor(
  pack: RulePack,
  { edit, facts }: Ready,
  format: string | undefined,
  out: string,
): ChosenTarget {
  const profile = format === undefined ? null : formatProfile(pack, format);
  const wanted: RenderWanted = {
    ...{ format: format ?? null, type: typeOf(out), quality: 'good' },
    ...{ maxSide: null, maxFps: null, maxBytes: null },
    ...{ cover: false, captionFiles: false, addToLibrary: false, range: false },
  };
  const chosen = chooseTarget(edit, facts, wanted, profile);
  if (chosen.type === wanted.type) return chosen;
  throw new GalleyError('invalid-input', {
    en: `${format} does not take ${wanted.type.toUpperCase()} files. End the name of the output in .${chosen.type}.`,
    zh: `${format} 不接受 ${wanted.type.toUpperCase()} 文件。请将输出文件名改为以 .${chosen.type} 结尾。`,
  });
}

/** Works in a folder of its own under the system's temporary files. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-clip-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function render(
  tools: ClipFileTools,
  pack: RulePack,
  ready: Ready,
  chosen: ChosenTarget,
  request: { format?: string | undefined; out: string; force: boolean },
  job: JobContext,
): Promise<MadeRender> {
  const profile = request.format === undefined ? null : formatProfile(pack, request.format);
  return makeRender(tools, {
    ...{ edit: ready.edit, world: ready.world, chosen },
    safe: safeInsets(pack, ready.edit, profile, chosen.target),
    format: request.format ?? '',
    out: resolve(request.out),
    force: request.force,
    folder: join(ready.folder, 'parts'),
    signal: job.signal,
    onShare: (share: number, stage: Bilingual) => job.progress(Math.round(share * 1000), 1000, stage),
  });
}

function answer(made: MadeRender): CallOutput<'files.clipRender'> {
  const { out, duration, width, height, bytes, loudness } = made;
  return { out, duration, width, height, bytes, loudness };
}

/** `clip render`: everything that an edit list says. */
export function renderEditFile(
  tools: ClipFileTools,
  pack: RulePack,
  input: ParsedInput<'files.clipRender'>,
  job: JobContext,
): Promise<CallOutput<'files.clipRender'>> {
  return inFolder(async (folder) => {
    typeOf(input.out);
    const path = resolve(input.edit);
    const edit = await readEditFile(path);
    const world = await worldBeside(tools, edit, path, folder);
    const ready = { edit, world, facts: factsOfEdit(edit, world), folder };
    return answer(
      await render(tools, pack, ready, targetFor(pack, ready, input.format, input.out), input, job),
    );
  });
}

/** One recording from its first to its last frame. */
async function wholeFile(tools: ClipFileTools, input: string, folder: string): Promise<Ready> {
  const path = resolve(input);
  const edit: ClipEdit = { segments: [{ id: 'whole', kind: 'clip', source: path, from: 0, to: 0.001 }] };
  const world = await worldBeside(tools, edit, path, folder);
  const found = world.facts(path);
  if (!found || found.kind !== 'video' || found.width === 0) {
    throw new GalleyError('invalid-input', {
      en: `“${basename(path)}” holds no moving picture. Choose a video.`,
      zh: `“${basename(path)}”中没有视频画面。请选择视频文件。`,
    });
  }
  const whole: ClipEdit = {
    segments: [{ id: 'whole', kind: 'clip', source: path, from: 0, to: Math.max(found.duration, 0.001) }],
  };
  return { edit: whole, world, facts: factsOfEdit(whole, world), folder };
}

function withFocus(edit: ClipEdit, focus: FocusKey[]): ClipEdit {
  return { ...edit, segments: edit.segments.map((segment) => ({ ...segment, picture: { focus } })) };
}

/** `clip reframe`: the shape of a format, cut to it (looking at a point or at what is found), blurred or padded. */
export function reframeFile(
  tools: ClipFileTools,
  pack: RulePack,
  input: ParsedInput<'files.clipReframe'>,
  job: JobContext,
): Promise<CallOutput<'files.clipReframe'>> {
  return inFolder(async (folder) => {
    const ready = await wholeFile(tools, input.in, folder);
    const profile = formatProfile(pack, input.format);
    const picture = profile.video ? null : pictureOf(profile);
    // A format of pictures has a shape too, but no limits for recordings.
    const chosen = targetFor(pack, ready, picture ? undefined : input.format, input.out);
    const size = (profile.video ?? picture)?.primary.value ?? chosen.target;
    const { focus } = input;
    const target: ChosenTarget['target'] = {
      ...chosen.target,
      ...{ width: size.width, height: size.height, fit: input.fit },
      ...(typeof focus === 'object' ? { focus } : {}),
    };
    let { edit } = ready;
    if (focus === 'auto' && input.fit === 'crop') {
      const keys = await findSubject(tools, {
        path: resolve(input.in),
        ...{
          duration: ready.facts.duration,
          fps: ready.facts.fps,
          shape: target,
          folder,
          signal: job.signal,
        },
        onShare: (share) => job.progress(Math.round(share * 1000), 1000, looking),
      });
      edit = withFocus(edit, keys);
    }
    return answer(await render(tools, pack, { ...ready, edit }, { ...chosen, target }, input, job));
  });
}

const looking: Bilingual = { en: 'Find the subject', zh: '寻找主体' };

/** `clip fit`: the platform's size, length, rate, codec and bytes; nothing of the picture is cut off. */
export function fitClipFile(
  tools: ClipFileTools,
  pack: RulePack,
  input: ParsedInput<'files.clipFit'>,
  job: JobContext,
): Promise<CallOutput<'files.clipFit'>> {
  return inFolder(async (folder) => {
    const ready = await wholeFile(tools, input.in, folder);
    const made = await render(
      tools,
      pack,
      ready,
      targetFor(pack, ready, input.format, input.out),
      input,
      job,
    );
    return { ...answer(made), passes: made.passes };
  });
}

/** `clip gif`. */
export async function animateFile(
  tools: Pick<ClipFileTools, 'clips'>,
  input: ParsedInput<'files.clipGif'>,
  job: JobContext,
): Promise<CallOutput<'files.clipGif'>> {
  const type = typeOf(input.out);
  if (type !== 'gif' && type !== 'webp') {
    throw new GalleyError('invalid-input', {
      en: `“${basename(input.out)}” is no moving picture. End the name in .gif or .webp.`,
      zh: `“${basename(input.out)}”不是动图。请使用 .gif 或 .webp 结尾。`,
    });
  }
  if (input.to <= input.from) {
    throw new GalleyError('invalid-input', {
      en: 'The end must be after the start. Correct --from and --to.',
      zh: '终点必须在起点之后。请修正 --from 和 --to。',
    });
  }
  const { frames, bytes, out } = await tools.clips.animate(
    { ...input, in: resolve(input.in), out: resolve(input.out) },
    { signal: job.signal, onProgress: (done, total) => job.progress(done, total) },
  );
  return { out, frames, bytes };
}
