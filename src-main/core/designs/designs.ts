import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { DesignRecord } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { StoredDesign } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import {
  type DesignContext,
  designConflict,
  measured,
  recordOf,
  refuseReadOnly,
  requireDesign,
} from './design-records.ts';
import { trimHistory } from './history.ts';
import { keepWhenDue } from './versions.ts';

/** Size of a design when neither a size nor a template is named, in pixels: a portrait post. */
const defaultSize = { width: 1080, height: 1350 };

export function getDesign(context: DesignContext, id: string): DesignRecord {
  return recordOf(context, requireDesign(context.holder.current().repositories, id));
}

/** Puts a new design into the workspace. */
export function insertDesign(context: DesignContext, name: string, document: unknown): DesignRecord {
  const { repositories } = context.holder.current();
  const now = context.clock.now().toISOString();
  const stored: StoredDesign = {
    id: newId(),
    revision: 1,
    name,
    ...measured(context, document),
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
  repositories.designs.insert(stored);
  context.events.emit('records.changed', { kind: 'design', ids: [stored.id] });
  return recordOf(context, stored);
}

/** From a size or a starter template. Half a size is `invalid-input`. */
export async function createDesign(
  context: DesignContext,
  { name, template, width, height, language }: ParsedInput<'designs.create'>,
): Promise<CallOutput<'designs.create'>> {
  context.holder.current();
  if ((width === undefined) !== (height === undefined)) {
    throw new GalleyError('invalid-input', {
      en: 'Give both width and height of the design, or neither.',
      zh: '请同时填写设计的宽度和高度，或都不填。',
    });
  }
  const size = width !== undefined && height !== undefined ? { width, height } : null;
  if (template !== undefined)
    return insertDesign(context, name, await context.templateDocument(template, size, language));
  const { width: across, height: down } = size ?? defaultSize;
  return insertDesign(context, name, context.blankDesign(across, down));
}

/** Undo of the stored revision; nothing when it was saved without. */
export function designHistory({ holder }: RecordContext, id: string): CallOutput<'designs.history'> {
  const { repositories } = holder.current();
  const { revision } = requireDesign(repositories, id);
  const kept = repositories.designHistory.read(id);
  return kept?.revision === revision ? kept : { revision, done: [], undone: [] };
}

/** Autosave, with the undo that belongs to the state, in one transaction. Throws `conflict` (detail `{current}`) when `revision` is not the stored one. */
export function saveDesign(
  context: DesignContext,
  { id, revision, name, document, history }: ParsedInput<'designs.save'>,
): CallOutput<'designs.save'> {
  const { repositories } = context.holder.current();
  const next = repositories.transaction(() => {
    const current = requireDesign(repositories, id);
    if (current.revision !== revision) throw designConflict(context, current);
    refuseReadOnly(context, current.document);
    const now = context.clock.now();
    const saved: StoredDesign = {
      ...current,
      ...measured(context, document),
      name: name ?? current.name,
      revision: revision + 1,
      updatedAt: now.toISOString(),
    };
    keepWhenDue(repositories, current, now);
    if (!repositories.designs.replace(saved, revision))
      throw designConflict(context, requireDesign(repositories, id));
    if (history) repositories.designHistory.write(id, trimHistory({ revision: saved.revision, ...history }));
    else repositories.designHistory.remove(id);
    return saved;
  });
  context.events.emit('records.changed', { kind: 'design', ids: [id] });
  return recordOf(context, next);
}

export function duplicateDesign(context: DesignContext, id: string): DesignRecord {
  const { name, document } = requireDesign(context.holder.current().repositories, id);
  return insertDesign(context, `${name} (2)`, document);
}

/** Into the trash or out of it; posts that use it keep it. */
export function setDesignsTrashed(
  { holder, events, clock }: RecordContext,
  ids: readonly string[],
  trashed: boolean,
): CallOutput<'designs.trash'> {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  repositories.transaction(() => {
    for (const id of ids) {
      const design = requireDesign(repositories, id);
      if ((design.trashedAt !== null) === trashed) continue;
      const next = { ...design, revision: design.revision + 1, trashedAt: trashed ? now : null };
      repositories.designs.replace(next, design.revision);
      repositories.designHistory.follow(id, design.revision, next.revision);
    }
  });
  events.emit('records.changed', { kind: 'design', ids: [...ids] });
  return {};
}
