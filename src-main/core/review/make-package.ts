import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { cancelled } from '#shared/contract/failure.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import { type PageParts, reviewPage } from '#shared/review/page.ts';
import type { ReviewPost } from '#shared/review/package.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { freePath } from '../disk.ts';
import { requirePost } from '../posts/post-errors.ts';
import { createMediaShower, type ShownTools } from './show-media.ts';
import { showPost, timeWords } from './show-post.ts';

/** So that a package stays small enough for a mail: longest side of its pictures by how many posts it has. */
function sideFor(posts: number): number {
  if (posts <= 20) return 1200;
  return posts <= 80 ? 900 : 640;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The page's look and script from `resources/review`. */
async function pageParts(resources: string): Promise<PageParts> {
  const folder = join(resources, 'review');
  const [looks, answers, script] = await Promise.all([
    readFile(join(folder, 'page.css'), 'utf8'),
    readFile(join(folder, 'answer.css'), 'utf8'),
    readFile(join(folder, 'page.js'), 'utf8'),
  ]);
  const style = looks + answers;
  return { style, styleHash: hashOf(style), script, scriptHash: hashOf(script) };
}

/** When a post first goes out, for sorting; the unscheduled last. */
function firstDue(post: Post): string {
  const times = [post.schedule, ...post.targets.map(({ schedule }) => schedule)];
  return times.flatMap((time) => (time ? [dueInstant(time)] : [])).sort()[0] ?? '9999';
}

/** Shows the posts in one HTML file in `exports/`, and keeps what was shown, so that answers find their posts. */
export async function makeReviewPackage(
  context: RecordContext,
  parts: Omit<ShownTools, 'session'> & { resources: string },
  input: ParsedInput<'review.export'>,
  job: JobContext,
): Promise<CallOutput<'review.export'>> {
  const session = context.holder.current();
  const { repositories } = session;
  const posts = [...new Set(input.postIds)].map((id) => requirePost(repositories, id));
  posts.sort((a, b) => (firstDue(a) < firstDue(b) ? -1 : firstDue(a) > firstDue(b) ? 1 : 0));
  const { language, title, message } = input;
  const id = newId();
  const now = context.clock.now();
  await mkdir(session.paths.exports, { recursive: true });
  const folder = await mkdtemp(join(session.paths.exports, '.review-'));
  try {
    const side = input.includeMedia ? sideFor(posts.length) : 0;
    const show = createMediaShower({ ...parts, session }, { language, side, folder, signal: job.signal });
    const shown: ReviewPost[] = [];
    for (const post of posts) {
      if (job.signal.aborted) throw cancelled();
      shown.push(await showPost(post, { repositories, pack: parts.pack, language, show }));
      job.progress(shown.length, posts.length);
    }
    const workspace = session.workspace();
    const local = now.toLocaleString('sv-SE', { timeZone: workspace.zone }).slice(0, 16).replace(' ', 'T');
    const from = `${workspace.name} · ${timeWords({ local, zone: workspace.zone }, language).day}`;
    const html = reviewPage(
      { id, title, message, from, language, posts: shown },
      await pageParts(parts.resources),
    );
    const path = await freePath(session.paths.exports, title, 'html');
    await parts.tools.files.writeAtomically(path, (temporary) => writeFile(temporary, html));
    repositories.kit.write({
      ...{ id, revision: 1, kind: 'review', name: title.slice(0, 200), uses: 0, lastUsedAt: null },
      body: {
        postIds: posts.map((post) => post.id),
        shown: Object.fromEntries(shown.map((post) => [post.id, post.shown])),
        message,
        madeAt: now.toISOString(),
        answers: [],
      },
      ...{ createdAt: now.toISOString(), updatedAt: now.toISOString(), trashedAt: null },
    });
    context.events.emit('records.changed', { kind: 'kit', ids: [id] });
    const pictures = shown.flatMap((post) => post.media);
    return {
      id,
      name: basename(path),
      path,
      url: parts.offered.offer(path, 'text/html'),
      bytes: (await stat(path)).size,
      posts: posts.length,
      pictures: pictures.filter(({ source }) => source !== '').length,
      missing: input.includeMedia ? pictures.filter(({ source }) => source === '').length : 0,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
