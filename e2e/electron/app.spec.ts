import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { findElectron } from '#main/host/electron-runtime.ts';
import { hasDisplay } from '#main/host/open-browser.ts';

const root = join(import.meta.dirname, '../..');
const program = findElectron(root);

test('the studio opens in Electron, locked down, and quits cleanly', async () => {
  if (!program) console.log('skipped: no Electron runtime');
  test.skip(program === null, 'no Electron runtime');
  test.skip(!hasDisplay(), 'no display');
  const home = await mkdtemp(join(tmpdir(), 'galley-electron-'));
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ELECTRON_'));
  const env = Object.fromEntries(inherited.filter((pair): pair is [string, string] => pair[1] !== undefined));
  const app = await electron.launch({
    executablePath: program ?? '',
    // Root (a container) has no user namespaces for Chromium's sandbox; on the test's command line only.
    args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...env, GALLEY_HOME: join(home, 'settings'), GALLEY_DOCUMENTS: join(home, 'documents') },
  });
  try {
    const page = await app.firstWindow();
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(page.url()).toMatch(/^galley:\/\/app\//);
    const seen = await page.evaluate(async () => ({
      bridge: Object.keys((globalThis as unknown as { galley: object }).galley).toSorted(),
      node: ['require', 'process', 'module'].filter((name) => name in globalThis),
      file: await fetch('file:///etc/hostname').then(
        (answer) => answer.status,
        () => 'refused',
      ),
      opened: window.open('https://example.invalid/') === null,
    }));
    expect(seen.bridge).toEqual(['call', 'host', 'on', 'onFlush', 'pathForFile']);
    expect([seen.node, seen.opened]).toEqual([[], true]);
    expect([403, 'refused']).toContain(seen.file);
  } finally {
    await app.close();
    await rm(home, { recursive: true, force: true });
  }
});
