import type { Envelope, EventName } from './index.ts';

/** What Electron's preload puts on `window.galley`. A browser has none: the renderer then speaks HTTP. */
export interface GalleyBridge {
  readonly host: 'electron';
  /** Any call of the contract; always an envelope. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Events of the studio. Answers the function that ends the subscription. */
  on(listener: (name: EventName, payload: unknown) => void): () => void;
  /** Path on disk of a dropped or picked `File`; empty for one that was made in memory. */
  pathForFile(file: object): string;
  /**
   * Called before the window closes and before the app quits; both wait until every promise has settled, for at
   * most a few seconds. Answers the function that ends the subscription.
   */
  onFlush(callback: () => Promise<void>): () => void;
}

/** Names of the messages between preload and main. */
export const bridgeChannels = {
  call: 'galley:call',
  event: 'galley:event',
  flush: 'galley:flush',
  flushed: 'galley:flushed',
} as const;
