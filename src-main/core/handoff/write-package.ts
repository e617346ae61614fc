import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bilingual, cancelled } from '#shared/contract/failure.ts';
import type { HandoffStep } from '#shared/contract/handoff.ts';
import { checkTarget } from '#shared/platforms/check.ts';
import { type ComposedText, composeFields } from '#shared/platforms/compose.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { JobContext } from '#main/ports/jobs.ts';

import type { PackageFile, PackageMedia, PackageTarget, PackageTools } from './package-types.ts';
import { createMadeRecordings, type MadeRecordings } from './made-recordings.ts';
import { renderCoverOf, renderRecording, renderStill, shownSize } from './render-media.ts';
import { articleFile, partFile, stepsFor } from './steps.ts';

export interface WrittenTarget {
  format: string;
  targetId: string | null;
  accountId: string | null;
  uploadPage: string | null;
  dir: string;
  files: PackageFile[];
  fields: Record<string, string>;
  paste: string;
  thread: string[] | null;
  steps: HandoffStep[];
  checklist: Bilingual[];
  findings: Finding[];
}

/** What a target can show of its media: recordings where it plays them, pictures up to its number. */
function usable(profile: FormatProfile, media: readonly PackageMedia[]): PackageMedia[] {
  const recordings = media.filter((item) => item.facts.kind === 'video');
  const pictures = media.filter((item) => item.facts.kind === 'image');
  if (profile.video && recordings.length > 0 && (profile.kind === 'video' || pictures.length === 0)) {
    return recordings.slice(0, profile.video.maxCount?.value ?? 1);
  }
  return profile.image ? pictures.slice(0, profile.image.maxCount?.value ?? pictures.length) : [];
}

async function renderTarget(
  tools: PackageTools,
  profile: FormatProfile,
  target: PackageTarget,
  dir: string,
  force: boolean,
  made: MadeRecordings,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<PackageFile[]> {
  const media = usable(profile, target.media);
  const first = media[0] ? shownSize(media[0]) : null;
  const files: PackageFile[] = [];
  for (const [position, item] of media.entries()) {
    if (signal.aborted) throw cancelled();
    const place = { dir, stem: String(position + 1).padStart(2, '0'), force };
    const share = (part: number): void => onShare((position + part) / media.length);
    if (item.facts.kind === 'video') {
      files.push(...(await renderRecording(tools, profile, item, place, made, signal, share)));
    } else if (profile.image && first) {
      files.push(await renderStill(tools, profile, profile.image, item, first, place, signal));
    }
    share(1);
  }
  const head = media.find((item) => item.facts.kind === 'image');
  if (profile.kind === 'article' && profile.cover && head) {
    files.push(await renderCoverOf(tools, profile, profile.cover, head, { dir, stem: '01', force }, signal));
  }
  return files;
}

/** Findings of what will really be uploaded: the rendered files, and what had to be left out. */
function findingsOf(
  tools: PackageTools,
  profile: FormatProfile,
  target: PackageTarget,
  files: readonly PackageFile[],
): Finding[] {
  const uploaded = files.filter(
    (file) => !file.name.includes('-cover.') && /^(video|image)\//.test(file.type),
  );
  const found = checkTarget(profile, packFor(tools.pack, target.accountId), {
    content: target.content,
    thread: target.thread,
    media: uploaded.map((file) => ({
      kind: file.type.startsWith('video/') ? 'video' : 'image',
      type: file.type,
      bytes: file.bytes,
      width: file.width,
      height: file.height,
      duration: file.duration,
      ...(file.type.startsWith('video/') ? { codec: 'h264' } : {}),
      alt: file.alt,
      name: file.name,
    })),
  });
  const left = target.media.length - uploaded.length;
  if (left > 0) {
    found.push({
      code: 'media-left-out',
      severity: 'warning',
      message: {
        en: `${left} of ${target.media.length} attachments are not in this package: ${profile.platformName.en} ${profile.name.en} cannot show them together.`,
        zh: `${target.media.length} 个附件中有 ${left} 个未放入此包：${profile.platformName.zh}“${profile.name.zh}”无法同时展示。`,
      },
    });
  }
  return found;
}

/**
 * Writes one folder per target: media in the platform's format and within its limits, a text file per field,
 * and for the whole a manifest and a checklist. A cancelled or failed package leaves nothing of itself.
 * @param dir the package's own folder; it must not exist yet unless `force`
 */
export async function writePackage(
  tools: PackageTools,
  request: {
    title: string;
    targets: readonly PackageTarget[];
    dir: string;
    force: boolean;
  },
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<WrittenTarget[]> {
  const folders: string[] = [];
  const recordings = createMadeRecordings();
  const written: WrittenTarget[] = [];
  try {
    for (const [position, target] of request.targets.entries()) {
      const profile = formatProfile(packFor(tools.pack, target.accountId), target.format);
      const dir = join(request.dir, target.folder);
      await mkdir(request.dir, { recursive: true });
      if (request.force) await rm(dir, { recursive: true, force: true });
      await mkdir(dir);
      folders.push(dir);
      const stage = {
        en: `${profile.platformName.en} · ${profile.name.en}`,
        zh: `${profile.platformName.zh} · ${profile.name.zh}`,
      };
      const report = (share: number): void => job.progress(position + share, request.targets.length, stage);
      report(0);
      const files = await renderTarget(
        tools,
        profile,
        target,
        dir,
        request.force,
        recordings,
        job.signal,
        report,
      );
      if (target.article) files.push(await writeArticle(dir, await target.article()));
      const composed = composeFields(profile, target.content, target.thread ?? undefined);
      const findings = findingsOf(tools, profile, target, files);
      const steps = stepsFor(profile, { ...target, ...composed, files });
      await writeWords(dir, target, composed, files);
      written.push({
        format: target.format,
        targetId: target.targetId,
        accountId: target.accountId,
        uploadPage: profile.publishPage,
        dir,
        files,
        ...composed,
        steps,
        checklist: steps.map(({ message }) => message),
        findings,
      });
      report(1);
    }
    await writeFile(join(request.dir, 'manifest.json'), manifestText(request.title, written));
    await writeFile(join(request.dir, 'checklist.md'), checklistText(request.title, written));
    return written;
  } catch (error) {
    await Promise.all(folders.map((dir) => rm(dir, { recursive: true, force: true })));
    throw error;
  }
}

async function writeArticle(dir: string, html: string): Promise<PackageFile> {
  const path = join(dir, articleFile);
  await writeFile(path, html);
  const bytes = Buffer.byteLength(html);
  return { path, name: articleFile, bytes, type: 'text/html', width: 0, height: 0, duration: 0, alt: '' };
}

/** A text file for each field and part, alt texts by file name, and all of it in one to paste. */
async function writeWords(
  dir: string,
  target: PackageTarget,
  { fields, paste, thread }: ComposedText,
  files: readonly PackageFile[],
): Promise<void> {
  const texts = new Map<string, string>([['paste.txt', paste]]);
  for (const [field, text] of Object.entries(fields)) if (text) texts.set(`${field}.txt`, text);
  for (const [part, text] of (thread ?? []).entries()) texts.set(partFile(part, thread?.length ?? 0), text);
  if (target.content.firstComment) texts.set('first-comment.txt', target.content.firstComment);
  const alts = files.filter(({ alt }) => alt !== '').map(({ name, alt }) => `${name}\n${alt}\n`);
  if (alts.length > 0) texts.set('alt-texts.txt', alts.join('\n'));
  for (const [name, text] of texts) await writeFile(join(dir, name), text);
}

function manifestText(title: string, targets: readonly WrittenTarget[]): string {
  const manifest = {
    kind: 'galley-package',
    version: 1,
    title,
    targets: targets.map(({ format, uploadPage, dir, files, fields, thread, checklist, findings }) => ({
      format,
      uploadPage,
      folder: dir.split(/[/\\]/).at(-1),
      files: files.map(({ path: _path, ...file }) => file),
      fields,
      thread,
      checklist,
      findings,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function checklistText(title: string, targets: readonly WrittenTarget[]): string {
  const lines = [`# ${title || 'Galley'}`];
  for (const target of targets) {
    lines.push('', `## ${target.dir.split(/[/\\]/).at(-1)}`, '');
    if (target.uploadPage) lines.push(`<${target.uploadPage}>`, '');
    for (const step of target.checklist) lines.push(`- [ ] ${step.en} / ${step.zh}`);
    for (const finding of target.findings)
      lines.push(`- ${finding.severity}: ${finding.message.en} / ${finding.message.zh}`);
  }
  return `${lines.join('\n')}\n`;
}
