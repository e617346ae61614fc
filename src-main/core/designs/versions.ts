import { GalleyError } from '#shared/contract/failure.ts';
import type { DesignVersion } from '#shared/contract/design-work.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { type DesignRecord, keptThumbnail } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { Repositories, StoredDesign, StoredDesignVersion } from '#main/ports/repositories.ts';
import { type DesignContext, measured, recordOf, refuseReadOnly, requireDesign } from './design-records.ts';
import { versionsToRemove } from './thin-versions.ts';

function shown(
  repositories: Repositories,
  { id, name, createdAt, width, height, pages }: Omit<StoredDesignVersion, 'document'>,
): DesignVersion {
  const thumbnail = keptThumbnail('version', id, repositories.brand.read()?.revision);
  return { id, name, createdAt, width, height, pages, thumbnail };
}

/** A kept version by its own id; `designId` must fit where it is known. @throws GalleyError not-found */
export function requireKeptVersion(
  repositories: Repositories,
  versionId: string,
  designId?: string,
): StoredDesignVersion {
  const version = repositories.designVersions.get(versionId);
  if (version && (designId ?? version.designId) === version.designId) return version;
  throw new GalleyError('not-found', {
    en: 'This version is no longer kept. Choose another one from the list.',
    zh: '此版本已不再保留。请从列表中另选一个。',
  });
}

/** Keeps the state of a design as a version and thins out the older ones; part of the caller's transaction. */
function keepVersion(
  repositories: Repositories,
  design: StoredDesign,
  name: string,
  now: Date,
): StoredDesignVersion {
  const { width, height, pages, document } = design;
  const version: StoredDesignVersion = {
    id: newId(),
    designId: design.id,
    name,
    createdAt: now.toISOString(),
    width,
    height,
    pages,
    document,
  };
  repositories.designVersions.insert(version);
  repositories.designVersions.remove(versionsToRemove(repositories.designVersions.list(design.id), now));
  return version;
}

export function listVersions({ holder }: DesignContext, id: string): CallOutput<'designs.versions'> {
  const { repositories } = holder.current();
  requireDesign(repositories, id);
  return repositories.designVersions.list(id).map((version) => shown(repositories, version));
}

export function getVersion(
  { holder }: DesignContext,
  { id, version }: ParsedInput<'designs.version'>,
): CallOutput<'designs.version'> {
  return { document: requireKeptVersion(holder.current().repositories, version, id).document };
}

/** Keeps the present state under a name. */
export function nameVersion(
  context: DesignContext,
  { id, name }: ParsedInput<'designs.keepVersion'>,
): CallOutput<'designs.keepVersion'> {
  const { repositories } = context.holder.current();
  const version = repositories.transaction(() =>
    keepVersion(repositories, requireDesign(repositories, id), name, context.clock.now()),
  );
  context.events.emit('records.changed', { kind: 'design', ids: [id] });
  return shown(repositories, version);
}

/** Makes a kept state the present one again; the state before is kept first. */
export function restoreVersion(
  context: DesignContext,
  { id, version: versionId }: ParsedInput<'designs.restoreVersion'>,
): DesignRecord {
  const { repositories } = context.holder.current();
  const restored = repositories.transaction(() => {
    const current = requireDesign(repositories, id);
    refuseReadOnly(context, current.document);
    const version = requireKeptVersion(repositories, versionId, id);
    const now = context.clock.now();
    keepVersion(repositories, current, '', now);
    const next: StoredDesign = {
      ...current,
      ...measured(context, version.document),
      revision: current.revision + 1,
      updatedAt: now.toISOString(),
    };
    repositories.designs.replace(next, current.revision);
    repositories.designHistory.remove(id);
    return next;
  });
  context.events.emit('records.changed', { kind: 'design', ids: [id] });
  return recordOf(context, restored);
}

/** Milliseconds between states that are kept by themselves. */
const keepEvery = 10 * 60 * 1000;

/** Before a save: keeps the state that is about to be replaced when the last kept one is ten minutes old. */
export function keepWhenDue(repositories: Repositories, current: StoredDesign, now: Date): void {
  const [last] = repositories.designVersions.list(current.id);
  if (last && now.getTime() - Date.parse(last.createdAt) < keepEvery) return;
  keepVersion(repositories, current, '', now);
}
