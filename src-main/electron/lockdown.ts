import { type App, type Session, shell, type WebContents } from 'electron';
import { isAppAddress } from './app-address.ts';

/** Permissions the window uses: copying, full-screen preview, and word of finished jobs. */
const granted = new Set(['clipboard-sanitized-write', 'fullscreen', 'notifications']);

/** Opens a link of the user's in the browser: https only, never a file, a program or a mail client with a payload. */
function openOutside(address: string): void {
  if (URL.parse(address)?.protocol === 'https:') void shell.openExternal(address);
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    // A file of the user's is shown in the page or downloaded, never in the page's place.
    const own = isAppAddress(event.url) && !new URL(event.url).pathname.startsWith('/media/');
    if (event.isMainFrame && own) return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** No navigation, no new windows, no webviews, in any contents that will ever exist. */
export function lockNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

/** A voice may be recorded over a clip; the camera is never asked for. */
function isMicrophone(permission: string, mediaTypes: readonly string[]): boolean {
  return permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'audio');
}

/** Every permission is denied but the named few and the microphone, and those only to our own page. */
export function lockPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(
      (granted.has(permission) ||
        isMicrophone(permission, ('mediaTypes' in details && details.mediaTypes) || [])) &&
        details.isMainFrame &&
        isAppAddress(contents.getURL()),
    ),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      (granted.has(permission) || isMicrophone(permission, mediaType ? [mediaType] : [])) &&
      isAppAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
