import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  Menu,
  type MenuItemConstructorOptions,
  nativeImage,
  Notification,
  Tray,
} from 'electron';
import { bridgeChannels } from '#shared/contract/bridge.ts';
import type { EventPayload } from '#shared/contract/index.ts';
import type { PlannedReminder } from '#shared/contract/reminders.ts';
import type { Settings } from '#shared/contract/system.ts';
import { appRoot } from '#main/host/paths.ts';
import type { Studio } from '#main/ports/studio.ts';
import { languageOf } from './system-look.ts';

const words = {
  open: { en: 'Open Galley', zh: '打开 Galley' },
  quit: { en: 'Quit Galley', zh: '退出 Galley' },
  none: { en: 'Nothing in the next two days', zh: '未来两天没有帖子' },
  untitled: { en: 'Untitled post', zh: '未命名帖子' },
  due: { en: 'Due now', zh: '现在到期' },
  missed: { en: 'Due while you were away', zh: '您不在时到期的帖子' },
};

/** Posts in the tray's menu. */
const postsShown = 5;

/** Pixels of the picture in the tray. */
const traySide = 20;

/** Notifications that nobody clicked yet: one that is collected as garbage no longer hears its click. */
const shown = new Set<Notification>();

/** Brings a window up at an address of the app such as `/posts/…`; opens one when there is none. */
export type ShowAt = (path: string | null) => void;

/** Leads an open window to an address. */
export function leadWindow(window: BrowserWindow, path: string): void {
  const place: EventPayload<'window.open'> = { path };
  window.webContents.send(bridgeChannels.event, 'window.open', place);
}

function tell(title: string, body: string, act: () => void): void {
  const notification = new Notification({ title, body });
  shown.add(notification);
  const forget = (): void => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    act();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  notification.show();
}

const handOff = ({ id, targetId }: PlannedReminder): string => `/posts/${id}?handoff=${targetId ?? 'all'}`;

/** Weekday and wall time; '' without a time. */
function timeOf({ schedule }: PlannedReminder, language: 'en' | 'zh'): string {
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ timeZone: 'UTC', weekday: 'short', hour: '2-digit', minute: '2-digit' },
  });
  return schedule ? time.format(new Date(`${schedule.local}:00Z`)) : '';
}

/** Reminders come as long before the time as the user wants: then the time is said. */
function whenDue(item: PlannedReminder, language: 'en' | 'zh'): string {
  if (Date.parse(item.dueAt) <= Date.now()) return words.due[language];
  const time = timeOf(item, language);
  return { en: `Due ${time}`, zh: `${time} 到期` }[language];
}

/** Tells by the system what became due. */
async function tellDue(studio: Studio, keys: readonly string[], showAt: ShowAt): Promise<void> {
  const settings = await studio.call('settings.get', {});
  if (!settings.systemNotifications || !Notification.isSupported()) return;
  const language = languageOf(settings);
  const { due, missed } = await studio.call('reminders.list', {});
  const nameOf = (item: PlannedReminder): string => item.title || item.excerpt || words.untitled[language];
  for (const item of due.filter(({ key }) => keys.includes(key))) {
    tell(nameOf(item), whenDue(item, language), () => showAt(handOff(item)));
  }
  const absent = missed.filter(({ key }) => keys.includes(key));
  if (absent.length > 0) tell(words.missed[language], absent.map(nameOf).join('\n'), () => showAt('/'));
}

function trayMenu(
  settings: Settings,
  upcoming: readonly PlannedReminder[],
  showAt: ShowAt,
): MenuItemConstructorOptions[] {
  const language = languageOf(settings);
  const posts = upcoming.slice(0, postsShown).map(
    (item): MenuItemConstructorOptions => ({
      label: `${timeOf(item, language)}  ${item.title || item.excerpt || words.untitled[language]}`,
      click: () => showAt(`/posts/${item.id}`),
    }),
  );
  return [
    ...(posts.length > 0 ? posts : [{ label: words.none[language], enabled: false }]),
    { type: 'separator' },
    { label: words.open[language], click: () => showAt(null) },
    { label: words.quit[language], click: () => app.quit() },
  ];
}

export interface Presence {
  /** The user wants Galley to go on in the tray without a window. */
  stays(): boolean;
}

/** Notifications of what is due, and the tray for those who want it. */
export function keepPresence(studio: Promise<Studio>, showAt: ShowAt): Presence {
  let tray: Tray | null = null;
  const followed = new Set(['settings.changed', 'reminders.changed', 'records.changed', 'workspace.changed']);

  async function draw(running: Studio): Promise<void> {
    const settings = await running.call('settings.get', {});
    if (!settings.keepInTray) {
      tray?.destroy();
      tray = null;
      return;
    }
    if (!tray) {
      const icon = nativeImage.createFromPath(join(appRoot(), 'resources', 'icons', 'icon.png'));
      tray = new Tray(icon.resize({ width: traySide, height: traySide }));
      tray.setToolTip('Galley');
      tray.on('click', () => showAt(null));
    }
    // Without an open workspace there is nothing to come.
    const answer = await running.dispatch('reminders.list', {});
    const upcoming = answer.ok ? (answer.value as { upcoming: PlannedReminder[] }).upcoming : [];
    tray?.setContextMenu(Menu.buildFromTemplate(trayMenu(settings, upcoming, showAt)));
  }

  studio.then(
    (running) => {
      const soon = (): void => void draw(running).catch(() => undefined);
      running.events.subscribe((name, payload) => {
        if (followed.has(name)) soon();
        if (name !== 'reminder.due') return;
        const { keys } = payload as EventPayload<'reminder.due'>;
        tellDue(running, keys, showAt).catch(() => undefined);
      });
      soon();
    },
    () => undefined,
  );
  return { stays: () => tray !== null };
}
