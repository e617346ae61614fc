import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { EventName, EventPayload } from '#shared/contract/index.ts';
import type { Studio } from '#main/ports/studio.ts';

/** What reached the studio: for attacks, all of these must stay empty. */
interface Reached {
  calls: string[];
  uploads: { name: string; bytes: number; aborted: boolean }[];
  media: string[];
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  listeners: number;
}

/** A studio that only notes what reaches it, over a temporary folder with one media file of 1,000 bytes. */
export async function stubStudio() {
  const folder = await mkdtemp(join(tmpdir(), 'galley-host-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Galley</title>');
  await writeFile(join(renderer, 'assets', 'index-abc.js'), 'export {};');
  await writeFile(join(folder, 'secret.html'), 'outside');
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
  const clip = join(folder, 'clip.bin');
  await writeFile(clip, bytes);

  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  const reached: Reached = {
    calls: [],
    uploads: [],
    media: [],
    emit: (name, payload) => {
      for (const listener of listeners) listener(name, payload);
    },
    get listeners() {
      return listeners.size;
    },
  };
  const unused = (): never => {
    throw new Error('not used by the web host');
  };
  const studio: Studio = {
    dispatch: async (name, input) => {
      reached.calls.push(name);
      return { ok: true, value: { name, input } };
    },
    call: unused,
    events: {
      emit: unused,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    jobs: { start: unused, finished: unused, list: unused, cancel: unused, dismiss: unused, close: unused },
    media: async (path) => {
      reached.media.push(path);
      if (path === 'clip') return { file: clip, type: 'video/mp4', immutable: true };
      throw new GalleyError('not-found', { en: 'No such file.', zh: '没有该文件。' });
    },
    receiveUpload: async (name, stream, signal) => {
      const upload = { name, bytes: 0, aborted: false };
      reached.uploads.push(upload);
      try {
        for await (const chunk of stream) {
          upload.bytes += chunk.length;
          if (name === 'full') throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        }
      } finally {
        upload.aborted = signal.aborted;
      }
      return { uploadId: '01900000-0000-7000-8000-000000000000' };
    },
    close: async () => {},
  };
  return { studio, reached, renderer, bytes, remove: () => rm(folder, { recursive: true }) };
}
