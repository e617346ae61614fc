import { mkdtempSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '#shared/contract/index.ts';
import { createElectronDouble, preventable } from './double.ts';

const root = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'galley-electron-'));
const { modules, recorded } = createElectronDouble({ documents: join(home, 'documents') });

const ours = { url: 'galley://app/calendar', parent: null };
type Frame = { url: string; parent: object | null } | null;

/** A call as the window would make it, from a frame of the test's choosing. */
async function call(name: unknown, input: unknown = {}, frame: Frame = ours): Promise<Envelope<unknown>> {
  const handler = recorded.invoke.get('galley:call');
  return (await handler?.({ senderFrame: frame } as never, name, input)) as Envelope<unknown>;
}

const request = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  Promise.resolve(recorded.handlers.get('galley')?.(new Request(address, { headers, method }))).then(
    (response) => response ?? Promise.reject(new Error('the scheme is not handled')),
  );

const window = () => {
  const last = recorded.windows.at(-1);
  if (!last) throw new Error('no window was opened');
  return last;
};

beforeAll(async () => {
  process.env.GALLEY_HOME = join(home, 'settings');
  process.env.GALLEY_DOCUMENTS = join(home, 'documents');
  Object.assign(globalThis, { electronDouble: modules });
  const names = Object.keys(modules).map(
    (name) => `export const ${name} = globalThis.electronDouble.${name};`,
  );
  const source = `data:text/javascript,${encodeURIComponent(names.join('\n'))}`;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: source, format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
  process.argv = [process.execPath, root];
  await import(/* @vite-ignore */ pathToFileURL(join(root, 'out/main/main.js')).href);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the built main, before ready', () => {
  it('has registered its scheme, the sandbox and the lock', () => {
    expect(recorded.early).toEqual([
      'schemes',
      'enableSandbox',
      ...(process.platform === 'win32' ? ['setAppUserModelId'] : []),
      'switch disable-background-networking',
      'switch disable-component-update',
      'setPath userData',
      'lock',
    ]);
    expect(recorded.schemes).toEqual([
      {
        scheme: 'galley',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
    expect(recorded.windows).toEqual([]);
  });
});

describe('the built main, running', () => {
  beforeAll(async () => {
    recorded.ready();
    // The first answer comes when the studio stands.
    expect(await call('settings.get')).toMatchObject({ ok: true });
    expect(recorded.windows).toHaveLength(1);
  });

  it('opens a locked window on its own page and shows it when it has something to show', () => {
    const preferences = window().options.webPreferences;
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      preload: join(root, 'out/preload/preload.cjs'),
    });
    expect(window().loaded).toEqual(['galley://app/']);
    expect([window().options.show, window().shown]).toEqual([false, false]);
    window().emitter.emit('ready-to-show');
    expect(window().shown).toBe(true);
  });

  it('answers calls of its own top frame with the envelope, and refuses all others', async () => {
    expect(await call('no.such.call')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await call('system.host')).toMatchObject({ ok: true, value: { host: 'electron' } });
    const frames: Frame[] = [
      null,
      { url: 'https://evil.example/', parent: null },
      { url: 'galley://app.evil.example/', parent: null },
      { url: 'galley://app@evil.example/', parent: null },
      { url: 'galley://user@app/', parent: null },
      { url: 'galley-app://app/', parent: null },
      { url: 'file:///tmp/page.html', parent: null },
      { url: 'about:blank', parent: null },
      { url: 'galley://app/', parent: {} },
    ];
    for (const frame of frames) {
      const answer = await call('settings.get', {}, frame);
      expect(answer).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
    }
    expect(await call({ toString: () => 'settings.get' })).toMatchObject({ ok: false });
  });

  it('serves the bundle with its policy, app routes too, and nothing outside', async () => {
    for (const path of ['', 'index.html', 'calendar/2026-11']) {
      const page = await request(`galley://app/${path}`);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
      expect(page.headers.get('access-control-allow-origin')).toBeNull();
      expect(await page.text()).toContain('<div id="root">');
    }
    for (const path of ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'package.json', 'a%00.js']) {
      expect((await request(`galley://app/${path}`)).status).toBe(404);
    }
    expect((await request('galley://other/index.html')).status).toBe(404);
    expect((await request('galley://app/', {}, 'POST')).status).toBe(405);
    const file = await recorded.handlers.get('file')?.(new Request('file:///etc/hostname'));
    expect(file?.status).toBe(403);
  });

  it('serves ranges', async () => {
    const whole = await request('galley://app/index.html');
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const part = await request('galley://app/index.html', { range: 'bytes=5-14' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-14/${bytes.length}`]);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(5, 15));
    const beyond = await request('galley://app/index.html', { range: `bytes=${bytes.length}-` });
    expect(beyond.status).toBe(416);
    const head = await request('galley://app/index.html', {}, 'HEAD');
    expect([head.headers.get('content-length'), head.body]).toEqual([String(bytes.length), null]);
    expect((await request('galley://app/media/asset/none')).status).toBe(404);
    expect((await request('galley://app/media/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  });

  it('lets nothing navigate, opens no window, and hands only https links to the browser', () => {
    const navigate = (url: string, isMainFrame = true) => {
      const event = { ...preventable(), url, isMainFrame };
      window().contents.emit('will-frame-navigate', event);
      return event.defaultPrevented;
    };
    expect(navigate('galley://app/library')).toBe(false);
    const refused = [
      'galley://app/media/asset/1',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'galley://app.x/',
    ];
    for (const url of refused) expect(navigate(url)).toBe(true);
    expect(navigate('https://frame.example/', false)).toBe(true);
    expect(recorded.openedOutside).toEqual([]);
    const open = (url: string) => window().windowOpen?.({ url } as Electron.HandlerDetails);
    for (const url of [
      'https://example.com/',
      'http://example.com/',
      'file:///bin/sh',
      'smb://host/x',
      'x',
    ]) {
      expect(open(url)).toEqual({ action: 'deny' });
    }
    expect(recorded.openedOutside).toEqual(['https://example.com/']);
    const webview = preventable();
    window().contents.emit('will-attach-webview', webview);
    expect(webview.defaultPrevented).toBe(true);
  });

  it('denies every permission but the named few, and those to other pages', () => {
    const ask = (permission: string, url: string, isMainFrame = true, mediaTypes?: string[]) => {
      let answer: boolean | null = null;
      const contents = { getURL: () => url } as Electron.WebContents;
      const details = { isMainFrame, ...(mediaTypes ? { mediaTypes } : {}) } as Electron.PermissionRequest;
      recorded.permissionRequest?.(contents, permission as 'media', (yes) => (answer = yes), details);
      return answer;
    };
    const all = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'fullscreen',
      'openExternal',
    ];
    expect(all.filter((name) => ask(name, 'galley://app/'))).toEqual(['notifications', 'fullscreen']);
    expect(all.filter((name) => ask(name, 'https://evil.example/'))).toEqual([]);
    expect(all.filter((name) => ask(name, 'galley://app/', false))).toEqual([]);
    const check = (name: string, origin: string) =>
      recorded.permissionCheck?.(
        null,
        name as 'media',
        origin,
        {} as Electron.PermissionCheckHandlerHandlerDetails,
      );
    expect([check('media', 'galley://app/'), check('fullscreen', 'galley://app/')]).toEqual([false, true]);
    expect(check('fullscreen', 'https://evil.example/')).toBe(false);
    // A voice over a clip, never the camera.
    expect(ask('media', 'galley://app/', true, ['audio'])).toBe(true);
    expect(ask('media', 'galley://app/', true, ['audio', 'video'])).toBe(false);
    expect(ask('media', 'https://evil.example/', true, ['audio'])).toBe(false);
    const checkMedia = (mediaType: 'audio' | 'video') =>
      recorded.permissionCheck?.(null, 'media', 'galley://app/', { mediaType, isMainFrame: true });
    expect([checkMedia('audio'), checkMedia('video')]).toEqual([true, false]);
    expect(recorded.devicePermission?.({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false);
  });

  it('follows the language and the theme of the settings, and passes events to the window', async () => {
    const labels = () => recorded.menus.at(-1)?.map((menu) => menu.label);
    expect(await call('settings.set', { language: 'en', theme: 'light' })).toMatchObject({ ok: true });
    expect(labels()).toContain('Edit');
    expect(recorded.theme.themeSource).toBe('light');
    expect(await call('settings.set', { language: 'zh' })).toMatchObject({ ok: true });
    expect(labels()).toContain('编辑');
    const heard = window().sent.filter((message) => message.channel === 'galley:event');
    expect(heard.map((message) => message.words[0])).toContain('settings.changed');
  });

  it('brings the window to the front for a second instance', () => {
    const before = window().focused;
    recorded.app.emit(
      'second-instance',
      {},
      [process.execPath, '--allow-file-access-from-files', root],
      home,
    );
    expect([recorded.windows.length, window().focused]).toEqual([1, before + 1]);
  });

  it('tells what is due by the system, and a click leads to its hand-off', async () => {
    expect(await call('workspace.create', { name: 'Shell', zone: 'UTC' })).toMatchObject({ ok: true });
    const local = new Date(Date.now() + 5 * 60_000).toISOString().slice(0, 16);
    const made = await call('posts.create', {
      change: { title: 'Morning bread', status: 'approved', targets: [{ format: 'x/post' }] },
      schedule: { local, zone: 'UTC' },
    });
    if (!made.ok) throw new Error('the post was not made');
    const { id } = made.value as { id: string };
    await expect
      .poll(() => recorded.notifications.map(({ options }) => options.title))
      .toEqual(['Morning bread']);
    const [notification] = recorded.notifications;
    // It is told before its time: then the time is said.
    expect(notification?.shown).toBe(true);
    expect(notification?.options.body).toMatch(/^周[一二三四五六日]\s*\d\d:\d\d 到期$/);
    expect(notification?.options.body).toContain(local.slice(11));
    const before = window().focused;
    notification?.emitter.emit('click', {});
    expect(window().sent.at(-1)).toEqual({
      channel: 'galley:event',
      words: ['window.open', { path: `/posts/${id}?handoff=all` }],
    });
    expect(window().focused).toBe(before + 1);
  });

  it('stays in the tray without a window only for those who want it', async () => {
    expect(recorded.trays).toEqual([]);
    const day = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 16);
    const change = { title: 'Night market', status: 'approved', targets: [{ format: 'x/post' }] };
    expect(await call('posts.create', { change, schedule: { local: day, zone: 'UTC' } })).toMatchObject({
      ok: true,
    });
    expect(await call('settings.set', { keepInTray: true, language: 'en' })).toMatchObject({ ok: true });
    const labels = (): unknown[] => recorded.menus.at(-1)?.map((item) => item.label) ?? [];
    await expect.poll(labels).toContain('Open Galley');
    expect(recorded.trays.map(({ toolTip, destroyed }) => [toolTip, destroyed])).toEqual([['Galley', false]]);
    expect(labels()).toEqual([
      expect.stringMatching(/Night market$/),
      undefined,
      'Open Galley',
      'Quit Galley',
    ]);

    window().close();
    const sent = window().sent.at(-1);
    recorded.ipc.emit('galley:flushed', { senderFrame: ours }, sent?.words[0]);
    await expect.poll(() => window().destroyed).toBe(true);
    expect(recorded.ended).toBe(false);
    recorded.trays[0]?.emitter.emit('click', {});
    expect(recorded.windows).toHaveLength(2);
    expect(window().loaded).toEqual(['galley://app/#/']);
    window().emitter.emit('ready-to-show');

    expect(await call('settings.set', { keepInTray: false })).toMatchObject({ ok: true });
    await expect.poll(() => recorded.trays[0]?.destroyed).toBe(true);
  });

  it('quits only after the window has handed over its work', async () => {
    modules.app.quit();
    await expect.poll(() => window().sent.at(-1)?.channel).toBe('galley:flush');
    const id = window().sent.at(-1)?.words[0];
    // An answer from elsewhere does not count.
    recorded.ipc.emit('galley:flushed', { senderFrame: null }, id);
    modules.app.quit();
    await new Promise((resolve) => setImmediate(resolve));
    expect([recorded.ended, window().destroyed]).toEqual([false, false]);
    recorded.ipc.emit('galley:flushed', { senderFrame: ours }, id);
    await expect.poll(() => recorded.ended).toBe(true);
    expect(window().destroyed).toBe(true);
    expect(recorded.errors).toEqual([]);
  });
});
