import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { ImageProfile } from '#shared/platforms/profile-types.ts';
import type { StillType } from '#main/ports/image-engine.ts';
import type { EditWorld } from './edit-world.ts';
import type { ChosenTarget } from './choose-target.ts';
import type { RenderTools } from './make-render.ts';
import { paintParts, paintSized } from './paint-parts.ts';

export interface CoverRequest {
  edit: ClipEdit;
  world: EditWorld;
  chosen: ChosenTarget;
  /** `platform/format`, '' for none. */
  format: string;
  safe: SafeInsets;
  /** Size and limits; null: the clip's own frame. */
  cover: ImageProfile | null;
  /** Without extension. */
  stem: string;
  folder: string;
  signal: AbortSignal;
}

const types: readonly StillType[] = ['jpeg', 'png', 'webp'];

/** The file of the cover before it is cut to its size. */
async function coverSource(tools: RenderTools, request: CoverRequest): Promise<string> {
  const { edit, world, format, safe, folder, signal, chosen } = request;
  const cover = edit.cover ?? { kind: 'frame' as const, at: 0 };
  if (cover.kind === 'image') return world.fileOf(cover.source);
  const { width, height } = request.cover?.primary.value ?? chosen.target;
  if (cover.kind === 'design') {
    const wanted = { edit, width, height, format, safe, folder, signal };
    const { design, page } = cover;
    return (await paintSized(tools, world, wanted, { design, page, width, height })).path;
  }
  const { target } = chosen;
  const parts = await paintParts(tools, world, {
    ...{ edit, width: target.width, height: target.height, format, safe, folder, signal },
    at: cover.at,
  });
  const out = join(folder, 'cover.png');
  const maxSide = Math.max(target.width, target.height);
  await tools.clips.editFrame(
    { edit, ...parts, target, at: cover.at, maxSide, out, force: true },
    { signal },
  );
  return out;
}

/** Writes the still that stands for the clip, in the format's own cover size. Answers its path. */
export async function makeCover(tools: RenderTools, request: CoverRequest): Promise<string> {
  const { cover, chosen, folder, stem, signal } = request;
  try {
    await mkdir(folder, { recursive: true });
    const source = await coverSource(tools, request);
    const type = types.find((each) => cover?.types.value.includes(`image/${each}`)) ?? 'jpeg';
    const out = `${stem}.${type === 'jpeg' ? 'jpg' : type}`;
    const { width, height } = cover?.primary.value ?? chosen.target;
    const maxBytes = cover?.maxBytes?.value;
    await tools.images.fit(
      {
        ...{ in: source, out, width, height, type, fit: 'cover', focus: 'auto' },
        ...(maxBytes === undefined ? {} : { maxBytes }),
      },
      signal,
    );
    return out;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
