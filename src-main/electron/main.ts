import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { toFailure } from '#shared/contract/failure.ts';
import { fileLog } from '#main/host/log-file.ts';
import { appRoot, nodePaths, rendererFolder } from '#main/host/paths.ts';
import type { Studio } from '#main/ports/studio.ts';
import { appAddress, appScheme } from './app-address.ts';
import { startUtilityChild } from './child.ts';
import { electronDialogs } from './dialogs.ts';
import { hearFlushes } from './flush.ts';
import { serveCalls } from './ipc.ts';
import { workspaceFrom, workspaceOf } from './launch-words.ts';
import { manageQuit, showWindow } from './lifecycle.ts';
import { lockNavigation, lockPermissions } from './lockdown.ts';
import { keepPresence, leadWindow, type Presence } from './presence.ts';
import { serveApp } from './protocol.ts';
import { followSettings, forwardEvents } from './system-look.ts';
import { openWindow } from './window.ts';
import { identifyToWindows } from './windows-identity.ts';

/*
 * Everything down to the lock must come before `ready`, so it stands here, at the top level, before any await.
 */
protocol.registerSchemesAsPrivileged([
  {
    scheme: appScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
  },
]);
app.enableSandbox();
identifyToWindows(app);
// Nothing of Galley needs the network, and Chromium shall not use it on its own either.
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
// A studio with other settings (a test, a second user's home) is another instance, with a lock of its own.
if (process.env.GALLEY_HOME) app.setPath('userData', join(process.env.GALLEY_HOME, 'electron'));

// Unpackaged, Electron is started with the project's folder; Chromium's own switches may stand before it.
const words = (argv: readonly string[]) => argv.slice(1).filter((word) => resolve(word) !== appRoot());

if (!app.requestSingleInstanceLock()) app.quit();
else start();

function start(): void {
  const paths = nodePaths(app.getPath('documents'));
  const log = fileLog(paths.settings);
  process.on('uncaughtException', (error) => log(error.stack ?? error.message));
  process.on('unhandledRejection', (reason) => log(`unhandled: ${String(reason)}`));

  // Made after `ready`, beside the window: utility processes need it, and the window need not wait.
  const made = Promise.withResolvers<Studio>();
  const studio = made.promise;
  studio.catch(() => {});
  let presence: Presence | null = null;
  const lifecycle = manageQuit(studio, () => presence?.stays() ?? false);
  const windowNeeds = {
    stateFile: join(paths.settings, 'window.json'),
    quitting: () => lifecycle.quitting(),
    log,
  };
  const open = () => openWindow(windowNeeds);
  const showAt = (path: string | null): void => {
    const [window] = BrowserWindow.getAllWindows();
    const [hash = '', search] = (path ?? '/').split('?');
    if (!window) openWindow(windowNeeds, `${appAddress}${search ? `?${search}` : ''}#${hash}`);
    else if (path !== null) leadWindow(window, path);
    showWindow(open);
  };
  const openWorkspace = async (path: string | null) => {
    if (path === null) return;
    // A refusal comes as an envelope; the window says it.
    const answer = await (await studio).dispatch('workspace.open', { path });
    if (!answer.ok) (await studio).events.emit('problem', answer.failure);
  };

  lockNavigation(app);
  serveCalls(ipcMain, studio);
  hearFlushes();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openWorkspace(workspaceOf(path));
  });

  async function begin(): Promise<void> {
    await app.whenReady();
    lockPermissions(session.defaultSession);
    serveApp(protocol, rendererFolder(), studio);
    followSettings({ language: 'system', theme: 'system' });
    open();
    app.on('activate', () => showWindow(open));
    app.on('second-instance', (_event, argv, folder) => {
      showWindow(open);
      void openWorkspace(workspaceFrom(words(argv), folder));
    });
    const { createStudio } = await import('#main/compose.ts');
    const host = { kind: 'electron', dialogs: electronDialogs } as const;
    const running = await createStudio({ host, paths, log, startPainter: startUtilityChild });
    forwardEvents(running);
    presence = keepPresence(studio, showAt);
    made.resolve(running);
    followSettings(await running.call('settings.get', {}));
    await openWorkspace(workspaceFrom(words(process.argv), process.cwd()));
  }

  begin().catch((error: unknown) => {
    const { message } = toFailure(error);
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    made.reject(error);
    dialog.showErrorBox('Galley', `${message.en}\n${message.zh}`);
    app.exit(1);
  });
}
