/** What the installer names Galley to Windows: `appId` of `electron-builder.config.js`. */
const installedId = 'app.galley.studio';

/**
 * Tells Windows which installed app this is: without it notifications are dropped, or shown as Electron's, and windows
 * are not grouped under Galley's icon. Unpackaged, the program's own path stands for it, as Electron's guide to
 * notifications says. Elsewhere Electron has no such call. To be done before the first window.
 */
export function identifyToWindows(
  app: { isPackaged: boolean; setAppUserModelId(id: string): void },
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform === 'win32') app.setAppUserModelId(app.isPackaged ? installedId : process.execPath);
}
