import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { bodyForFormat } from '#shared/design/variants/derive.ts';
import { safeZoneIn } from '#shared/design/variants/safe-zone.ts';
import { pictureOf } from '#shared/platforms/profile.ts';
import type { FormatProfile, ImageProfile } from '#shared/platforms/profile-types.ts';
import type { StillType } from '#main/ports/image-engine.ts';
import { pictureSize, recordingSize, type Size } from './choose-size.ts';
import { renderClipMedia } from './clip-media.ts';
import type { MadeRecordings } from './made-recordings.ts';
import type { PackageFile, PackageMedia, PackageTools } from './package-types.ts';

const extensions: Record<StillType, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', avif: 'avif' };

/** Still types in the order we prefer them; a platform that names none takes JPEG everywhere. */
function stillTypes(image: ImageProfile, graphic: boolean): StillType[] {
  const order: StillType[] = graphic ? ['png', 'jpeg', 'webp'] : ['jpeg', 'png', 'webp'];
  const allowed = order.filter((type) => image.types.value.includes(`image/${type}`));
  return allowed.length > 0 ? allowed : ['jpeg'];
}

interface Place {
  dir: string;
  /** File name without extension. */
  stem: string;
  force: boolean;
}

async function writeStill(
  tools: PackageTools,
  profile: FormatProfile,
  media: PackageMedia,
  size: Size,
  type: StillType,
  maxBytes: number | undefined,
  place: Place,
  signal: AbortSignal,
): Promise<PackageFile> {
  const name = `${place.stem}.${extensions[type]}`;
  const out = join(place.dir, name);
  const budget = maxBytes === undefined ? {} : { maxBytes };
  if (media.source.kind === 'design') {
    const { body, look = {} } = media.source;
    const { width, height } = size;
    await tools.painter.prepareLayout(body, look);
    const sized = bodyForFormat(body, profile.id, width, height, safeZoneIn(profile, width, height));
    const painted = await tools.painter.paintToFile({
      body: sized.body,
      pageId: media.source.pageId,
      scale: 1,
      assetFile: media.source.assetFile,
      ...look,
      type,
      out,
      signal,
      ...budget,
    });
    return { ...painted, name, type: `image/${type}`, duration: 0, alt: media.alt };
  }
  if (media.source.kind === 'clip') throw new Error('a clip is no still');
  const fitted = await tools.images.fit(
    {
      in: media.source.path,
      out,
      ...size,
      fit: 'cover',
      focus: 'auto',
      type,
      force: place.force,
      ...(media.crop ? { crop: media.crop } : {}),
      ...budget,
    },
    signal,
  );
  return {
    path: out,
    name,
    bytes: fitted.bytes,
    type: `image/${type}`,
    width: fitted.width,
    height: fitted.height,
    duration: 0,
    alt: media.alt,
  };
}

/** The size of what an attachment shows of its source. */
export function shownSize(media: PackageMedia): Size {
  const { width, height } = media.facts;
  return media.crop
    ? { width: width * media.crop.width, height: height * media.crop.height }
    : { width, height };
}

/** A still in the platform's size and within its byte limit; a type that cannot meet the limit yields to the next. */
export async function renderStill(
  tools: PackageTools,
  profile: FormatProfile,
  image: ImageProfile,
  media: PackageMedia,
  first: Size,
  place: Place,
  signal: AbortSignal,
  /** A cover's own size. */
  sized?: Size,
): Promise<PackageFile> {
  const size = sized ?? pictureSize(profile, image, shownSize(media), first);
  const types = stillTypes(image, media.source.kind === 'design');
  for (const [position, type] of types.entries()) {
    try {
      return await writeStill(tools, profile, media, size, type, image.maxBytes?.value, place, signal);
    } catch (error) {
      const budgetMissed = error instanceof GalleyError && error.code === 'invalid-input';
      if (!budgetMissed || position === types.length - 1) throw error;
    }
  }
  throw new Error('a platform without a still type');
}

/** A recording in the platform's frame, length and byte limit, and its cover picture. */
export async function renderRecording(
  tools: PackageTools,
  profile: FormatProfile,
  media: PackageMedia,
  place: Place,
  made: MadeRecordings,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<PackageFile[]> {
  const video = profile.video;
  if (video && media.source.kind === 'clip')
    return renderClipMedia(tools, profile, media, media.source, place, made, signal, onShare);
  if (!video || media.source.kind !== 'file') return [];
  const source = media.source.path;
  const size = recordingSize(profile, video, shownSize(media));
  const name = `${place.stem}.mp4`;
  const out = join(place.dir, name);
  const wanted = {
    in: source,
    width: size.width,
    height: size.height,
    fit: size.fit,
    ...(media.crop ? { crop: media.crop } : {}),
    ...(media.trim ? { from: media.trim.from, to: media.trim.to } : {}),
    // Limits that the recording meets anyway are left out, so that platforms can share one encode.
    ...(video.maxDuration && media.facts.duration > video.maxDuration.value
      ? { maxDuration: video.maxDuration.value }
      : {}),
    ...(video.maxFps && (media.facts.fps ?? Infinity) > video.maxFps.value
      ? { maxFps: video.maxFps.value }
      : {}),
  };
  const maxBytes = video.maxBytes?.value;
  const written = await made.take(wanted, maxBytes, out, () =>
    tools.clips.fit(
      { ...wanted, out, force: place.force, ...(maxBytes === undefined ? {} : { maxBytes }) },
      { signal, onProgress: (done, total) => onShare(total > 0 ? done / total : 0) },
    ),
  );
  const files: PackageFile[] = [
    {
      path: out,
      name,
      bytes: written.bytes,
      type: 'video/mp4',
      width: written.width,
      height: written.height,
      duration: written.duration,
      alt: media.alt,
    },
  ];
  const cover = pictureOf(profile);
  if (cover) files.push(await renderCover(tools, profile, cover, media, source, place, signal));
  return files;
}

/** The head picture of an article, cut from one of its pictures. */
export function renderCoverOf(
  tools: PackageTools,
  profile: FormatProfile,
  image: ImageProfile,
  media: PackageMedia,
  place: Place,
  signal: AbortSignal,
): Promise<PackageFile> {
  const size = image.primary.value;
  const coverPlace = { ...place, stem: `${place.stem}-cover` };
  return renderStill(tools, profile, image, media, size, coverPlace, signal, size);
}

async function renderCover(
  tools: PackageTools,
  profile: FormatProfile,
  image: ImageProfile,
  media: PackageMedia,
  source: string,
  place: Place,
  signal: AbortSignal,
): Promise<PackageFile> {
  const frame = join(place.dir, `.${place.stem}-frame.png`);
  try {
    await tools.clips.poster(
      { in: source, at: media.coverAt ?? media.trim?.from ?? 0, out: frame, maxSide: 4096, force: true },
      { signal },
    );
    const still: PackageMedia = { ...media, crop: null, source: { kind: 'file', path: frame } };
    return await renderCoverOf(tools, profile, image, still, place, signal);
  } finally {
    await rm(frame, { force: true });
  }
}
