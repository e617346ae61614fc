import { call } from '#renderer/bridge/client.ts';
import { createAutosave, type SaveState } from '#renderer/document/autosave.ts';
import { clipFormat } from '#shared/clip/document.ts';
import { type Patch, sameContent } from '#shared/clip/edit/patch.ts';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import type { GalleyError } from '#shared/contract/failure.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { type ClipRecord, clipRecordSchema } from '#shared/domain/design-record.ts';
import { ClipHistory, type StoredHistory } from './clip-history.ts';

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
  /** The same object until something of it changes. */
  now(): ClipSnapshot;
  /** Changes of one gesture (a drag, a run of typing) undo together. */
  change(next: Partial<ClipState>, gesture?: string): void;
  /** The gesture is over: the next change is a step of its own, even with the same name. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** Told what undo or redo did, after `now()` has changed. */
  onTravel(listener: (patch: Patch) => void): () => void;
  /** A newer record was announced: taken over when nothing waits here. */
  receive(record: ClipRecord): void;
  loadTheirs(): void;
  keepMine(): void;
  retry(): void;
  flush(): Promise<void>;
  close(): void;
}

/** The undo that was kept of a clip, when it belongs to this very revision. */
export async function keptHistory(record: ClipRecord): Promise<StoredHistory | undefined> {
  try {
    const { revision, ...history } = await call('clips.history', { id: record.id });
    return revision === record.revision ? history : undefined;
  } catch {
    // A clip without its undo is still the clip.
    return undefined;
  }
}

/** Opens a clip with its undo. */
export async function openClipSession(id: string): Promise<ClipSession> {
  const record = await call('clips.get', { id });
  return createClipSession(record, await keptHistory(record));
}

function theirsOf(failure: GalleyError | null): ClipRecord | null {
  const detail = failure?.code === 'conflict' ? failure.detail : null;
  if (typeof detail !== 'object' || detail === null || !('current' in detail)) return null;
  return clipRecordSchema.safeParse(detail.current).data ?? null;
}

const isState = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || !('edit' in value) || !('name' in value)) return false;
  return typeof value.name === 'string' && clipEditSchema.safeParse(value.edit).success;
};

function sameFields<Value extends object>(one: Value, other: Value): boolean {
  const keys = Object.keys(one) as (keyof Value)[];
  return keys.length === Object.keys(other).length && keys.every((key) => Object.is(one[key], other[key]));
}

/** The clip one window edits: changes are seen at once, saved soon after, undone by gesture. Throws for what is not a clip. */
export function createClipSession(opened: ClipRecord, saved?: StoredHistory): ClipSession {
  let record = opened;
  let document = readDocument(clipFormat, opened.edit);
  let current: ClipState = { name: opened.name, edit: document.body };
  let theirs: ClipRecord | null = null;
  let conflict: GalleyError | null = null;
  const history = new ClipHistory<ClipState>(isState, opened.readOnly ? undefined : saved);
  const listeners = new Set<() => void>();
  const travelListeners = new Set<(patch: Patch) => void>();

  const autosave = createAutosave<ClipState>(
    async (state) => {
      const edit = writeDocument(clipFormat, state.edit, document.unknownKeys);
      record = await call('clips.save', {
        id: record.id,
        revision: record.revision,
        name: state.name,
        edit,
        // What waits was pushed with the present state, so that this history ends in it.
        history: history.stored(),
      });
    },
    (_earlier, later) => later,
  );
  let snapshot = take();

  function take(): ClipSnapshot {
    const { state, failure, savedAt } = autosave.state();
    if (failure !== conflict) [conflict, theirs] = [failure, theirsOf(failure)];
    const { canUndo, canRedo } = history;
    return { ...current, record, state, failure, savedAt, theirs, canUndo, canRedo };
  }

  function announce(): void {
    const next = take();
    if (sameFields(next, snapshot)) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }
  autosave.subscribe(announce);

  function become(state: ClipState): void {
    current = state;
    autosave.push(state);
    announce();
  }

  function adopt(newer: ClipRecord): void {
    record = newer;
    document = readDocument(clipFormat, newer.edit);
    current = { name: newer.name, edit: document.body };
    history.clear();
    announce();
    void keptHistory(newer).then((kept) => {
      // Not over what was done here meanwhile.
      if (!kept || record !== newer || newer.readOnly || history.canUndo || history.canRedo) return;
      history.restore(kept);
      announce();
    });
  }

  function travel(way: 'undo' | 'redo'): void {
    if (record.readOnly) return;
    const travelled = history[way](current);
    if (!travelled) announce();
    else {
      become(travelled.state);
      for (const listener of travelListeners) listener(travelled.patch);
    }
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
      if (sameContent(current, changed)) return;
      history.push(current, changed, gesture ?? null);
      become(changed);
    },
    settle() {
      history.settle();
      announce();
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    onTravel(listener) {
      travelListeners.add(listener);
      return () => travelListeners.delete(listener);
    },
    receive(newer) {
      if (newer.revision > record.revision && autosave.state().state === 'saved') adopt(newer);
    },
    loadTheirs() {
      const stored = snapshot.theirs;
      autosave.discard();
      if (stored) adopt(stored);
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
