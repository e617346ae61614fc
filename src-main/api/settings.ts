import { changeSettings, type SettingsContext } from '#main/core/settings/settings.ts';
import type { AreaHandlers } from './handlers.ts';

export function createSettingsHandlers(context: SettingsContext): AreaHandlers<'settings'> {
  return {
    'settings.get': () => context.settings.read(),
    'settings.set': (change) => changeSettings(context, change),
  };
}
