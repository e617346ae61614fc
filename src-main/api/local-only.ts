import { GalleyError } from '#shared/contract/failure.ts';
import type { Host } from '#main/ports/host.ts';

/** Throws `unavailable` in the web host: a page, however it got there, may not name files of this machine. */
export function refuseBrowsers(host: Host): void {
  if (host.kind !== 'web') return;
  throw new GalleyError('unavailable', {
    en: 'A browser window cannot name files of this machine. Drop them into it, or use the galley command.',
    zh: '浏览器窗口不能直接访问本机文件。请将文件拖入窗口，或使用 galley 命令。',
  });
}
