import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventName } from '#shared/contract/index.ts';
import type { Events } from '#main/ports/events.ts';
import { createWorkspaceHolder, type RecordContext, type Session } from '#main/ports/workspace.ts';
import { createWorkspaceStore } from './workspace-store.ts';

/** For tests: a fresh workspace in a temporary folder, and what its use cases need. */
export interface TestWorkspace {
  folder: string;
  root: string;
  context: RecordContext;
  emitted: { name: EventName; payload: unknown }[];
  session(): Session;
  /** Closes and opens again, as a restart does. */
  reopen(): Session;
  remove(): void;
}

export function createTestWorkspace(): TestWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'galley-db-'));
  const root = join(folder, 'Studio');
  const emitted: TestWorkspace['emitted'] = [];
  const events: Events = {
    emit: (name, payload) => void emitted.push({ name, payload }),
    subscribe: () => () => {},
  };
  const clock = { now: () => new Date() };
  const holder = createWorkspaceHolder();
  const store = createWorkspaceStore({ documents: folder }, clock);
  holder.replace(store.create(root, { name: 'Studio', zone: 'Asia/Shanghai', isSample: false }));
  return {
    folder,
    root,
    emitted,
    context: { holder, events, clock },
    session: () => holder.current(),
    reopen() {
      holder.replace(null);
      holder.replace(store.open(root));
      return holder.current();
    },
    remove() {
      holder.replace(null);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
