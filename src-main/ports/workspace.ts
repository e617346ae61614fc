import type { z } from 'zod';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Settings } from '#shared/contract/system.ts';
import type { healthSchema, recentWorkspaceSchema, Workspace } from '#shared/domain/workspace.ts';
import type { Events } from './events.ts';
import type { Clock } from './host.ts';
import type { Repositories } from './repositories.ts';

export type Health = z.infer<typeof healthSchema>;
export type RecentWorkspace = z.infer<typeof recentWorkspaceSchema>;

/** Absolute folders of one workspace. */
export interface WorkspacePaths {
  readonly root: string;
  /** Media files under their hash, see `Session.assetPath`. */
  readonly assets: string;
  /** Font files under their hash, see `Session.fontPath`. */
  readonly fonts: string;
  /** Look-up tables of colours under their hash, see `Session.lutPath`. */
  readonly luts: string;
  /** Whatever can be made again. */
  readonly cache: string;
  readonly exports: string;
  readonly backups: string;
}

/** An open workspace, owned by this process until `close`. */
export interface Session {
  workspace(): Workspace;
  readonly repositories: Repositories;
  readonly paths: WorkspacePaths;
  readonly schemaVersion: number;
  /** Where the bytes of an asset are: `assets/ab/abcd….jpg`. */
  assetPath(asset: { sha256: string; extension: string }): string;
  /** Where the file of a font of the workspace is: `fonts/abcd….ttf`. */
  fontPath(font: { sha256: string; extension: string }): string;
  /** Where the text of a look-up table is: `luts/abcd….cube`. */
  lutPath(sha256: string): string;
  databaseBytes(): number;
  /** Looks for damage and missing files; `hashes` reads every media file. */
  check(options?: { hashes?: boolean }): Health;
  /**
   * Copies the database, checks the copy, and gives it its name.
   * @param out a file that does not exist yet, or a folder; absent: the workspace's `backups/`.
   */
  backup(
    out: string | undefined,
    context: { signal?: AbortSignal; progress?: (done: number, total: number) => void },
  ): Promise<{ path: string; bytes: number }>;
  close(): void;
}

/** Opens and makes workspace folders. */
export interface WorkspaceStore {
  open(path: string): Session;
  create(path: string, details: { name: string; zone: string; isSample: boolean }): Session;
  /** Do both name one folder? */
  isSame(a: string, b: string): boolean;
  /** Sets a damaged database aside and puts the newest sound backup in its place. */
  recover(path: string): { restoredFrom: string; backupMadeAt: string; quarantine: string | null };
  /** Makes a new folder out of a backup file; the media of its workspace come along when they lie beside it. */
  restore(from: string, path: string): void;
  /** A free folder for a workspace of that name under the user's documents. */
  suggest(name: string): string;
}

export interface RecentStore {
  list(): RecentWorkspace[];
  /** Puts it first. */
  remember(workspace: { name: string; path: string }): void;
  forget(path: string): void;
}

export interface SettingsStore {
  read(): Settings;
  /** Answers the whole new settings. */
  change(change: Partial<Settings>): Settings;
}

/** Who works on this machine, by the id of the workspace; kept beside the settings, never in the workspace. */
export interface MemberChoiceStore {
  read(workspaceId: string): string | null;
  write(workspaceId: string, memberId: string | null): void;
}

/** The user's own Postiz server; both parts '' while it is off. The file is readable by the user alone. */
export interface PostizStore {
  read(): { server: string; key: string };
  write(settings: { server: string; key: string }): void;
}

/** The workspace that is open now; handlers ask at every call, so that switching needs no new handlers. */
export interface WorkspaceHolder {
  /** Throws `unavailable` when none is open. */
  current(): Session;
  peek(): Session | null;
  /** Closes the former one. */
  replace(session: Session | null): void;
}

/** What the use cases over records work with. */
export interface RecordContext {
  readonly holder: WorkspaceHolder;
  readonly events: Events;
  readonly clock: Clock;
}

export function createWorkspaceHolder(): WorkspaceHolder {
  let open: Session | null = null;
  return {
    current() {
      if (open) return open;
      throw new GalleyError('unavailable', {
        en: 'No workspace is open. Open one or create a new one first.',
        zh: '尚未打开工作区。请先打开或新建一个工作区。',
      });
    },
    peek: () => open,
    replace(session) {
      const former = open;
      open = session;
      if (former && former !== session) former.close();
    },
  };
}
