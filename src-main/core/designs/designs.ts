import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { DesignRecord } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { Repositories, StoredDesign } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';

/** What the records need to know of a design; its shape belongs to `src-shared/design`. */
interface DesignDescription {
  /** Pixels of the first page. */
  width: number;
  height: number;
  pages: number;
  assetIds: string[];
  /** The document is from a newer Galley: it can be looked at, not saved. */
  readOnly?: boolean;
}

export interface DesignContext extends RecordContext {
  /** Throws a GalleyError for what is not a design. */
  readonly describeDesign: (document: unknown) => DesignDescription;
  readonly blankDesign: (width: number, height: number) => unknown;
  /** In the template's own size when `size` is null. Throws `not-found` for an unknown template. */
  readonly templateDocument: (id: string, size: { width: number; height: number } | null) => Promise<unknown>;
}

/** Size of a design when neither a size nor a template is named, in pixels: a portrait post. */
const defaultSize = { width: 1080, height: 1350 };

/** The stored design, or `not-found`. */
export function requireDesign(repositories: Repositories, id: string): StoredDesign {
  const design = repositories.designs.get(id);
  if (design) return design;
  throw new GalleyError('not-found', {
    en: 'This design is no longer in the workspace. Choose another one.',
    zh: '工作区中已没有这个设计。请另选一个。',
  });
}

function recordOf(context: DesignContext, stored: StoredDesign): DesignRecord {
  const { createdAt: _createdAt, assetIds: _assetIds, ...rest } = stored;
  return {
    ...rest,
    thumbnail: `design/${stored.id}?r=${stored.revision}`,
    readOnly: context.describeDesign(stored.document).readOnly ?? false,
  };
}

function conflict(context: DesignContext, current: StoredDesign): GalleyError {
  return new GalleyError(
    'conflict',
    {
      en: 'This design was changed elsewhere in the meantime. Reload it, or keep your version as a copy.',
      zh: '这个设计已在别处被修改。请重新载入，或把你的版本另存为副本。',
    },
    { current: recordOf(context, current) },
  );
}

function measured(context: DesignContext, document: unknown) {
  const { width, height, pages, assetIds } = context.describeDesign(document);
  return { document, width, height, pages, assetIds };
}

export function getDesign(context: DesignContext, id: string): DesignRecord {
  return recordOf(context, requireDesign(context.holder.current().repositories, id));
}

function insert(context: DesignContext, name: string, document: unknown): DesignRecord {
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
  { name, template, width, height }: ParsedInput<'designs.create'>,
): Promise<CallOutput<'designs.create'>> {
  context.holder.current();
  if ((width === undefined) !== (height === undefined)) {
    throw new GalleyError('invalid-input', {
      en: 'Give both width and height of the design, or neither.',
      zh: '请同时填写设计的宽度和高度，或都不填。',
    });
  }
  const size = width !== undefined && height !== undefined ? { width, height } : null;
  if (template !== undefined) return insert(context, name, await context.templateDocument(template, size));
  const { width: across, height: down } = size ?? defaultSize;
  return insert(context, name, context.blankDesign(across, down));
}

/** Autosave. Throws `conflict` (detail `{current}`) when `revision` is not the stored one. */
export function saveDesign(
  context: DesignContext,
  { id, revision, name, document }: ParsedInput<'designs.save'>,
): CallOutput<'designs.save'> {
  const { repositories } = context.holder.current();
  const next = repositories.transaction(() => {
    const current = requireDesign(repositories, id);
    if (current.revision !== revision) throw conflict(context, current);
    if (context.describeDesign(current.document).readOnly) {
      throw new GalleyError('unavailable', {
        en: 'This design was made with a newer Galley and can only be looked at. Update Galley to change it.',
        zh: '此设计由更新版本的 Galley 创建，只能查看。请更新 Galley 后再修改。',
      });
    }
    const saved: StoredDesign = {
      ...current,
      ...measured(context, document),
      name: name ?? current.name,
      revision: revision + 1,
      updatedAt: context.clock.now().toISOString(),
    };
    if (!repositories.designs.replace(saved, revision))
      throw conflict(context, requireDesign(repositories, id));
    return saved;
  });
  context.events.emit('records.changed', { kind: 'design', ids: [id] });
  return recordOf(context, next);
}

export function duplicateDesign(context: DesignContext, id: string): DesignRecord {
  const { name, document } = requireDesign(context.holder.current().repositories, id);
  return insert(context, `${name} (2)`, document);
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
    }
  });
  events.emit('records.changed', { kind: 'design', ids: [...ids] });
  return {};
}
