import { once } from 'node:events';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { stubStudio } from './test-studio.ts';
import { startWebHost, type WebHost } from './web-host.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

let stub: Awaited<ReturnType<typeof stubStudio>>;
let host: WebHost;
let cookie: string;

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  address?: string;
}

/** A request as an attacker's tool would send it: any header, any path, unnormalised. */
function send(path: string, { method = 'GET', headers = {}, body, address = '127.0.0.1' }: Sent = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = httpRequest({ host: address, port: host.port, path, method, headers, agent: false });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const signedIn = (more: Record<string, string> = {}) => ({ cookie, ...more });
const ours = (more: Record<string, string> = {}) =>
  signedIn({ origin: host.origin, 'content-type': 'application/json', ...more });

async function signIn(): Promise<string> {
  const { pathname, search } = new URL(host.address());
  const answer = await send(pathname + search);
  expect(answer.status).toBe(303);
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

beforeAll(async () => {
  stub = await stubStudio();
  host = await startWebHost({ studio: stub.studio, renderer: stub.renderer });
  cookie = await signIn();
});
beforeEach(() => {
  stub.reached.calls.length = 0;
  stub.reached.uploads.length = 0;
  stub.reached.media.length = 0;
});
afterAll(async () => {
  await host.close();
  await stub.remove();
});

describe('signing in', () => {
  it('exchanges the token for a strict cookie and a clean address', async () => {
    const { pathname, search } = new URL(host.address());
    expect(search.length).toBeGreaterThan(43);
    const answer = await send(pathname + search);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^galley-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('refuses a used token, a superseded token and wrong tokens, with a page that helps', async () => {
    const used = new URL(host.address());
    await send(used.pathname + used.search);
    const old = new URL(host.address());
    host.address();
    const wrong = ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}%00`];
    for (const search of [used.search, old.search, ...wrong.map((token) => `?token=${token}`)]) {
      const answer = await send(`/${search}`, { headers: { accept: 'text/html' } });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body.toString()).toContain('请用 Galley 自己的地址打开');
    }
  });

  it('shows the page that explains, and nothing else, without the cookie', async () => {
    const page = await send('/', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(401);
    expect(page.body.toString()).toContain('Open Galley with its own address');
    const forgeries: Record<string, string>[] = [
      {},
      { cookie: `galley-${host.port}=` },
      { cookie: cookie.slice(0, -1) },
    ];
    for (const forged of forgeries) {
      for (const path of ['/assets/index-abc.js', '/media/clip', '/index.html']) {
        expect((await send(path, { headers: forged })).status).toBe(401);
      }
    }
    expect(stub.reached.media).toEqual([]);
  });

  it('takes a signed-in browser with an old address to the clean one', async () => {
    const answer = await send('/?token=old', { headers: signedIn() });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });
});

describe('attacks: none succeeds', () => {
  it('DNS rebinding', async () => {
    const names = [
      'evil.example',
      `evil.example:${host.port}`,
      `127.0.0.1.evil.example:${host.port}`,
      '127.0.0.1',
    ];
    const more = [
      `localhost:${host.port + 1}`,
      `127.0.0.1:${host.port}@evil.example`,
      `0.0.0.0:${host.port}`,
    ];
    for (const name of [...names, ...more]) {
      const headers = ours({ host: name, origin: `http://${name}` });
      expect((await send('/', { headers })).status).toBe(421);
      expect((await send('/media/clip', { headers })).status).toBe(421);
      expect((await send('/call/posts.list', { method: 'POST', headers, body: '{}' })).status).toBe(421);
    }
    expect(stub.reached).toMatchObject({ calls: [], media: [] });
  });

  it('cross-site and same-site posts, with the cookie', async () => {
    const origins = ['https://evil.example', 'null', `http://localhost:${host.port}`, 'http://127.0.0.1:1'];
    for (const origin of [
      ...origins,
      `http://127.0.0.1:${host.port}.evil.example`,
      host.origin.toUpperCase(),
    ]) {
      const headers = ours({ origin });
      expect((await send('/call/posts.list', { method: 'POST', headers, body: '{}' })).status).toBe(403);
      expect((await send('/upload?name=a', { method: 'POST', headers, body: 'x' })).status).toBe(403);
    }
    const bare = signedIn({ 'content-type': 'application/json' });
    expect((await send('/call/posts.list', { method: 'POST', headers: bare, body: '{}' })).status).toBe(403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const headers = ours({ 'content-type': type });
      expect((await send('/call/posts.list', { method: 'POST', headers, body: '{}' })).status).toBe(415);
    }
    const signedOut = { origin: host.origin, 'content-type': 'application/json' };
    expect((await send('/call/posts.list', { method: 'POST', headers: signedOut, body: '{}' })).status).toBe(
      401,
    );
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await send('/call/posts.list', { method, headers: ours() });
      expect(answer.status).toBe(405);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(stub.reached).toMatchObject({ calls: [], uploads: [] });
  });

  it('reading by a page on another port of this machine, which the browser calls same-site', async () => {
    for (const site of ['same-site', 'cross-site']) {
      const headers = signedIn({
        'sec-fetch-site': site,
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-dest': 'video',
      });
      expect((await send('/media/clip', { headers })).status).toBe(403);
    }
    expect(stub.reached.media).toEqual([]);
  });

  it('hijacking the event socket', async () => {
    const tries: [string, Record<string, string>, number][] = [
      ['/events', { cookie, origin: 'https://evil.example' }, 403],
      ['/events', { cookie, origin: `http://localhost:${host.port}` }, 403],
      ['/events', { cookie }, 403],
      ['/events', { origin: host.origin }, 401],
      ['/events', { origin: host.origin, cookie: `galley-${host.port}=x` }, 401],
      ['/events', { cookie, origin: 'http://evil.example', host: 'evil.example' }, 403],
      ['/else', { cookie, origin: host.origin }, 404],
    ];
    for (const [path, headers, status] of tries) {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
      socket.on('error', () => {});
      const [, response] = await once(socket, 'unexpected-response');
      expect(response.statusCode).toBe(status);
      response.destroy();
    }
  });

  it('leaving the folders by the path', async () => {
    const up = [
      '/../secret.html',
      '/%2e%2e/secret.html',
      '/..%2fsecret.html',
      '/assets/..%5c..%5csecret.html',
    ];
    const odd = [
      '/assets/../../secret.html',
      '/%00.html',
      '/%ff.html',
      '/C:/secret.html',
      '//evil.example/a.js',
    ];
    for (const path of [...up, ...odd, '/assets/%2e%2e%2f%2e%2e%2fsecret.html', '/secret.html']) {
      const answer = await send(path, { headers: signedIn() });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body.toString()).not.toContain('outside');
      expect([400, 404]).toContain((await send(`/media${path}`, { headers: signedIn() })).status);
    }
    expect(stub.reached.media.filter((path) => /\.\.|\\|\0/.test(path))).toEqual([]);
  });
});

describe('routes', () => {
  it('answers calls with the envelope', async () => {
    const headers = ours();
    const answer = await send('/call/posts.list', { method: 'POST', headers, body: '{"a":"天"}' });
    expect(JSON.parse(answer.body.toString())).toEqual({
      ok: true,
      value: { name: 'posts.list', input: { a: '天' } },
    });
    const broken = await send('/call/posts.list', { method: 'POST', headers, body: '{' });
    expect(JSON.parse(broken.body.toString())).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input' },
    });
  });

  it('refuses a call beyond the limit', async () => {
    const body = `"${'x'.repeat(33 * 1024 * 1024)}"`;
    const answer = await send('/call/posts.list', { method: 'POST', headers: ours(), body });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(stub.reached.calls).toEqual([]);
  });

  it('serves the bundle: index never cached, hashed files for ever, app routes to index', async () => {
    const index = await send('/calendar/2026-11', { headers: signedIn() });
    expect(index.body.toString()).toContain('<title>Galley</title>');
    expect(index.headers['cache-control']).toBe('private, no-cache');
    expect(index.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(index.headers['x-content-type-options']).toBe('nosniff');
    expect(index.headers['cross-origin-resource-policy']).toBe('same-origin');
    const script = await send('/assets/index-abc.js', { headers: signedIn() });
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['content-type']).toContain('text/javascript');
    expect((await send('/assets/gone.js', { headers: signedIn() })).status).toBe(404);
  });

  it('serves ranges of media', async () => {
    const get = (headers: Record<string, string>, method = 'GET') =>
      send('/media/clip', { method, headers: signedIn(headers) });
    const whole = await get({});
    expect([whole.status, whole.body.equals(stub.bytes)]).toEqual([200, true]);
    expect(whole.headers['content-security-policy']).toContain('sandbox');
    const part = await get({ range: 'bytes=100-199' });
    expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 100-199/1000']);
    expect(part.body.equals(stub.bytes.subarray(100, 200))).toBe(true);
    const last = await get({ range: 'bytes=-10' });
    expect(last.body.equals(stub.bytes.subarray(990))).toBe(true);
    const beyond = await get({ range: 'bytes=1000-' });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */1000']);
    const head = await get({ range: 'bytes=0-1' }, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0]);
    const changed = await get({ range: 'bytes=0-1', 'if-range': '"other"' });
    expect(changed.status).toBe(200);
    const same = await get({ range: 'bytes=0-1', 'if-range': String(whole.headers.etag) });
    expect(same.status).toBe(206);
    expect((await get({ 'if-none-match': String(whole.headers.etag) })).status).toBe(304);
    expect((await send('/media/none', { headers: signedIn() })).status).toBe(404);
  });

  it('serves several ranges as multipart', async () => {
    const answer = await send('/media/clip', { headers: signedIn({ range: 'bytes=0-4,990-' }) });
    expect(answer.status).toBe(206);
    expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
    const boundary = /^multipart\/byteranges; boundary=(\w+)$/.exec(
      answer.headers['content-type'] ?? '',
    )?.[1];
    const parts = answer.body.toString('latin1').split(`--${boundary}`);
    expect(parts).toHaveLength(4);
    expect(parts[1]).toBe(
      `\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-4/1000\r\n\r\n${stub.bytes.toString('latin1', 0, 5)}\r\n`,
    );
    expect(parts[2]).toContain('Content-Range: bytes 990-999/1000');
    expect(parts[3]).toBe('--\r\n');
  });

  it('streams an upload, and aborts it when the browser goes away', async () => {
    const body = 'x'.repeat(3_000_000);
    const name = encodeURIComponent('../照片.jpg');
    const answer = await send(`/upload?name=${name}`, { method: 'POST', headers: ours(), body });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: true });
    expect(stub.reached.uploads).toEqual([{ name: '照片.jpg', bytes: 3_000_000, aborted: false }]);

    const cut = httpRequest({
      host: '127.0.0.1',
      port: host.port,
      path: '/upload?name=b',
      method: 'POST',
      headers: ours(),
    });
    cut.on('error', () => {});
    cut.write('x'.repeat(1000));
    await expect.poll(() => stub.reached.uploads[1]?.bytes).toBe(1000);
    cut.destroy();
    await expect.poll(() => stub.reached.uploads[1]?.aborted).toBe(true);
  });

  it('says why an upload failed, though the browser is still sending', async () => {
    const body = 'x'.repeat(30_000_000);
    const answer = await send('/upload?name=full', { method: 'POST', headers: ours(), body });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(stub.reached.uploads[0]?.bytes).toBeLessThan(1_000_000);
  });

  it('sends events to every window', async () => {
    const open = async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}/events`, { headers: ours() });
      await once(socket, 'open');
      return socket;
    };
    const sockets = [await open(), await open()];
    const heard = sockets.map((socket) => once(socket, 'message'));
    stub.reached.emit('records.changed', { kind: 'post', ids: [] });
    for (const [data] of await Promise.all(heard)) {
      expect(JSON.parse(String(data))).toEqual({
        name: 'records.changed',
        payload: { kind: 'post', ids: [] },
      });
    }
    const [talker, other] = sockets;
    const closed = once(talker as WebSocket, 'close');
    talker?.send('hello');
    expect((await closed)[0]).toBe(1003);
    other?.terminate();
  });
});

describe('the port', () => {
  it('answers on [::1] too where the machine has it', async (context) => {
    const headers = { host: `[::1]:${host.port}`, cookie };
    const answer = await send('/', { headers, address: '::1' }).catch(() => null);
    if (!answer) return context.skip('no IPv6 loopback here');
    expect(answer.status).toBe(200);
  });

  it('says in one sentence when it is taken', async () => {
    const again = startWebHost({ studio: stub.studio, renderer: stub.renderer, port: host.port });
    await expect(again).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('closes every connection', async () => {
    const other = await startWebHost({ studio: stub.studio, renderer: stub.renderer });
    const before = stub.reached.listeners;
    await other.close();
    expect(stub.reached.listeners).toBe(before - 1);
    await expect(fetch(other.origin)).rejects.toThrow();
  });
});
