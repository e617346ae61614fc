import { call } from '#renderer/bridge/client.ts';
import { type Autosave, createAutosave, type SaveState } from '#renderer/document/autosave.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { type DesignRecord, designRecordSchema } from '#shared/domain/design-record.ts';
import type { StoredHistory } from './history.ts';

interface Change {
  body?: DesignBody;
  name?: string;
}

export interface SaveSnapshot {
  name: string;
  state: SaveState;
  failure: GalleyError | null;
  /** What another window stored meanwhile, while the user has not decided. */
  theirs: DesignRecord | null;
}

/** The undo that was kept of a design, with the revision that it belongs to; undefined when it cannot be read. */
export async function keptHistory(id: string): Promise<(StoredHistory & { revision: number }) | undefined> {
  try {
    return await call('designs.history', { id });
  } catch {
    // A design without its undo is still the design.
    return undefined;
  }
}

/** Saves a design soon after it changes; a version stored elsewhere meanwhile is left to the user. */
export class SaveSession {
  private record: DesignRecord;
  private body: DesignBody;
  private theirs: DesignRecord | null = null;
  private readonly unknownKeys: Record<string, unknown>;
  private readonly autosave: Autosave<Change>;
  private readonly listeners = new Set<() => void>();
  private current: SaveSnapshot;
  /** A version is being put back: what is announced meanwhile is this window's own doing. */
  private restoring = false;
  private readonly onReplaced: (body: DesignBody, record: DesignRecord) => void;
  private readonly history: () => StoredHistory;

  constructor(
    record: DesignRecord,
    body: DesignBody,
    unknownKeys: Record<string, unknown>,
    onReplaced: (body: DesignBody, record: DesignRecord) => void,
    history: () => StoredHistory,
  ) {
    this.record = record;
    this.body = body;
    this.unknownKeys = unknownKeys;
    this.onReplaced = onReplaced;
    this.history = history;
    this.autosave = createAutosave<Change>(
      (change) => this.send(change),
      (earlier, later) => ({ ...earlier, ...later }),
    );
    this.current = this.take();
    this.autosave.subscribe(() => this.announce());
  }

  snapshot = (): SaveSnapshot => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private take(): SaveSnapshot {
    const { state, failure } = this.autosave.state();
    return { name: this.record.name, state, failure, theirs: this.theirs };
  }

  private announce(): void {
    this.current = this.take();
    for (const listener of this.listeners) listener();
  }

  private async send(change: Change): Promise<void> {
    const { id, revision } = this.record;
    const document = writeDocument(designFormat, change.body ?? this.body, this.unknownKeys);
    try {
      const stored = await call('designs.save', {
        id,
        revision,
        document,
        history: this.history(),
        ...(change.name === undefined ? {} : { name: change.name }),
      });
      this.record = { ...stored, name: change.name ?? this.record.name };
    } catch (error) {
      this.theirs = conflictingDesign(error);
      throw error;
    }
  }

  saveBody(body: DesignBody): void {
    this.body = body;
    this.autosave.push({ body });
  }

  rename(name: string): void {
    if (name === '' || name === this.record.name) return;
    this.record = { ...this.record, name };
    this.autosave.push({ name });
    this.announce();
  }

  flush(): Promise<void> {
    return this.autosave.flush();
  }

  retry(): void {
    this.autosave.retry();
  }

  /** Follows what another window stored, while there is nothing of ours to save. */
  async follow(): Promise<void> {
    if (this.autosave.state().state !== 'saved' || this.restoring) return;
    const stored = await call('designs.get', { id: this.record.id });
    if (this.autosave.state().state !== 'saved' || this.restoring) return;
    if (stored.revision <= this.record.revision) return;
    this.adopt(stored);
  }

  private adopt(stored: DesignRecord): void {
    const { body } = readDocument(designFormat, stored.document);
    this.record = stored;
    this.body = body;
    this.announce();
    this.onReplaced(body, stored);
  }

  /**
   * Puts an earlier version back. The studio keeps the state before as a version of its own; the answer is the
   * body to be shown, and showing it is one step of undo like any other.
   */
  async restoreVersion(version: string): Promise<DesignBody> {
    this.restoring = true;
    try {
      await this.autosave.flush();
      const stored = await call('designs.restoreVersion', { id: this.record.id, version });
      const { body } = readDocument(designFormat, stored.document);
      this.record = stored;
      this.body = body;
      this.announce();
      return body;
    } finally {
      this.restoring = false;
    }
  }

  loadTheirs(): void {
    const { theirs } = this;
    if (!theirs) return;
    this.theirs = null;
    this.autosave.discard();
    this.adopt(theirs);
  }

  keepMine(): void {
    const { theirs } = this;
    if (!theirs) return;
    this.theirs = null;
    this.record = { ...this.record, revision: theirs.revision };
    this.autosave.retry();
  }

  async close(): Promise<void> {
    await this.autosave.flush();
    this.autosave.close();
  }
}

function conflictingDesign(error: unknown): DesignRecord | null {
  if (!(error instanceof GalleyError) || error.code !== 'conflict') return null;
  const { detail } = error;
  if (typeof detail !== 'object' || detail === null || !('current' in detail)) return null;
  const current = designRecordSchema.safeParse(detail.current);
  return current.success ? current.data : null;
}
