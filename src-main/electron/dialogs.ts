import { BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import type { Dialogs } from '#main/ports/host.ts';

async function open(options: OpenDialogOptions): Promise<string[]> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? [] : answer.filePaths;
}

/** Native dialogs, attached to the window that asked. */
export const electronDialogs: Dialogs = {
  pickFolder: async () => (await open({ properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,
  pickFiles: () => open({ properties: ['openFile', 'multiSelections'] }),
  reveal: async (path) => shell.showItemInFolder(path),
};
