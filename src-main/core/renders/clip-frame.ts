import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { newId } from '#shared/domain/id.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { OfferedFiles } from '../media-route.ts';
import type { Pictures } from '../pictures.ts';
import { chooseTarget } from './choose-target.ts';
import { factsOfEdit } from './edit-facts.ts';
import { type RenderTools, workFolder } from './make-render.ts';
import { paintParts } from './paint-parts.ts';
import { safeInsets } from '#shared/clip/render/safe-zone.ts';
import { workspaceWorld } from './workspace-world.ts';

/** Frames that are kept; a frame of 1280 px is some 150 kB. */
const framesKept = 300;

const ownFrame: RenderWanted = {
  format: null,
  type: 'mp4',
  maxSide: null,
  maxFps: null,
  maxBytes: null,
  quality: 'good',
  cover: false,
  captionFiles: false,
  addToLibrary: false,
  range: false,
};

/** Takes the frames that were not asked for longest away. */
async function thin(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= framesKept * 1.2) return;
  const aged = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(framesKept);
  for (const { name } of old) await rm(join(folder, name), { force: true });
}

/** One frame of the finished clip, made once for each state of the edit, its designs and the brand. */
export async function clipFrame(
  tools: RenderTools & { pictures: Pictures; offered: OfferedFiles },
  pack: RulePack,
  session: Session,
  { edit, at, maxSide }: ParsedInput<'clips.frame'>,
  job: Pick<JobContext, 'signal'>,
): Promise<CallOutput<'clips.frame'>> {
  const world = workspaceWorld(session, tools.pictures);
  const { target } = chooseTarget(edit, factsOfEdit(edit, world), ownFrame, null);
  const { segments, overlays } = edit;
  const designs = [
    ...segments.flatMap((segment) => (segment.kind === 'design' ? [segment.design] : [])),
    ...(overlays ?? []).flatMap((overlay) => (overlay.kind === 'design' ? [overlay.source] : [])),
  ].map((id) => world.design(id).key);
  // Nothing of the sound, the cover or the markers shows in a frame.
  const { sounds: _sounds, cover: _cover, markers: _markers, story: _story, ...seen } = edit;
  const key = JSON.stringify([seen, Math.round(at * 10_000), maxSide, designs, brandLook(session).key]);
  const folder = join(session.paths.cache, 'clip-frames');
  const out = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.jpg`);
  await mkdir(folder, { recursive: true });
  if (await stat(out).catch(() => null)) {
    const now = new Date();
    await utimes(out, now, now);
  } else {
    const place = workFolder(session.paths.cache, newId());
    try {
      const { width, height } = target;
      const parts = await paintParts(tools, world, {
        ...{ edit, width, height, format: '', at, folder: place, signal: job.signal },
        safe: safeInsets(pack, edit, null, target),
      });
      await tools.clips.editFrame({ edit, ...parts, target, at, maxSide, out, force: true }, job);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
    await thin(folder);
  }
  const { width, height } = await tools.images.inspect(out, job.signal);
  return { url: tools.offered.offer(out, 'image/jpeg'), width, height };
}
