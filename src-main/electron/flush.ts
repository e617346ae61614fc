import { BrowserWindow, ipcMain } from 'electron';
import { bridgeChannels } from '#shared/contract/bridge.ts';
import { senderIsOurs } from './ipc.ts';

/** Milliseconds a window has for handing over what it has not saved yet. */
const flushLimit = 4000;

const waiting = new Map<number, () => void>();
let count = 0;

/** Waits for `work`, but never longer than `limit` milliseconds, and never fails. */
export async function within(work: Promise<unknown>, limit: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limit);
  work.then(
    () => resolve(),
    () => resolve(),
  );
  await promise;
  clearTimeout(timer);
}

/** Hears the windows' answers. */
export function hearFlushes(): void {
  ipcMain.on(bridgeChannels.flushed, (event, id: unknown) => {
    if (senderIsOurs(event) && typeof id === 'number') waiting.get(id)?.();
  });
}

/** Asks one window to save what it holds, and waits for its answer, its end, or the limit. */
export async function flushWindow(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed() || window.webContents.isCrashed() || window.webContents.isLoading()) return;
  const id = ++count;
  const answered = new Promise<void>((resolve) => {
    waiting.set(id, resolve);
    window.once('closed', resolve);
  });
  window.webContents.send(bridgeChannels.flush, id);
  await within(answered, flushLimit);
  waiting.delete(id);
}

export async function flushAll(): Promise<void> {
  await Promise.all(BrowserWindow.getAllWindows().map(flushWindow));
}
