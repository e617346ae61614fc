import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '#shared/domain/post.ts';
import type { ReviewLanguage, ReviewMedia } from '#shared/review/package.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { Session } from '#main/ports/workspace.ts';
import { mediaOfAttachment } from '../handoff/attachment-media.ts';
import type { PackageMedia, PackageTools } from '../handoff/package-types.ts';
import type { OfferedFiles } from '../media-route.ts';
import type { Pictures } from '../pictures.ts';
import { clipFrame } from '../renders/clip-frame.ts';

export interface ShownTools {
  session: Session;
  pictures: Pictures;
  offered: OfferedFiles;
  tools: Omit<PackageTools, 'pack'>;
  pack: RulePack;
}

/** How pictures go into the package. */
export interface Showing {
  language: ReviewLanguage;
  /** Longest side in pixels; 0 leaves pictures out. */
  side: number;
  /** Folder for work files. */
  folder: string;
  signal: AbortSignal;
}

/** Quality of the pictures, 1 to 100: what a reader on a phone cannot tell from the original. */
const quality = 76;

const videoWord = { en: 'Video', zh: '视频' };

function lengthOf(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function factsOf({ facts }: PackageMedia, language: ReviewLanguage): string {
  if (facts.kind !== 'video') return '';
  return [videoWord[language], lengthOf(facts.duration), `${facts.width} × ${facts.height}`].join(' · ');
}

/** Second of the source that stands for a recording. */
function momentOf({ coverAt, trim, facts }: PackageMedia): number {
  return coverAt ?? (trim ? trim.from : Math.min(1, facts.duration / 10));
}

/** A file with the still that stands for the media, not yet small. */
async function stillOf(
  with_: ShownTools,
  media: PackageMedia,
  showing: Showing,
  stem: string,
): Promise<string> {
  const { tools, session, pack, pictures, offered } = with_;
  const { folder, side, signal } = showing;
  const { source } = media;
  if (source.kind === 'design') {
    const out = join(folder, `${stem}.png`);
    const scale = Math.min(1, side / Math.max(source.body.width, source.body.height));
    const { body, pageId, assetFile, look = {} } = source;
    await tools.painter.paintToFile({ body, pageId, scale, assetFile, ...look, type: 'png', out, signal });
    return out;
  }
  if (source.kind === 'clip') {
    const { edit } = source;
    const at = edit.cover?.kind === 'frame' ? edit.cover.at : Math.min(1, media.facts.duration / 10);
    const { url } = await clipFrame(
      { ...tools, pictures, offered },
      pack,
      session,
      { edit, at, maxSide: side },
      { signal },
    );
    return offered.find(url.split('/').at(-1) ?? '')?.file ?? '';
  }
  if (media.facts.kind !== 'video') return source.path;
  const out = join(folder, `${stem}.jpg`);
  await tools.clips.poster(
    { in: source.path, at: momentOf(media), out, maxSide: side, force: true },
    { signal },
  );
  return out;
}

/** The part of a still that is shown, at most `side` pixels long. */
async function shrink(
  { tools }: ShownTools,
  still: string,
  media: PackageMedia,
  { side, folder, signal }: Showing,
  stem: string,
): Promise<Pick<ReviewMedia, 'source' | 'width' | 'height'>> {
  const facts = await tools.images.inspect(still, signal);
  const crop = media.source.kind === 'file' && media.facts.kind === 'image' ? media.crop : null;
  const shown = { width: facts.width * (crop?.width ?? 1), height: facts.height * (crop?.height ?? 1) };
  const scale = Math.min(1, side / Math.max(shown.width, shown.height));
  const size = {
    width: Math.max(1, Math.round(shown.width * scale)),
    height: Math.max(1, Math.round(shown.height * scale)),
  };
  const out = join(folder, `${stem}.webp`);
  await tools.images.fit(
    {
      ...{ in: still, out, ...size, fit: 'cover', focus: 'center', type: 'webp', quality, force: true },
      ...(crop ? { crop } : {}),
    },
    signal,
  );
  return { source: `data:image/webp;base64,${(await readFile(out)).toString('base64')}`, ...size };
}

/** What tells pictures of a package apart, wherever they are used. */
const looksLike = ({ kind, refId, crop, trim, coverAt }: Attachment, page: number): string =>
  JSON.stringify([kind, refId, page, crop, trim, coverAt]);

/** Shows attachments as pictures; each is made once for the whole package. */
export function createMediaShower(with_: ShownTools, showing: Showing) {
  const made = new Map<string, Promise<Pick<ReviewMedia, 'source' | 'width' | 'height'>>>();

  async function picture(
    media: PackageMedia,
    stem: string,
  ): Promise<Pick<ReviewMedia, 'source' | 'width' | 'height'>> {
    const none = { source: '', width: 0, height: 0 };
    if (showing.side === 0 || media.facts.kind === 'audio') return none;
    try {
      const still = await stillOf(with_, media, showing, stem);
      return await shrink(with_, still, media, showing, stem);
    } catch (error) {
      if (showing.signal.aborted) throw error;
      // A file that cannot be shown is named instead; the rest of the package is still worth sending.
      return none;
    }
  }

  return async (attachment: Attachment): Promise<(ReviewMedia & { looks: string })[]> => {
    const pages = mediaOfAttachment(with_.pictures, with_.session, attachment);
    const shown: (ReviewMedia & { looks: string })[] = [];
    for (const [page, media] of pages.entries()) {
      const looks = looksLike(attachment, page);
      let there = made.get(looks);
      if (!there) {
        there = picture(media, `picture-${made.size}`);
        made.set(looks, there);
      }
      shown.push({
        ...(await there),
        key: pages.length > 1 ? `${attachment.id}/${page + 1}` : attachment.id,
        alt: media.alt || media.name,
        facts: factsOf(media, showing.language),
        looks,
      });
    }
    return shown;
  };
}
