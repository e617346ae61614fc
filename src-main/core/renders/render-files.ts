import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import { writeSrt } from '#shared/clip/captions/write.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Render } from '#shared/contract/renders.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { StoredRender } from '#main/ports/repositories.ts';
import type { Session } from '#main/ports/workspace.ts';
import { freePath } from '../disk.ts';
import type { ChosenTarget } from './choose-target.ts';
import { makeCover } from './cover.ts';
import type { EditWorld } from './edit-world.ts';
import { makeRender, type RenderTools, workFolder } from './make-render.ts';

export interface FileRenderTools extends RenderTools {
  files: Pick<FileStore, 'writeAtomically'>;
}

/** What one entry of the queue is made from. */
export interface RenderWork {
  session: Session;
  render: StoredRender;
  edit: ClipEdit;
  world: EditWorld;
  chosen: ChosenTarget;
  profile: FormatProfile | null;
  safe: SafeInsets;
}

type Result = NonNullable<Render['result']>;

/** `Beach day instagram-reel`, or the name alone where the frame is the clip's own. */
function fileStem({ render, profile }: RenderWork): string {
  return profile ? `${render.clipName} ${profile.id.replaceAll('/', '-')}` : render.clipName;
}

/** SRT of every caption track that says something; one track's language is not in the name. */
async function writeCaptions(
  tools: FileRenderTools,
  edit: ClipEdit,
  folder: string,
  stem: string,
): Promise<string[]> {
  const tracks = (edit.captions ?? []).filter((track) => !track.hidden && track.cues.length > 0);
  const paths: string[] = [];
  for (const track of tracks) {
    const name = tracks.length > 1 ? `${stem} ${track.language}` : stem;
    const path = await freePath(folder, name, 'srt');
    await tools.files.writeAtomically(path, (temporary) => writeFile(temporary, writeSrt(track.cues)));
    paths.push(path);
  }
  return paths;
}

/**
 * Writes the render and what goes beside it into `exports/`, under names that are free. What was written is gone
 * again when it fails or is cancelled. Paths in the answer are file names in `exports/`.
 */
export async function writeRenderFiles(
  tools: FileRenderTools,
  work: RenderWork,
  job: Pick<JobContext, 'signal' | 'progress'>,
  onCommand: (line: string) => void,
): Promise<{ result: Result; commands: string[] }> {
  const { session, render, edit, world, chosen, profile, safe } = work;
  const { wanted } = render;
  const folder = session.paths.exports;
  const format = profile?.id ?? '';
  await mkdir(folder, { recursive: true });
  const out = await freePath(folder, fileStem(work), chosen.type);
  const stem = basename(out).slice(0, -chosen.type.length - 1);
  const shared = { edit, world, chosen, format, safe, signal: job.signal };
  const written: string[] = [];
  try {
    const made = await makeRender(tools, {
      ...shared,
      out,
      folder: workFolder(session.paths.cache, render.id),
      onShare: (share, stage) => job.progress(Math.round(share * 1000), 1000, stage),
      onCommand,
    });
    written.push(out);
    if (wanted.captionFiles) written.push(...(await writeCaptions(tools, edit, folder, stem)));
    if (wanted.cover) {
      const cover = profile?.cover ?? null;
      const still = `${join(folder, stem)} cover`;
      const place = workFolder(session.paths.cache, `${render.id}-cover`);
      written.push(await makeCover(tools, { ...shared, cover, stem: still, folder: place }));
    }
    const { width, height, duration, passes, loudness } = made;
    return {
      result: {
        name: basename(out),
        path: basename(out),
        url: '',
        beside: written.slice(1).map((path) => ({ name: basename(path), url: '' })),
        ...{ width, height, duration, passes, loudness },
        bytes: (await stat(out)).size,
        notes: [...chosen.notes, ...made.notes],
      },
      commands: made.commands,
    };
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}
