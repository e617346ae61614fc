import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** The right-click menu of text fields and selections; labels of roles are translated by the system. */
export function attachContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, about) => {
    const items: MenuItemConstructorOptions[] = about.dictionarySuggestions.map((word) => ({
      label: word,
      click: () => window.webContents.replaceMisspelling(word),
    }));
    if (items.length > 0) items.push({ type: 'separator' });
    if (about.isEditable) {
      items.push({ role: 'cut', enabled: about.editFlags.canCut });
      items.push({ role: 'copy', enabled: about.editFlags.canCopy });
      items.push({ role: 'paste', enabled: about.editFlags.canPaste });
      items.push({ role: 'pasteAndMatchStyle', enabled: about.editFlags.canPaste });
      items.push({ type: 'separator' }, { role: 'selectAll' });
    } else if (about.selectionText.trim() !== '') items.push({ role: 'copy' });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
