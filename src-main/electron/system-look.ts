import { app, BrowserWindow, Menu, nativeTheme } from 'electron';
import { bridgeChannels } from '#shared/contract/bridge.ts';
import type { EventPayload } from '#shared/contract/index.ts';
import type { Studio } from '#main/ports/studio.ts';
import { menuTemplate } from './menu.ts';

function systemLanguage(): 'zh' | 'en' {
  return (app.getPreferredSystemLanguages()[0] ?? app.getLocale()).toLowerCase().startsWith('zh')
    ? 'zh'
    : 'en';
}

/** The language that menus and notifications speak. */
export function languageOf({ language }: Pick<EventPayload<'settings.changed'>, 'language'>): 'zh' | 'en' {
  return language === 'system' ? systemLanguage() : language;
}

/** Menus in the language, and native colours in the theme, of the settings. */
export function followSettings(settings: Pick<EventPayload<'settings.changed'>, 'language' | 'theme'>): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(languageOf(settings), process.platform)));
  nativeTheme.themeSource = settings.theme;
}

const running = new Map<string, number>();

/** The share of all running work, on the dock or the task bar. */
function showProgress(job: EventPayload<'job.changed'>): void {
  if (job.state === 'running' && job.total > 0) running.set(job.id, job.done / job.total);
  else running.delete(job.id);
  const shares = [...running.values()];
  const share = shares.length === 0 ? -1 : shares.reduce((sum, one) => sum + one, 0) / shares.length;
  for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(share);
}

/** Passes every event of the studio to every window, and follows the ones that the system shows. */
export function forwardEvents(studio: Studio): void {
  studio.events.subscribe((name, payload) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed()) window.webContents.send(bridgeChannels.event, name, payload);
    }
    if (name === 'settings.changed') followSettings(payload as EventPayload<'settings.changed'>);
    if (name === 'job.changed') showProgress(payload as EventPayload<'job.changed'>);
  });
}
