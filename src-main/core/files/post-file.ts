import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { postFileSchema, type PostFile } from '#shared/contract/files.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { MediaFacts, PostContent } from '#shared/domain/content.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { designFormat } from '#shared/design/document.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import { boxesOfPage } from '../checks/design-boxes.ts';
import type { IdentifyFile, ImageEngine } from '#main/ports/image-engine.ts';
import { hasArticleHtml, wordsArticle } from '../articles/article-html.ts';
import type { PackageMedia, PackageTarget } from '../handoff/package-types.ts';

/** Reads a JSON file of the user. @throws GalleyError naming the file and what is wrong with it */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new GalleyError('unreadable-file', {
      en: `“${basename(path)}” is not valid JSON (${reason}). Correct it and try again.`,
      zh: `“${basename(path)}”不是有效的 JSON（${reason}）。请修正后重试。`,
    });
  }
}

export async function readPostFile(path: string): Promise<PostFile> {
  const parsed = postFileSchema.safeParse(await readJsonFile(path));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues
    .map((issue) => `${issue.path.join('.') || 'post'}: ${issue.message}`)
    .join('; ');
  throw new GalleyError('unreadable-file', {
    en: `“${basename(path)}” does not describe a post: ${places}.`,
    zh: `“${basename(path)}”不符合帖子文件的格式：${places}。`,
  });
}

export interface MediaReaders {
  identify: IdentifyFile;
  images: ImageEngine;
  clips: ClipEngine;
}

async function factsOfFile(readers: MediaReaders, path: string, alt: string): Promise<MediaFacts> {
  const { size } = await stat(path);
  const identified = await readers.identify(path);
  const common = { kind: identified.kind, type: identified.type, bytes: size, alt, name: basename(path) };
  if (identified.kind === 'image') {
    const facts = await readers.images.inspect(path);
    return { ...common, width: facts.width, height: facts.height, duration: 0, animated: facts.animated };
  }
  const probe = await readers.clips.probe(path);
  return {
    ...common,
    width: probe.video?.width ?? 0,
    height: probe.video?.height ?? 0,
    duration: probe.duration,
    hasAudio: probe.audio !== null,
    ...(probe.video ? { codec: probe.video.codec, fps: probe.video.fps } : {}),
    ...(probe.audio
      ? {
          audio: {
            codec: probe.audio.codec,
            channels: probe.audio.channels,
            sampleRate: probe.audio.sampleRate,
          },
        }
      : {}),
  };
}

/** Pictures of a design file are named by paths relative to the file. */
export function assetFileBeside(designPath: string): (assetId: string) => string | null {
  return (assetId) => resolve(dirname(designPath), assetId);
}

async function mediaOfFile(
  readers: MediaReaders,
  folder: string,
  item: PostFile['media'][number],
): Promise<PackageMedia[]> {
  const path = resolve(folder, item.path);
  const common = { alt: item.alt, crop: item.crop, trim: item.trim, coverAt: item.cover };
  if (/\.json$/i.test(path)) {
    const { body } = readDocument(designFormat, await readJsonFile(path));
    return pagesInOrder(body).map((page) => ({
      ...common,
      name: basename(path),
      facts: {
        kind: 'image',
        type: 'image/png',
        bytes: 0,
        width: body.width,
        height: body.height,
        duration: 0,
        alt: item.alt,
        boxes: boxesOfPage(body, page.id, []),
      },
      source: { kind: 'design', body, pageId: page.id, assetFile: assetFileBeside(path) },
    }));
  }
  const facts = await factsOfFile(readers, path, item.alt);
  const duration = item.trim ? item.trim.to - item.trim.from : facts.duration;
  return [{ ...common, name: basename(path), facts: { ...facts, duration }, source: { kind: 'file', path } }];
}

/** `x/post` also speaks for `x/post/landscape`, unless that has words of its own. */
function contentFor(post: PostFile, format: string, id: string): PostContent {
  const own = post.perTarget[format] ?? post.perTarget[id] ?? {};
  return {
    title: own.title ?? post.title,
    body: own.body ?? post.body,
    hashtags: own.hashtags ?? post.hashtags,
    link: own.link ?? post.link,
    firstComment: own.firstComment ?? post.firstComment,
  };
}

/** The targets of a post file, with its media looked at. @throws GalleyError for unknown formats and unreadable media */
export async function targetsOfPostFile(
  readers: MediaReaders,
  pack: RulePack,
  path: string,
  formats: readonly string[],
): Promise<{ post: PostFile; targets: PackageTarget[] }> {
  const profiles = formats.map((format) => formatProfile(pack, format));
  const post = await readPostFile(path);
  const folder = dirname(resolve(path));
  const media = (await Promise.all(post.media.map((item) => mediaOfFile(readers, folder, item)))).flat();
  const targets = formats.map((format, index) => ({
    format,
    targetId: null,
    accountId: null,
    account: null,
    folder: format.replaceAll('/', '-'),
    scheduled: null,
    disclosure: { advertising: false, synthetic: false },
    thread: null,
    ...(hasArticleHtml(profiles[index]?.id ?? format)
      ? { article: async () => wordsArticle(contentFor(post, format, profiles[index]?.id ?? format)) }
      : {}),
    content: contentFor(post, format, profiles[index]?.id ?? format),
    media,
  }));
  return { post, targets };
}
