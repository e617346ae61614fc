import { app, BrowserWindow } from 'electron';
import type { Studio } from '#main/ports/studio.ts';
import { flushAll, within } from './flush.ts';

/** Milliseconds for the jobs to clean up after themselves and the workspace to close. */
const closeLimit = 8000;

export interface Lifecycle {
  /** Everything is saved and closed; windows may go at once. */
  quitting(): boolean;
}

/**
 * Quitting: the windows hand over what they hold, the studio closes, and only then the app ends; each step has a
 * limit, so that a hanging page cannot keep the app alive.
 * @param stays the app goes on without a window, in the tray
 */
export function manageQuit(studio: Promise<Studio>, stays: () => boolean): Lifecycle {
  let state: 'running' | 'closing' | 'closed' = 'running';
  async function closeDown(): Promise<void> {
    await flushAll();
    await within(
      studio.then((open) => open.close()),
      closeLimit,
    );
    state = 'closed';
    app.quit();
  }
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void closeDown();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !stays()) app.quit();
  });
  return { quitting: () => state === 'closed' };
}

/** Brings the window to the front, opening one when there is none (macOS without windows, the tray). */
export function showWindow(open: () => BrowserWindow): void {
  const window = BrowserWindow.getAllWindows()[0] ?? open();
  if (window.isMinimized()) window.restore();
  window.focus();
}
