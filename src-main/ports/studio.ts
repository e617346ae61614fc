import type { Readable } from 'node:stream';
import type { CallAnswer, CallInput, CallName, Envelope } from '#shared/contract/index.ts';
import type { Events } from './events.ts';
import type { JobRunner } from './jobs.ts';

/** A file on disk that the media route hands out. */
export interface MediaSource {
  /** Absolute path. */
  file: string;
  /** MIME type. */
  type: string;
  /** The address names its content (a hash): it may be kept for ever. */
  immutable: boolean;
  /** What is made while it is read, instead of a file; has no ranges. */
  open?(): Readable;
}

/** The running studio, as its hosts (Electron, web, command line) see it. */
export interface Studio {
  /** For transports: any name, any input, always an envelope, never a throw. */
  dispatch(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** For callers inside the process: typed, and throwing GalleyError. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>>;
  events: Events;
  jobs: JobRunner;
  /** The file behind an address of the media route, without the route's own prefix. Throws `not-found`. */
  media(path: string): Promise<MediaSource>;
  /** Keeps what a browser sends until `assets.import` asks for it by `uploadId`. A cut stream leaves nothing. */
  receiveUpload(
    name: string,
    stream: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<{ uploadId: string }>;
  /** Cancels the jobs, waits for them, closes the workspace. */
  close(): Promise<void>;
}

/** A child process at work, however its host starts one. */
interface ChildHandle {
  send: (message: unknown) => void;
  /** `never`: what comes back is in the protocol of the module that was started. */
  onAnswer: (listen: (answer: never) => void) => void;
  /** Called once, when the process is gone for whatever reason. */
  onExit: (listen: () => void) => void;
  kill: () => void;
  /** Whether the process keeps its parent alive: only while it works. */
  keepAlive: (busy: boolean) => void;
}

/** Starts a module with one argument: `child_process.fork` under Node, `utilityProcess.fork` in Electron. */
export type StartChild = (entry: string, argument: string) => ChildHandle;
