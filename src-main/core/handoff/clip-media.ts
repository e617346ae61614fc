import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import { writeSrt } from '#shared/clip/captions/write.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import type { Attachment } from '#shared/domain/post.ts';
import { pictureOf } from '#shared/platforms/profile.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { StoredClip } from '#main/ports/repositories.ts';
import type { Session } from '#main/ports/workspace.ts';
import type { Pictures } from '../pictures.ts';
import { chooseTarget, mimeOfType } from '../renders/choose-target.ts';
import { makeCover } from '../renders/cover.ts';
import { factsOfEdit } from '../renders/edit-facts.ts';
import type { EditWorld } from '../renders/edit-world.ts';
import { makeRender } from '../renders/make-render.ts';
import { safeInsets } from '#shared/clip/render/safe-zone.ts';
import { workspaceWorld } from '../renders/workspace-world.ts';
import type { MadeRecordings } from './made-recordings.ts';
import type { PackageFile, PackageMedia, PackageTools } from './package-types.ts';

const wanted: Omit<RenderWanted, 'format'> = {
  ...{ type: 'mp4', quality: 'good', maxSide: null, maxFps: null, maxBytes: null },
  ...{ cover: false, captionFiles: false, addToLibrary: false, range: false },
};

/** A clip that is more than one part of one recording, as it hangs on a post. */
export function mediaOfEdit(
  pictures: Pictures,
  session: Session,
  clip: StoredClip,
  body: ClipEdit,
  attachment: Attachment,
): PackageMedia {
  const { coverAt, alt } = attachment;
  const edit: ClipEdit = coverAt === null ? body : { ...body, cover: { kind: 'frame', at: coverAt } };
  const world = workspaceWorld(session, pictures);
  const { width, height, duration, fps, hasAudio } = factsOfEdit(edit, world);
  return {
    name: clip.name,
    facts: {
      ...{ kind: 'video', type: 'video/mp4', codec: 'h264', bytes: 0, animated: false },
      ...{ width, height, duration, fps, hasAudio, alt, name: clip.name },
    },
    alt,
    crop: null,
    trim: null,
    coverAt,
    source: { kind: 'clip', edit, world },
  };
}

/** SRT of every caption track that says something, beside the recording. */
async function writeCaptions(edit: ClipEdit, dir: string, stem: string): Promise<PackageFile[]> {
  const tracks = (edit.captions ?? []).filter((track) => !track.hidden && track.cues.length > 0);
  const files: PackageFile[] = [];
  for (const [index, track] of tracks.entries()) {
    const language = track.language.replaceAll(/[^A-Za-z0-9-]/g, '');
    const twice = tracks.slice(0, index).some((other) => other.language === track.language);
    const name = `${stem}${tracks.length > 1 ? `.${language}${twice ? `-${index + 1}` : ''}` : ''}.srt`;
    const path = join(dir, name);
    const text = writeSrt(track.cues);
    await writeFile(path, text);
    const bytes = Buffer.byteLength(text);
    files.push({
      path,
      name,
      bytes,
      type: 'application/x-subrip',
      width: 0,
      height: 0,
      duration: 0,
      alt: '',
    });
  }
  return files;
}

/** What of a format, beside its frame and limits, shows in the picture: where captions stand, which size of a design. */
function differing(edit: ClipEdit, profile: FormatProfile, safe: SafeInsets): object {
  const burnt = (edit.captions ?? []).some((track) => track.burn && !track.hidden);
  const designs = edit.segments.some((segment) => segment.kind === 'design');
  return { safe: burnt ? safe : null, format: designs ? profile.id : null };
}

/** A clip rendered for the platform, its captions and its cover. */
export async function renderClipMedia(
  tools: PackageTools,
  profile: FormatProfile,
  media: PackageMedia,
  source: { edit: ClipEdit; world: EditWorld },
  place: { dir: string; stem: string; force: boolean },
  made: MadeRecordings,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<PackageFile[]> {
  const { edit, world } = source;
  const chosen = chooseTarget(edit, factsOfEdit(edit, world), { ...wanted, format: profile.id }, profile);
  const { dir, stem, force } = place;
  const name = `${stem}.${chosen.type}`;
  const out = join(dir, name);
  const folder = join(dir, `.${stem}-work`);
  const { maxBytes, maxBitrate, ...target } = chosen.target;
  // Limits that the clip meets anyway are left out, so that platforms can share one encode.
  const met = { maxDuration: media.facts.duration, maxFps: media.facts.fps ?? 0 };
  for (const limit of ['maxDuration', 'maxFps'] as const)
    if ((target[limit] ?? Number.POSITIVE_INFINITY) >= met[limit]) delete target[limit];
  const safe = safeInsets(tools.pack, edit, profile, chosen.target);
  const shared = {
    edit,
    world,
    chosen: { ...chosen, target: { ...target, maxBytes, maxBitrate } },
    safe,
    folder,
    signal,
  };
  // A clip that was made for another platform will do where it keeps the limits of this one.
  const most = Math.min(
    maxBytes ?? Number.POSITIVE_INFINITY,
    ((maxBitrate ?? Number.POSITIVE_INFINITY) * chosen.duration) / 8,
  );
  const written = await made.take({ edit, target, ...differing(edit, profile, safe) }, most, out, () =>
    makeRender(tools, { ...shared, format: profile.id, out, force, onShare }),
  );
  const { width, height, duration, bytes } = written;
  const files: PackageFile[] = [
    { path: out, name, type: mimeOfType[chosen.type], width, height, duration, bytes, alt: media.alt },
    ...(await writeCaptions(edit, dir, stem)),
  ];
  const cover = pictureOf(profile);
  if (!cover) return files;
  const path = await makeCover(tools, {
    ...shared,
    format: profile.id,
    cover,
    stem: join(dir, `${stem}-cover`),
  });
  const facts = await tools.images.inspect(path, signal);
  return [
    ...files,
    {
      ...{ path, name: basename(path), type: facts.type, width: facts.width, height: facts.height },
      ...{ bytes: (await stat(path)).size, duration: 0, alt: '' },
    },
  ];
}
