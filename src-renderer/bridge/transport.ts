import type { Envelope, EventName } from '#shared/contract/index.ts';

/** How a window reaches the studio core. Electron's bridge and HTTP + WebSocket are the two real ones. */
export interface Transport {
  readonly kind: 'electron' | 'web';
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  onEvent(listener: (name: EventName, payload: unknown) => void): () => void;
  /** True while the core answers; the web host can go away under an open page. */
  onConnection(listener: (connected: boolean) => void): () => void;
  /** Address of something on the media route (`asset/<id>`, `thumb/<id>`, …). */
  mediaUrl(path: string): string;
  /** Makes a dropped or picked file importable: its path in Electron, a streamed upload in a browser. */
  offer(
    file: File,
    onProgress: (sent: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<{ kind: 'path'; path: string } | { kind: 'upload'; uploadId: string }>;
}
