import { GalleyError } from '#shared/contract/failure.ts';
import { type DesignRecord, designThumbnail } from '#shared/domain/design-record.ts';
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
  /**
   * A starter template or one of the workspace's own; in its own size when `size` is null, a starter's words
   * in `language`, or in that of the settings. Throws `not-found` for an unknown template.
   */
  readonly templateDocument: (
    id: string,
    size: { width: number; height: number } | null,
    language?: 'en' | 'zh',
  ) => Promise<unknown>;
}

/** The stored design, or `not-found`. */
export function requireDesign(repositories: Repositories, id: string): StoredDesign {
  const design = repositories.designs.get(id);
  if (design) return design;
  throw new GalleyError('not-found', {
    en: 'This design is no longer in the workspace. Choose another one.',
    zh: '工作区中已没有这个设计。请另选一个。',
  });
}

/** A stored design as windows get it. */
export function recordOf(context: DesignContext, stored: StoredDesign): DesignRecord {
  const brand = context.holder.current().repositories.brand.read();
  const { createdAt: _createdAt, assetIds: _assetIds, ...rest } = stored;
  return {
    ...rest,
    thumbnail: designThumbnail(stored.id, stored.revision, brand?.revision),
    readOnly: context.describeDesign(stored.document).readOnly ?? false,
  };
}

/** Somebody saved in between; `current` lets the window offer a choice. */
export function designConflict(context: DesignContext, current: StoredDesign): GalleyError {
  return new GalleyError(
    'conflict',
    {
      en: 'This design was changed elsewhere in the meantime. Reload it, or keep your version as a copy.',
      zh: '这个设计已在别处被修改。请重新载入，或把你的版本另存为副本。',
    },
    { current: recordOf(context, current) },
  );
}

/** The columns that follow from a document. @throws GalleyError for what is not a design */
export function measured(context: DesignContext, document: unknown) {
  const { width, height, pages, assetIds } = context.describeDesign(document);
  return { document, width, height, pages, assetIds };
}

/** Throws `unavailable` for a document of a newer Galley: saving would lose what this one does not know. */
export function refuseReadOnly(context: DesignContext, document: unknown): void {
  if (!context.describeDesign(document).readOnly) return;
  throw new GalleyError('unavailable', {
    en: 'This design was made with a newer Galley and can only be looked at. Update Galley to change it.',
    zh: '此设计由更新版本的 Galley 创建，只能查看。请更新 Galley 后再修改。',
  });
}
