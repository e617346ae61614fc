import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { appRoot } from '#main/host/paths.ts';
import { appAddress } from './app-address.ts';
import { attachContextMenu } from './context-menu.ts';
import { flushWindow } from './flush.ts';
import { readState, usableState, writeState } from './window-state.ts';

export interface WindowNeeds {
  /** Where the window's place is remembered. */
  stateFile: string;
  /** The app is going down and has saved everything: close at once. */
  quitting(): boolean;
  log(line: string): void;
}

/** Milliseconds: a page that dies again this soon after a reload is not reloaded a second time. */
const reloadPause = 10_000;

function keepAlive(window: BrowserWindow, log: (line: string) => void): void {
  let reloaded = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`renderer gone: ${details.reason} ${details.exitCode}`);
    if (details.reason === 'clean-exit' || Date.now() - reloaded < reloadPause) return;
    reloaded = Date.now();
    window.webContents.reload();
  });
}

/** Before the window goes, its page hands over what it has not saved. */
function flushOnClose(window: BrowserWindow, needs: WindowNeeds): void {
  let closing = false;
  window.on('close', (event) => {
    const { x, y, width, height } = window.getNormalBounds();
    writeState(needs.stateFile, { x, y, width, height, maximized: window.isMaximized() });
    if (needs.quitting()) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    void flushWindow(window).then(() => window.destroy());
  });
}

/** Opens the studio's window where it was last, as soon as it has something to show. @param address a page of ours */
export function openWindow(needs: WindowNeeds, address: string = appAddress): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = usableState(readState(needs.stateFile), areas);
  const window = new BrowserWindow({
    width: state?.width ?? 1440,
    height: state?.height ?? 900,
    ...(state ? { x: state.x, y: state.y } : {}),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Galley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1a1c' : '#ffffff',
    icon: join(appRoot(), 'resources', 'icons', 'icon.png'),
    webPreferences: {
      // Not import.meta.dirname: this module may lie in a chunk of the build.
      preload: join(appRoot(), 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      // macOS has its own dictionaries; elsewhere Chromium would fetch them from the network.
      spellcheck: process.platform === 'darwin',
      devTools: !app.isPackaged,
    },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepAlive(window, needs.log);
  flushOnClose(window, needs);
  attachContextMenu(window);
  window.loadURL(address).catch((error: unknown) => needs.log(`the window did not load: ${String(error)}`));
  return window;
}
