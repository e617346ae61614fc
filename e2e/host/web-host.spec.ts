import { expect, test } from '../drivers/studio.ts';

test('the studio opens in a browser without breaking its own content policy', async ({ page, studio }) => {
  const problems: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') outside.push(request.url());
  });
  await page.goto(studio.url);
  await expect(page.locator('#root')).not.toBeEmpty();
  // The token is gone from the address bar, and the address no longer lets anybody in.
  expect(new URL(page.url()).search).toBe('');
  expect(problems).toEqual([]);
  expect(outside).toEqual([]);
});

test('an address works once; another browser is told how to get in', async ({ page, studio, browser }) => {
  await page.goto(studio.url);
  const other = await browser.newContext();
  const stranger = await other.newPage();
  const again = await stranger.goto(studio.url);
  expect(again?.status()).toBe(403);
  await expect(stranger.getByRole('heading', { name: 'Open Galley with its own address' })).toBeVisible();
  const bare = await stranger.goto(new URL('/', studio.url).href);
  expect(bare?.status()).toBe(401);
  await other.close();
});

test('a page on another port of this machine can neither call, read nor listen', async ({ page, studio }) => {
  await page.goto(studio.url);
  const ours = new URL('/', studio.url);
  // Same site (ports do not count), so the browser does send the cookie along.
  await page.route('http://127.0.0.1:9/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>neighbour</title>' }),
  );
  await page.goto('http://127.0.0.1:9/');
  const reached = await page.evaluate(async (address) => {
    const asked = (options: RequestInit, path: string) =>
      fetch(`${address}${path}`, { credentials: 'include', mode: 'no-cors', ...options }).then(
        (answer) => answer.type,
        () => 'blocked',
      );
    const loads = (path: string) =>
      new Promise<string>((resolve) => {
        const script = document.createElement('script');
        script.src = `${address}${path}`;
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('blocked');
        document.head.append(script);
      });
    const listens = new Promise<string>((resolve) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}events`);
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('blocked');
    });
    return {
      readable: await fetch(`${address}index.html`, { credentials: 'include' }).then(
        () => 'read',
        () => 'blocked',
      ),
      json: await asked(
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', mode: 'cors' },
        'call/settings.get',
      ),
      script: await loads('index.html'),
      socket: await listens,
    };
  }, ours.href);
  expect(reached).toEqual({ readable: 'blocked', json: 'blocked', script: 'blocked', socket: 'blocked' });
});
