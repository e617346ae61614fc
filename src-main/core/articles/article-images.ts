import { mkdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { emptyDesign } from '#shared/design/document.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { themeOfTarget } from '#shared/wechat/article.ts';
import { withBrand } from '#shared/wechat/colours.ts';
import { articlePictures, wordsOfPictures } from '#shared/wechat/picture/pictures.ts';
import { familiesOfPictures } from '#shared/wechat/picture/text.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import { freePath } from '../disk.ts';
import type { OfferedFiles } from '../media-route.ts';
import type { Pictures } from '../pictures.ts';
import { requirePost } from '../posts/post-errors.ts';
import { targetArticle } from './target-article.ts';

/** A design that asks for every font that the pictures will need. */
function probe(words: string): DesignBody {
  const body = emptyDesign(100, 100, 'page');
  for (const [index, fontFamily] of familiesOfPictures.entries()) {
    const id = `n${index}`;
    body.nodes[id] = { ...textDefaults, id, pageId: 'page', order: `a${index}`, text: words, fontFamily };
  }
  return body;
}

const extensions = { jpeg: 'jpg', png: 'png' } as const;

/** Paints an article as one tall picture, or as several where it is too tall for one, into the exports. */
export async function paintArticle(
  parts: { session: Session; painter: Painter; pictures: Pictures; offered: OfferedFiles },
  input: ParsedInput<'articles.image'>,
  job: JobContext,
): Promise<CallOutput<'articles.image'>> {
  const { session, painter, pictures, offered } = parts;
  const post = requirePost(session.repositories, input.postId);
  const target = post.targets.find((each) => each.id === input.targetId) ?? null;
  if (input.targetId !== null && target === null)
    throw new GalleyError('not-found', {
      en: 'This target is no longer in the post.',
      zh: '帖子中已没有这个发布目标。',
    });
  const { key: _key, ...look } = brandLook(session);
  const { title, blocks } = targetArticle(post, target);
  const theme = withBrand(themeOfTarget(input.theme), look.tokens);
  await painter.prepareLayout(probe(wordsOfPictures({ title, blocks, theme })), look);
  const bodies = articlePictures({
    title,
    blocks,
    theme,
    width: input.width,
    pictureSize: (id) => session.repositories.assets.get(id),
  });
  const { exports } = session.paths;
  await mkdir(exports, { recursive: true });
  const done: string[] = [];
  const files: CallOutput<'articles.image'>['files'] = [];
  try {
    for (const [index, body] of bodies.entries()) {
      if (job.signal.aborted) throw cancelled();
      job.progress(index, bodies.length);
      const number = bodies.length > 1 ? ` ${String(index + 1).padStart(2, '0')}` : '';
      const out = await freePath(exports, `${title || 'article'}${number}`, extensions[input.type]);
      const painted = await painter.paintToFile({
        body,
        pageId: 'page',
        scale: 1,
        assetFile: (assetId) => pictures.paintable(session, assetId),
        ...look,
        type: input.type,
        quality: 92,
        out,
        signal: job.signal,
      });
      done.push(painted.path);
      const { path, width, height, bytes } = painted;
      files.push({
        name: basename(path),
        url: offered.offer(path, `image/${input.type}`),
        width,
        height,
        bytes,
      });
    }
  } catch (error) {
    await Promise.all(done.map((path) => rm(path, { force: true })));
    throw error;
  }
  job.progress(bodies.length, bodies.length);
  return { files };
}
