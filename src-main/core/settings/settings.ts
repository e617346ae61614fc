import type { Settings } from '#shared/contract/system.ts';
import type { Events } from '#main/ports/events.ts';
import type { SettingsStore } from '#main/ports/workspace.ts';

/** What the settings work with: they belong to the user, not to a workspace. */
export interface SettingsContext {
  readonly settings: SettingsStore;
  readonly events: Events;
}

export function changeSettings({ settings, events }: SettingsContext, change: Partial<Settings>): Settings {
  const changed = settings.change(change);
  events.emit('settings.changed', changed);
  return changed;
}
