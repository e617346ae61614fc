import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { FrameIndex } from '#shared/clip/frame-index.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { OfferedFiles } from '../media-route.ts';
import type { Session, WorkspaceHolder } from '#main/ports/workspace.ts';

export interface RecordingTools {
  holder: WorkspaceHolder;
  clips: ClipEngine;
  files: FileStore;
  offered: OfferedFiles;
}

export interface Recording {
  session: Session;
  asset: Asset;
  file: string;
}

/** The recording behind an asset id. @throws GalleyError not-found, invalid-input for a picture */
export function recordingOf(tools: RecordingTools, assetId: string): Recording {
  const session = tools.holder.current();
  const asset = session.repositories.assets.get(assetId);
  if (!asset) {
    throw new GalleyError('not-found', {
      en: 'This recording is no longer in the library.',
      zh: '媒体库中已没有此视频。',
    });
  }
  if (asset.kind === 'image') {
    throw new GalleyError('invalid-input', {
      en: `“${asset.name}” is a picture. Choose a video or a sound.`,
      zh: `“${asset.name}”是图片。请选择视频或音频。`,
    });
  }
  return { session, asset, file: session.assetPath(asset) };
}

/** What is computed once per recording and kept in `cache/` as JSON under its hash. */
export async function remembered<T>(
  tools: RecordingTools,
  recording: Recording,
  name: string,
  compute: () => Promise<T>,
): Promise<T> {
  const file = join(recording.session.paths.cache, 'facts', `${recording.asset.sha256}-${name}.json`);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    const value = await compute();
    await mkdir(dirname(file), { recursive: true });
    await tools.files.writeAtomically(file, (temporary) => writeFile(temporary, JSON.stringify(value)), {
      force: true,
    });
    return value;
  }
}

/** Probe and frame index of a recording; both are kept in memory while the workspace is open. */
export function createRecordingFacts(tools: RecordingTools): {
  probe(recording: Recording, signal?: AbortSignal): Promise<ClipProbe>;
  frames(recording: Recording, signal?: AbortSignal): Promise<FrameIndex>;
} {
  const probes = new Map<string, Promise<ClipProbe>>();
  const indexes = new Map<string, Promise<FrameIndex>>();
  function cached<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
    const there = map.get(key);
    if (there) return there;
    const made = make();
    map.set(key, made);
    made.catch(() => map.delete(key));
    return made;
  }
  return {
    probe: ({ asset, file }, signal) =>
      cached(probes, asset.sha256, () => tools.clips.probe(file, { signal })),
    frames: ({ asset, file }, signal) =>
      cached(indexes, asset.sha256, () => tools.clips.keyframes(file, { signal })),
  };
}
