import { useEffect, useState } from 'react';
import { call, onEvent } from '#renderer/bridge/client.ts';
import { clipFormat } from '#shared/clip/document.ts';
import { inToOut } from '#shared/clip/edit/in-to-out.ts';
import { simplePart } from '#shared/clip/edit/simple.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';
import type { Attachment } from '#shared/domain/post.ts';

/** What the window shows of an attached asset, design or clip. */
export interface MediaInfo {
  name: string;
  kind: 'image' | 'video' | 'audio';
  /** Pixels as shown. */
  width: number;
  height: number;
  /** Seconds; 0 for stills. */
  duration: number;
  /** Paths for the media route. */
  thumb: string;
  picture: string;
  /** The recording itself, where it moves. */
  video: string | null;
  /** Part of the recording that a clip shows, seconds; null for all of it. */
  part: { from: number; to: number } | null;
  /** Pages of a design; 1 for all else. */
  pages: number;
  alt: string;
}

const known = new Map<string, MediaInfo | null>();
const asking = new Set<string>();
const listeners = new Set<() => void>();

/** The part of the recording that a clip is, when it is one kept part of one. */
function partOf(edit: unknown, duration: number): MediaInfo['part'] {
  try {
    return simplePart(inToOut(readDocument(clipFormat, edit).body, newId));
  } catch {
    return { from: 0, to: duration };
  }
}

/** The frame of a clip of words, colours and designs. */
function frameOf(edit: unknown): { width: number; height: number } {
  try {
    const { frame } = readDocument(clipFormat, edit).body;
    return { width: frame?.width ?? 1920, height: frame?.height ?? 1080 };
  } catch {
    return { width: 1920, height: 1080 };
  }
}

async function ask({ kind, refId }: Attachment): Promise<MediaInfo> {
  if (kind === 'design') {
    const design = await call('designs.get', { id: refId });
    const { name, width, height } = design;
    return {
      name,
      kind: 'image',
      width,
      height,
      duration: 0,
      thumb: design.thumbnail,
      picture: design.thumbnail,
      video: null,
      part: null,
      pages: Math.max(1, design.pages),
      alt: '',
    };
  }
  const clip = kind === 'clip' ? await call('clips.get', { id: refId }) : null;
  if (clip && clip.assetId === null) {
    return {
      name: clip.name,
      kind: 'video',
      ...frameOf(clip.edit),
      duration: clip.duration,
      thumb: clip.thumbnail,
      picture: clip.thumbnail,
      video: null,
      part: null,
      pages: 1,
      alt: '',
    };
  }
  const asset = await call('assets.get', { id: clip?.assetId ?? refId });
  const picture = asset.kind === 'image' ? `picture/${asset.id}` : `thumb/${asset.id}`;
  return {
    name: clip?.name ?? asset.name,
    kind: asset.kind,
    width: asset.width,
    height: asset.height,
    duration: clip?.duration ?? asset.duration,
    thumb: clip?.thumbnail ?? `thumb/${asset.id}`,
    picture,
    video: asset.kind === 'video' ? `asset/${asset.id}` : null,
    part: clip ? partOf(clip.edit, clip.duration) : null,
    pages: 1,
    alt: asset.alt,
  };
}

function load(attachment: Attachment): void {
  const { refId } = attachment;
  if (asking.has(refId)) return;
  asking.add(refId);
  ask(attachment)
    .then(
      (info) => known.set(refId, info),
      () => known.set(refId, null),
    )
    .finally(() => {
      asking.delete(refId);
      for (const listener of listeners) listener();
    });
}

/** Whether what is attached moves, as far as it has been looked at. */
export function isRecording(refId: string): boolean {
  return known.get(refId)?.kind === 'video';
}

/** The attachment that brings a picture or clip: a design brings as many as it has pages. */
export function attachmentOfMedia(attachments: readonly Attachment[], media: number): Attachment | undefined {
  let first = 0;
  return attachments.find(({ refId }) => {
    first += known.get(refId)?.pages ?? 1;
    return media < first;
  });
}

/**
 * Looks of the attachments by `refId`; undefined while asked for, null where the thing is gone.
 * Follows changes of assets, designs and clips.
 */
export function useMediaInfo(attachments: readonly Attachment[]): ReadonlyMap<string, MediaInfo | null> {
  const [, setRound] = useState(0);
  useEffect(() => {
    const redraw = (): void => setRound((round) => round + 1);
    listeners.add(redraw);
    const stop = onEvent('records.changed', ({ kind, ids }) => {
      if (kind === 'post') return;
      for (const attachment of attachments) {
        if (attachment.kind === kind && ids.includes(attachment.refId)) load(attachment);
      }
    });
    for (const attachment of attachments) if (!known.get(attachment.refId)) load(attachment);
    return () => {
      listeners.delete(redraw);
      stop();
    };
  }, [attachments]);
  return known;
}
