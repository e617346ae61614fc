import { GalleyError } from '#shared/contract/failure.ts';
import type { Envelope, EventName } from '#shared/contract/index.ts';
import type { Transport } from './transport.ts';

/** What the preload script puts on the window; structurally the same as its own declaration. */
export interface ElectronBridge {
  host: 'electron';
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  on(listener: (name: EventName, payload: unknown) => void): () => void;
  /** Path of a dropped or picked file; empty for one that is only in memory. */
  pathForFile(file: File): string;
  /** Called before the window closes; it waits for the promise, for at most a few seconds. */
  onFlush(callback: () => Promise<void>): () => void;
}

/** Electron's preload bridge, or undefined in a browser. */
export function electronBridge(): ElectronBridge | undefined {
  return (globalThis as { galley?: ElectronBridge }).galley;
}

const onlyInMemory = {
  en: 'This picture is not a file yet. Save it as a file first and drop that.',
  zh: '此图片还不是文件。请先存为文件，再拖入。',
};

export function createElectronTransport(bridge: ElectronBridge): Transport {
  return {
    kind: 'electron',
    call: (name, input) => bridge.call(name, input),
    onEvent: (listener) => bridge.on(listener),
    // The core lives as long as the window does.
    onConnection: () => () => undefined,
    mediaUrl: (path) => `/media/${path}`,
    offer(file, onProgress) {
      const path = bridge.pathForFile(file);
      if (path === '') return Promise.reject(new GalleyError('unreadable-file', onlyInMemory));
      onProgress(file.size, file.size);
      return Promise.resolve({ kind: 'path', path });
    },
  };
}
