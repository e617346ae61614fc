import { writeFile } from 'node:fs/promises';
import type { FrameSize } from '#shared/clip/captions/layout-cue.ts';
import type { CaptionType } from '#shared/clip/captions/raw-cue.ts';
import { writeAss } from '#shared/clip/captions/write-ass.ts';
import { writeSrt, writeVtt } from '#shared/clip/captions/write.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import { freePath } from '../disk.ts';
import type { OfferedFiles } from '../media-route.ts';

/** Media types of caption files. */
const mimes: Record<CaptionType, string> = {
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  ass: 'text/x-ssa',
};

/** A track as the text of a file; `tokens` are the brand's colours, for ASS. */
export function captionText(
  track: Pick<CaptionTrack, 'cues' | 'style' | 'name' | 'language'>,
  type: CaptionType,
  frame: FrameSize,
  tokens: Readonly<Record<string, string>> = {},
): string {
  if (type === 'ass') return writeAss(track, frame, tokens);
  return type === 'srt' ? writeSrt(track.cues) : writeVtt(track.cues);
}

/** The frame of the finished clip, as far as it matters to captions: 1080p where nothing says. */
function frameOf(edit: ClipEdit, session: Session): FrameSize {
  if (edit.frame) return edit.frame;
  for (const segment of edit.segments) {
    if (segment.kind !== 'clip' && segment.kind !== 'freeze') continue;
    const asset = session.repositories.assets.get(segment.source);
    if (asset && asset.width > 0 && asset.height > 0) return { width: asset.width, height: asset.height };
  }
  return { width: 1920, height: 1080 };
}

/**
 * Writes a caption track into the workspace's `exports/`, under a name that is free, and offers it.
 * @throws GalleyError not-found for a track that is not there, disk-full
 */
export async function writeCaptionTrack(
  tools: { files: Pick<FileStore, 'writeAtomically'>; offered: OfferedFiles },
  session: Session,
  { edit, trackId, type, name }: ParsedInput<'captions.write'>,
): Promise<CallOutput<'captions.write'>> {
  const track = edit.captions?.find((each) => each.id === trackId);
  if (!track)
    throw new GalleyError('not-found', {
      en: 'This caption track is no longer there. Choose another one.',
      zh: '此字幕轨已不存在。请选择其他字幕轨。',
    });
  const text = captionText(track, type, frameOf(edit, session), brandLook(session).tokens);
  const stem = name.replace(/\.(?:srt|vtt|ass)$/i, '');
  const out = await freePath(session.paths.exports, stem, type);
  await tools.files.writeAtomically(out, (temporary) => writeFile(temporary, text));
  return { url: tools.offered.offer(out, mimes[type]), name: out.slice(session.paths.exports.length + 1) };
}
