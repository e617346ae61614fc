import { call } from '#renderer/bridge/client.ts';
import { createAutosave, type SaveState } from '#renderer/document/autosave.ts';
import { clipFormat } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { GalleyError } from '#shared/contract/failure.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { type ClipRecord, clipRecordSchema } from '#shared/domain/design-record.ts';

/** What the user edits: the edit list and the name. */
export interface ClipState {
  name: string;
  edit: ClipEdit;
}

export interface ClipSnapshot extends ClipState {
  record: ClipRecord;
  state: SaveState;
  failure: GalleyError | null;
  savedAt: number | null;
  /** What another window stored meanwhile, while the user has not decided. */
  theirs: ClipRecord | null;
  canUndo: boolean;
  canRedo: boolean;
}

export interface ClipSession {
  subscribe(listener: () => void): () => void;
  now(): ClipSnapshot;
  /** Changes of one gesture (a drag, a run of typing) undo together. */
  change(next: Partial<ClipState>, gesture?: string): void;
  undo(): void;
  redo(): void;
  /** A newer record was announced: taken over when nothing waits here. */
  receive(record: ClipRecord): void;
  loadTheirs(): void;
  keepMine(): void;
  retry(): void;
  flush(): Promise<void>;
  close(): void;
}

const longestHistory = 200;

function theirsOf(failure: GalleyError | null): ClipRecord | null {
  const detail = failure?.code === 'conflict' ? failure.detail : null;
  if (typeof detail !== 'object' || detail === null || !('current' in detail)) return null;
  return clipRecordSchema.safeParse(detail.current).data ?? null;
}

/** The clip one window edits: changes are seen at once, saved soon after, undone by gesture. Throws for what is not a clip. */
export function createClipSession(opened: ClipRecord): ClipSession {
  let record = opened;
  let document = readDocument(clipFormat, opened.edit);
  let current: ClipState = { name: opened.name, edit: document.body };
  let past: ClipState[] = [];
  let future: ClipState[] = [];
  let lastGesture: string | null = null;
  const listeners = new Set<() => void>();

  const autosave = createAutosave<ClipState>(
    async (state) => {
      const edit = writeDocument(clipFormat, state.edit, document.unknownKeys);
      record = await call('clips.save', { id: record.id, revision: record.revision, name: state.name, edit });
    },
    (_earlier, later) => later,
  );
  let snapshot = take();

  function take(): ClipSnapshot {
    const { state, failure, savedAt } = autosave.state();
    const theirs = theirsOf(failure);
    const history = { canUndo: past.length > 0, canRedo: future.length > 0 };
    return { ...current, record, state, failure, savedAt, theirs, ...history };
  }

  function announce(): void {
    snapshot = take();
    for (const listener of listeners) listener();
  }
  autosave.subscribe(announce);

  function become(state: ClipState): void {
    current = state;
    if (!record.readOnly) autosave.push(state);
    announce();
  }

  function adopt(newer: ClipRecord): void {
    record = newer;
    document = readDocument(clipFormat, newer.edit);
    current = { name: newer.name, edit: document.body };
    past = [];
    future = [];
    lastGesture = null;
    announce();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => snapshot,
    change(next, gesture) {
      if (record.readOnly) return;
      const changed = { ...current, ...next };
      if (JSON.stringify(changed) === JSON.stringify(current)) return;
      if (gesture === undefined || gesture !== lastGesture) past = [...past, current].slice(-longestHistory);
      lastGesture = gesture ?? null;
      future = [];
      become(changed);
    },
    undo() {
      const before = past.at(-1);
      if (!before) return;
      past = past.slice(0, -1);
      future = [current, ...future];
      lastGesture = null;
      become(before);
    },
    redo() {
      const [after, ...rest] = future;
      if (!after) return;
      past = [...past, current];
      future = rest;
      lastGesture = null;
      become(after);
    },
    receive(newer) {
      if (newer.revision > record.revision && autosave.state().state === 'saved') adopt(newer);
    },
    loadTheirs() {
      const theirs = snapshot.theirs;
      autosave.discard();
      if (theirs) adopt(theirs);
    },
    keepMine() {
      if (snapshot.theirs) record = snapshot.theirs;
      autosave.retry();
    },
    retry: () => autosave.retry(),
    flush: () => autosave.flush(),
    close() {
      void autosave.flush().finally(() => autosave.close());
    },
  };
}
