import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import { safeFileName, uniqueNames } from '#shared/domain/file-name.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { Zip } from '#main/ports/zip.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Session, WorkspaceHolder } from '#main/ports/workspace.ts';
import { articleHtml, hasArticleHtml } from '../articles/article-html.ts';
import type { OfferedFiles } from '../media-route.ts';
import { freePath } from '../disk.ts';
import type { Pictures } from '../pictures.ts';
import { requirePost } from '../posts/post-errors.ts';
import { mediaOfAttachment } from './attachment-media.ts';
import type { PackageTarget, PackageTools } from './package-types.ts';
import { writePackage, type WrittenTarget } from './write-package.ts';

function packageName(post: Post, now: Date): string {
  const day = (post.schedule?.local ?? now.toISOString()).slice(0, 10);
  const title = post.title || post.body.split('\n')[0] || 'post';
  return `${day} ${title.slice(0, 60)}`;
}

/** What the window shows of a written target: files by address, the folder relative to the package. */
function shownTarget(
  target: WrittenTarget,
  root: string,
  offered: OfferedFiles,
): CallOutput<'handoff.create'>['targets'][number] {
  return {
    ...target,
    dir: relative(root, target.dir),
    files: target.files.map(({ path, ...file }) => ({ ...file, url: offered.offer(path, file.type) })),
  };
}

/** Targets as a package has them; two of one format stand in folders of their own, named by their accounts. */
function packageTargets(
  pictures: Pictures,
  session: Session,
  post: Post,
  targets: readonly Target[],
): PackageTarget[] {
  const named = targets.map((target) => {
    const account = target.accountId === null ? null : session.repositories.kit.get(target.accountId);
    return account ? (account as KitItem<'account'>).body.handle || account.name : null;
  });
  const folders = uniqueNames(
    targets.map((target, index) =>
      safeFileName([target.format.replaceAll('/', '-'), named[index]].filter(Boolean).join(' '), ''),
    ),
  );
  return targets.map((target, index) => {
    const due = target.schedule ?? post.schedule;
    return {
      format: target.format,
      targetId: target.id,
      accountId: target.accountId,
      account: named[index] ?? null,
      folder: folders[index] ?? target.format.replaceAll('/', '-'),
      scheduled: due ? `${due.local.replace('T', ' ')} (${due.zone})` : null,
      disclosure: post.disclosure,
      thread: target.overrides.thread ?? null,
      content: contentOf(post, target),
      media: attachmentsOf(post, target).flatMap((attachment) =>
        mediaOfAttachment(pictures, session, attachment),
      ),
      ...(hasArticleHtml(target.format)
        ? { article: () => articleHtml({ session, pictures }, post, target) }
        : {}),
    };
  });
}

/** Renders the media of some targets into a folder that is gone when the job is over. */
export async function renderTargets<T>(
  parts: { session: Session; tools: PackageTools; pictures: Pictures },
  postId: string,
  targetIds: readonly string[],
  job: JobContext,
  send: (written: readonly WrittenTarget[]) => Promise<T>,
): Promise<T> {
  const { session, tools, pictures } = parts;
  const post = requirePost(session.repositories, postId);
  const chosen = post.targets.filter((target) => targetIds.includes(target.id));
  const targets = packageTargets(pictures, session, post, chosen);
  await mkdir(session.paths.exports, { recursive: true });
  const dir = await mkdtemp(join(session.paths.exports, '.sending-'));
  try {
    return await send(await writePackage(tools, { title: post.title, targets, dir, force: false }, job));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Writes a post's hand-off package into the workspace's `exports/`, with a ZIP of it beside. */
export async function createHandoff(
  parts: {
    holder: WorkspaceHolder;
    tools: PackageTools;
    offered: OfferedFiles;
    pictures: Pictures;
    zip: Zip;
    now: () => Date;
  },
  input: ParsedInput<'handoff.create'>,
  job: JobContext,
): Promise<CallOutput<'handoff.create'>> {
  const session = parts.holder.current();
  const post = requirePost(session.repositories, input.postId);
  const chosen = post.targets.filter(
    (target) =>
      (!input.formats || input.formats.includes(target.format)) &&
      (!input.targetIds || input.targetIds.includes(target.id)),
  );
  if (chosen.length === 0) {
    throw new GalleyError('invalid-input', {
      en: 'This post has no target yet. Add at least one platform first.',
      zh: '此帖子还没有发布目标。请先添加至少一个平台。',
    });
  }
  const targets = packageTargets(parts.pictures, session, post, chosen);
  await mkdir(session.paths.exports, { recursive: true });
  const dir = await freePath(session.paths.exports, packageName(post, parts.now()));
  const written = await writePackage(parts.tools, { title: post.title, targets, dir, force: false }, job);
  const zipFile = `${dir}.zip`;
  await parts.zip(dir, zipFile, job.signal);
  return {
    dir,
    zipUrl: parts.offered.offer(zipFile, 'application/zip'),
    targets: written.map((target) => shownTarget(target, dir, parts.offered)),
  };
}
