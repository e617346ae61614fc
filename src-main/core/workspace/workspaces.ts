import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Workspace } from '#shared/domain/workspace.ts';
import type { RecentStore, RecordContext, Session, WorkspaceStore } from '#main/ports/workspace.ts';

/** What opening, making and closing workspaces works with. */
export interface WorkspaceContext extends RecordContext {
  readonly store: WorkspaceStore;
  readonly recent: RecentStore;
}

function enter(context: WorkspaceContext, session: Session): Workspace {
  context.holder.replace(session);
  const workspace = session.workspace();
  context.recent.remember(workspace);
  context.events.emit('workspace.changed', {});
  return workspace;
}

/** Opens a folder; the former workspace stays open when this one cannot be. */
export function openWorkspace(context: WorkspaceContext, path: string): Workspace {
  const present = context.holder.peek();
  if (present && context.store.isSame(present.paths.root, path)) return present.workspace();
  return enter(context, context.store.open(path));
}

/** Makes a folder and opens it. `path` absent: a free folder under the user's documents. */
export function createWorkspace(
  context: WorkspaceContext,
  details: { path?: string | undefined; name: string; zone?: string | undefined; isSample?: boolean },
): Workspace {
  const path = details.path ?? context.store.suggest(details.name);
  const zone = details.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const session = context.store.create(path, {
    name: details.name,
    zone,
    isSample: details.isSample ?? false,
  });
  return enter(context, session);
}

export function closeWorkspace(context: WorkspaceContext): CallOutput<'workspace.close'> {
  context.holder.replace(null);
  context.events.emit('workspace.changed', {});
  return {};
}

/** Renames the workspace or changes the zone in which its plan is read. */
export function updateWorkspace(
  context: WorkspaceContext,
  change: { name?: string | undefined; zone?: string | undefined },
): Workspace {
  const session = context.holder.current();
  const { record } = session.repositories;
  session.repositories.transaction(() => {
    const current = record.read();
    record.write({ ...current, name: change.name ?? current.name, zone: change.zone ?? current.zone });
  });
  const workspace = session.workspace();
  context.recent.remember(workspace);
  context.events.emit('workspace.changed', {});
  return workspace;
}

export function workspaceStats(session: Session): CallOutput<'workspace.stats'> {
  const { posts, designs, clips, assets } = session.repositories;
  return {
    posts: posts.count(),
    targets: posts.countTargets(),
    designs: designs.count(),
    clips: clips.count(),
    assets: assets.count(),
    assetBytes: assets.totalBytes(),
    databaseBytes: session.databaseBytes(),
    schemaVersion: session.schemaVersion,
  };
}

/** Refuses to forget the workspace that is open: it would come back with the next start. */
export function forgetWorkspace(context: WorkspaceContext, path: string): CallOutput<'workspace.forget'> {
  const present = context.holder.peek();
  if (present && context.store.isSame(present.paths.root, path)) {
    throw new GalleyError('conflict', {
      en: 'This workspace is open. Close it before taking it off the list.',
      zh: '此工作区正在使用。请先关闭，再从列表移除。',
    });
  }
  context.recent.forget(path);
  return {};
}
