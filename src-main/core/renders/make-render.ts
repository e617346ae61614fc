import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Bilingual } from '#shared/contract/failure.ts';
import type { Loudness } from '#shared/contract/clip-work.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { ChosenTarget } from './choose-target.ts';
import type { EditWorld } from './edit-world.ts';
import { paintParts, type PartTools } from './paint-parts.ts';

export interface RenderTools extends PartTools {
  clips: ClipEngine;
}

export interface MakeRequest {
  edit: ClipEdit;
  world: EditWorld;
  chosen: ChosenTarget;
  /** `platform/format`, '' for none. */
  format: string;
  safe: SafeInsets;
  out: string;
  force?: boolean | undefined;
  /** Of this work alone; removed at its end. */
  folder: string;
  signal: AbortSignal;
  /** Shares of 0 to 1. */
  onShare?: ((share: number, stage: Bilingual) => void) | undefined;
  onCommand?: ((line: string) => void) | undefined;
}

/** A rendered clip. Pixels, seconds, bytes. */
export interface MadeRender {
  out: string;
  width: number;
  height: number;
  duration: number;
  bytes: number;
  passes: number;
  frames: number;
  loudness: { before: Loudness; after: Loudness } | null;
  commands: string[];
  notes: Bilingual[];
}

const painting: Bilingual = { en: 'Paint titles and captions', zh: '绘制标题和字幕' };
const encoding: Bilingual = { en: 'Render', zh: '渲染' };

/** Paints what is to be painted, then renders to `out`; nothing half-made stays. */
export async function makeRender(tools: RenderTools, request: MakeRequest): Promise<MadeRender> {
  const { edit, world, chosen, format, safe, out, folder, signal } = request;
  const { target, type } = chosen;
  const force = request.force ?? false;
  try {
    // What a process that was killed left behind.
    await rm(folder, { recursive: true, force: true });
    await Promise.all([mkdir(folder, { recursive: true }), mkdir(dirname(out), { recursive: true })]);
    const { width, height } = target;
    const parts = await paintParts(tools, world, {
      ...{ edit, width, height, format, safe, folder, signal },
      onShare: (share) => request.onShare?.(share, painting),
    });
    const run = {
      signal,
      onProgress: (done: number, total: number) => request.onShare?.(total > 0 ? done / total : 0, encoding),
    };
    const { onCommand } = request;
    if (type !== 'gif' && type !== 'webp') {
      return await tools.clips.renderEdit({ edit, ...parts, target, out, force, onCommand }, run);
    }
    const { maxFps, maxBytes } = target;
    const made = await tools.clips.animateEdit(
      { edit, ...parts, target, width, fps: maxFps, maxBytes, out, force, onCommand },
      run,
    );
    return { ...made, passes: 1, loudness: null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the parts of one piece of work lie while it is done. */
export function workFolder(cache: string, id: string): string {
  return join(cache, 'renders', basename(id));
}
