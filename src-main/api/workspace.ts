import {
  closeWorkspace,
  createWorkspace,
  forgetWorkspace,
  openWorkspace,
  updateWorkspace,
  type WorkspaceContext,
  workspaceStats,
} from '#main/core/workspace/workspaces.ts';
import type { AreaHandlers } from './handlers.ts';

/** Workspaces; the sample (`workspace.openSample`) paints pictures and lives with the painter. */
export function createWorkspaceHandlers(
  context: WorkspaceContext,
): Omit<AreaHandlers<'workspace'>, 'workspace.openSample'> {
  const { holder, recent, store } = context;
  return {
    'workspace.current': () => holder.peek()?.workspace() ?? null,
    'workspace.recent': () => recent.list(),
    'workspace.suggestFolder': ({ name }) => ({ path: store.suggest(name) }),
    'workspace.create': (input) => createWorkspace(context, input),
    'workspace.open': ({ path }) => openWorkspace(context, path),
    'workspace.close': () => closeWorkspace(context),
    'workspace.forget': ({ path }) => forgetWorkspace(context, path),
    'workspace.update': (input) => updateWorkspace(context, input),
    'workspace.check': () => holder.current().check(),
    'workspace.recover': ({ path }) => {
      const recovery = store.recover(path);
      return { ...recovery, workspace: openWorkspace(context, path) };
    },
    'workspace.restore': ({ from, path }) => {
      store.restore(from, path);
      const workspace = openWorkspace(context, path);
      return { workspace, missing: holder.current().check().problems.length };
    },
    'workspace.backup': {
      lane: 'light',
      title: () => ({ en: 'Back up the workspace', zh: '备份工作区' }),
      run: ({ out }, { signal, progress }) => holder.current().backup(out, { signal, progress }),
    },
    'workspace.stats': () => workspaceStats(holder.current()),
  };
}
