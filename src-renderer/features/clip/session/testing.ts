import { setTransport } from '#renderer/bridge/client.ts';
import type { Transport } from '#renderer/bridge/transport.ts';
import { clipFormat } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { EventName } from '#shared/contract/index.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import type { ClipRecord } from '#shared/domain/design-record.ts';
import type { StoredHistory } from './clip-history.ts';

const clipId = '01900000-0000-7000-8000-000000000001';

/** A studio with one clip, in memory, for tests of the session: it keeps what is saved as the real one does. */
export interface ClipStudio {
  record: ClipRecord;
  history: (StoredHistory & { revision: number }) | null;
  /** Names of calls in the order they came. */
  calls: string[];
  /** Answers of further calls. */
  answers: Map<string, (input: never) => unknown>;
  emit(name: EventName, payload: unknown): void;
}

export function recordOf(edit: ClipEdit, change: Partial<ClipRecord> = {}): ClipRecord {
  return {
    id: clipId,
    revision: 1,
    name: 'Clip',
    assetId: null,
    duration: 0,
    thumbnail: '',
    updatedAt: '2026-01-01T00:00:00Z',
    trashedAt: null,
    readOnly: false,
    edit: writeDocument(clipFormat, edit),
    ...change,
  };
}

const conflict = (current: ClipRecord): GalleyError =>
  new GalleyError('conflict', { en: 'Changed elsewhere.', zh: '已在别处更改。' }, { current });

/** Puts such a studio behind `call`. */
export function startClipStudio(edit: ClipEdit): ClipStudio {
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  const studio: ClipStudio = {
    record: recordOf(edit),
    history: null,
    calls: [],
    answers: new Map(),
    emit: (name, payload) => {
      for (const listener of listeners) listener(name, payload);
    },
  };
  const save = (input: {
    revision: number;
    name: string;
    edit: unknown;
    history?: StoredHistory;
  }): ClipRecord => {
    if (input.revision !== studio.record.revision) throw conflict(studio.record);
    const revision = studio.record.revision + 1;
    studio.record = { ...studio.record, revision, name: input.name, edit: input.edit };
    if (input.history) studio.history = { revision, ...input.history };
    return studio.record;
  };
  const answer = (name: string, input: unknown): unknown => {
    const own = studio.answers.get(name);
    if (own) return own(input as never);
    if (name === 'clips.get') return studio.record;
    if (name === 'clips.save') return save(input as Parameters<typeof save>[0]);
    if (name === 'clips.history' && studio.history) return studio.history;
    throw new GalleyError('unavailable', { en: `No ${name} here.`, zh: `此处没有 ${name}。` });
  };
  const transport: Transport = {
    kind: 'web',
    async call(name, input) {
      studio.calls.push(name);
      try {
        // As it would arrive over a wire.
        return {
          ok: true,
          value: JSON.parse(JSON.stringify(answer(name, JSON.parse(JSON.stringify(input))))),
        };
      } catch (error) {
        return { ok: false, failure: toFailure(error) };
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection: () => () => undefined,
    mediaUrl: (path) => path,
    offer: () => Promise.reject(new Error('Nothing is offered here.')),
  };
  setTransport(transport);
  return studio;
}
