import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Settings, settingsSchema } from '#shared/contract/system.ts';
import { postizSettingsSchema } from '#shared/handoff/postiz-api.ts';
import { recentWorkspaceSchema } from '#shared/domain/workspace.ts';
import type { Clock, Paths } from '#main/ports/host.ts';
import type {
  MemberChoiceStore,
  PostizStore,
  RecentStore,
  RecentWorkspace,
  SettingsStore,
} from '#main/ports/workspace.ts';
import { writeFileAtomically } from './files.ts';
import { databaseName } from './workspace-folder.ts';

/** Workspaces on the list of recent ones. */
const recentKept = 20;

const defaults: Settings = {
  language: 'system',
  theme: 'system',
  density: 'compact',
  ffmpegPath: '',
  weekStart: null,
  reminders: true,
  reminderMinutes: 10,
  systemNotifications: true,
  keepInTray: false,
};

/** Whether the folder is still there is looked at when the list is read. */
const recentEntrySchema = recentWorkspaceSchema.omit({ exists: true });

/** What a file of ours holds, or null when it is missing or not JSON: settings never keep Galley from starting. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function writeJson(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileAtomically(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** `settings.json` of the user. A value that is damaged or unknown becomes its default; unknown keys are kept. */
export function createSettingsStore(paths: Pick<Paths, 'settings'>): SettingsStore {
  const file = join(paths.settings, 'settings.json');
  function read(): Settings {
    const stored = asRecord(readJson(file));
    const sound = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(stored[key]);
      return parsed.success ? [[key, parsed.data] as const] : [];
    });
    return { ...defaults, ...Object.fromEntries(sound) };
  }
  return {
    read,
    change(change) {
      const present = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const settings = { ...read(), ...present };
      writeJson(paths.settings, 'settings.json', { ...asRecord(readJson(file)), ...settings });
      return settings;
    },
  };
}

/** `postiz.json` of the user: it holds a key, so nobody else may read it, and no workspace or backup carries it. */
export function createPostizStore(paths: Pick<Paths, 'settings'>): PostizStore {
  const file = join(paths.settings, 'postiz.json');
  return {
    read: () => postizSettingsSchema.safeParse(readJson(file)).data ?? { server: '', key: '' },
    write(settings) {
      writeJson(paths.settings, 'postiz.json', settings);
      chmodSync(file, 0o600);
    },
  };
}

/** `members.json` of the user. */
export function createMemberChoiceStore(paths: Pick<Paths, 'settings'>): MemberChoiceStore {
  const read = (): Record<string, unknown> => asRecord(readJson(join(paths.settings, 'members.json')));
  return {
    read(workspaceId) {
      const chosen = read()[workspaceId];
      return typeof chosen === 'string' ? chosen : null;
    },
    write(workspaceId, memberId) {
      writeJson(paths.settings, 'members.json', { ...read(), [workspaceId]: memberId });
    },
  };
}

/** `recent.json` of the user, the newest first. */
export function createRecentStore(paths: Pick<Paths, 'settings'>, clock: Clock): RecentStore {
  const file = join(paths.settings, 'recent.json');
  function read(): Omit<RecentWorkspace, 'exists'>[] {
    const stored = readJson(file);
    const entries: unknown[] = Array.isArray(stored) ? stored : [];
    return entries.flatMap((entry) => recentEntrySchema.safeParse(entry).data ?? []);
  }
  return {
    list: () => read().map((entry) => ({ ...entry, exists: existsSync(join(entry.path, databaseName)) })),
    remember({ name, path }) {
      const root = resolve(path);
      const others = read().filter((entry) => entry.path !== root);
      const entry = { name, path: root, openedAt: clock.now().toISOString() };
      writeJson(paths.settings, 'recent.json', [entry, ...others].slice(0, recentKept));
    },
    forget(path) {
      const root = resolve(path);
      writeJson(
        paths.settings,
        'recent.json',
        read().filter((entry) => entry.path !== root),
      );
    },
  };
}
