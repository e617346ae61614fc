import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** Every autosave of this window, for the moment before it closes. */
const open = new Set<{ flush(): Promise<void> }>();

/** Sends whatever still waits; resolves when all of it was answered. Electron waits for this before it quits. */
export async function flushAllAutosaves(): Promise<void> {
  await Promise.all([...open].map((autosave) => autosave.flush()));
}

/** Milliseconds of quiet before a save, and the longest a change waits while edits go on. */
const quietDelay = 400;
const longestDelay = 1500;

export interface Autosave<Change> {
  /** Records a change; later changes are merged over earlier ones by `merge`. */
  push(change: Change): void;
  /** Saves what is waiting now; resolves when nothing is waiting any more or the save failed. */
  flush(): Promise<void>;
  subscribe(listener: () => void): () => void;
  state(): { state: SaveState; failure: GalleyError | null; savedAt: number | null };
  /** After a conflict or failure was settled by the user: forget the waiting change, or send it again. */
  discard(): void;
  retry(): void;
  close(): void;
}

/**
 * Sends changes to SQLite soon after they stop: one save under way at a time, "saved" only after the commit answered.
 */
export function createAutosave<Change>(
  save: (change: Change) => Promise<void>,
  merge: (earlier: Change, later: Change) => Change,
): Autosave<Change> {
  let waiting: Change | null = null;
  let waitingSince = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let current: { state: SaveState; failure: GalleyError | null; savedAt: number | null } = {
    state: 'saved',
    failure: null,
    savedAt: null,
  };
  const listeners = new Set<() => void>();

  function enter(state: SaveState, failure: GalleyError | null = null): void {
    current = { state, failure, savedAt: state === 'saved' ? Date.now() : current.savedAt };
    for (const listener of listeners) listener();
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    while (waiting !== null) {
      const change = waiting;
      waiting = null;
      enter('saving');
      try {
        await save(change);
      } catch (error) {
        waiting = waiting === null ? change : merge(change, waiting);
        const failure = asGalleyError(error);
        enter(failure.code === 'conflict' ? 'conflict' : 'failed', failure);
        return;
      }
    }
    enter('saved');
  }

  function start(): Promise<void> {
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  }

  const autosave: Autosave<Change> = {
    push(change) {
      if (waiting === null) {
        waiting = change;
        waitingSince = Date.now();
      } else waiting = merge(waiting, change);
      if (current.state === 'conflict') return;
      if (current.state !== 'saving') enter('unsaved');
      clearTimeout(timer);
      const rest = Math.max(0, waitingSince + longestDelay - Date.now());
      timer = setTimeout(() => void start(), Math.min(quietDelay, rest));
    },
    async flush() {
      if (running) await running;
      if (waiting !== null && current.state !== 'conflict') await start();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => current,
    discard() {
      waiting = null;
      clearTimeout(timer);
      enter('saved');
    },
    retry() {
      enter('unsaved');
      void start();
    },
    close() {
      clearTimeout(timer);
      listeners.clear();
      open.delete(autosave);
    },
  };
  open.add(autosave);
  return autosave;
}
