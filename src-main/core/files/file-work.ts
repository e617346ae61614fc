import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { checkContent } from '#shared/checks/content.ts';
import type { ContentContext } from '#shared/checks/context.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { designFormat } from '#shared/design/document.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { byGravity, checkTarget } from '#shared/platforms/check.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { StillType } from '#main/ports/image-engine.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { PackageTools } from '../handoff/package-types.ts';
import { writePackage } from '../handoff/write-package.ts';
import { paintDesign } from '../painting/paint-design.ts';
import { assetFileBeside, type MediaReaders, readJsonFile, targetsOfPostFile } from './post-file.ts';

const stillTypes: readonly StillType[] = ['jpeg', 'png', 'webp', 'avif'];

export type FileTools = Omit<PackageTools, 'pack'> & MediaReaders;

/** A file has no place for marks and source notes, so nothing is asked of them. */
const fileMarks = { disclosure: { advertising: false, synthetic: false }, sources: '–' };

/** All rules of the platforms, and the shipped word lists. */
export async function checkPostFile(
  tools: FileTools,
  pack: RulePack,
  content: ContentContext,
  input: ParsedInput<'files.check'>,
): Promise<CallOutput<'files.check'>> {
  const { targets } = await targetsOfPostFile(tools, pack, input.post, input.formats);
  const checked = targets.map((target) => {
    const profile = formatProfile(pack, target.format);
    const findings = byGravity([
      ...checkTarget(profile, pack, {
        content: target.content,
        media: target.media.map((item) => item.facts),
      }),
      ...checkContent(content, {
        profile,
        content: target.content,
        ...fileMarks,
        day: new Date().toISOString().slice(0, 10),
      }),
    ]);
    return { format: target.format, ok: findings.every((finding) => finding.severity !== 'error'), findings };
  });
  return { ok: checked.every((target) => target.ok), targets: checked };
}

export async function exportPostFile(
  tools: FileTools,
  pack: RulePack,
  input: ParsedInput<'files.export'>,
  job: JobContext,
): Promise<CallOutput<'files.export'>> {
  const { post, targets } = await targetsOfPostFile(tools, pack, input.post, input.formats);
  const dir = resolve(input.out);
  const written = await writePackage(
    { ...tools, pack },
    { title: post.title, targets, dir, force: input.force },
    job,
  );
  const shown = written.map((target) => ({
    ...target,
    // On the command line a file is its path; there is no window that could ask the media route.
    files: target.files.map(({ path, ...file }) => ({ ...file, url: path })),
  }));
  return { dir, targets: shown };
}

/** The type that the name of the output asks for, if the platform takes it; else the platform's first. */
function outputType(out: string, allowed: readonly string[]): StillType {
  const named = /\.(jpe?g|png|webp|avif)$/i.exec(out)?.[1]?.toLowerCase().replace('jpg', 'jpeg');
  const byName = stillTypes.find((type) => type === named);
  if (byName) return byName;
  return stillTypes.find((type) => allowed.includes(`image/${type}`)) ?? 'jpeg';
}

export async function fitImageFile(
  tools: FileTools,
  pack: RulePack,
  input: ParsedInput<'files.image'>,
  job: JobContext,
): Promise<CallOutput<'files.image'>> {
  const profile = formatProfile(pack, input.format);
  const picture = pictureOf(profile);
  if (!picture) {
    throw new GalleyError('invalid-input', {
      en: `${input.format} shows no picture. Choose a format that does; “galley platforms” lists them.`,
      zh: `${input.format} 不展示图片。请选择支持图片的格式，可用“galley platforms”查看。`,
    });
  }
  const maxBytes = input.maxBytes ?? picture.maxBytes?.value;
  return tools.images.fit(
    {
      in: resolve(input.in),
      out: resolve(input.out),
      width: picture.primary.value.width,
      height: picture.primary.value.height,
      fit: input.fit,
      focus: input.focus,
      type: input.type ?? outputType(input.out, picture.types.value),
      force: input.force,
      ...(input.quality === undefined ? {} : { quality: input.quality }),
      ...(maxBytes === undefined ? {} : { maxBytes }),
    },
    job.signal,
  );
}

export async function renderDesignFile(
  tools: FileTools,
  pack: RulePack,
  input: ParsedInput<'files.designRender'>,
  job: JobContext,
): Promise<CallOutput<'files.designRender'>> {
  const path = resolve(input.design);
  const { body } = readDocument(designFormat, await readJsonFile(path));
  const files = await paintDesign(
    tools.painter,
    pack,
    {
      name: basename(path).replace(/\.json$/i, ''),
      body,
      assetFile: assetFileBeside(path),
      pages: input.page === undefined ? undefined : [input.page],
      formats: input.formats,
      scale: input.scale,
      type: input.type,
      transparent: input.transparent,
      outlines: input.outlines,
      bleed: input.bleed,
      quality: input.quality,
      maxBytes: input.maxBytes,
      out: resolve(input.out),
      force: input.force,
    },
    job,
  );
  return { files };
}

export async function cutClipFile(
  tools: FileTools,
  input: ParsedInput<'files.clipCut'>,
  job: JobContext,
): Promise<CallOutput<'files.clipCut'>> {
  const { reasons, ...cut } = await tools.clips.cut(
    {
      in: resolve(input.in),
      out: resolve(input.out),
      from: input.from,
      to: input.to,
      mode: input.mode,
      force: input.force,
    },
    { signal: job.signal, onProgress: (done, total) => job.progress(done, total) },
  );
  const note =
    reasons.length === 0
      ? null
      : {
          en: reasons.map((reason) => reason.message.en).join(' '),
          zh: reasons.map((reason) => reason.message.zh).join(''),
        };
  return { ...cut, bytes: (await stat(cut.out)).size, note };
}
