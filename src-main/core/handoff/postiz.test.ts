import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#shared/domain/id.ts';
import { createTestStudio, type TestStudio } from '../testing/studio.ts';

/** A server that speaks the part of Postiz's public API that is used, and keeps what it was sent. */
let server: Server;
let address = '';
let asked: { method: string; url: string; key: string; body: Buffer }[] = [];
let team: TestStudio;

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const key = request.headers.authorization ?? '';
    const answer = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    read(request).then(
      (body) => {
        asked.push({ method, url, key, body });
        if (key !== 'secret') answer(401, { message: 'no' });
        else if (!url.startsWith('/api/public/v1/')) answer(404, {});
        else if (url.endsWith('/integrations'))
          answer(200, [
            { id: 'c1', name: 'Our X', identifier: 'x', disabled: false },
            { id: 'c2', name: 'Page', identifier: 'linkedin-page' },
            { id: 'c3', name: 'Off', identifier: 'x', disabled: true },
          ]);
        else if (url.endsWith('/upload')) answer(201, { id: 'm1', path: 'https://files.example/m1.jpg' });
        else answer(201, [{ postId: 'd1', integration: 'c1' }]);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  team = await createTestStudio();
});
afterEach(async () => {
  await team.remove();
  server.closeAllConnections();
  server.close();
});

it('is off until it is configured, and asks nothing', async () => {
  expect(await team.call('postiz.settings', {})).toEqual({ server: '', hasKey: false });
  await expect(team.call('postiz.channels', {})).rejects.toMatchObject({ code: 'unavailable' });
  expect(asked).toEqual([]);
});

it('keeps the key to itself and to the user', async () => {
  expect(await team.call('postiz.configure', { server: address, key: 'secret' })).toEqual({
    server: address,
    hasKey: true,
  });
  expect(statSync(join(team.folder, 'settings', 'postiz.json')).mode & 0o077).toBe(0);
  expect(await team.call('postiz.channels', {})).toEqual([
    { id: 'c1', name: 'Our X', platform: 'x' },
    { id: 'c2', name: 'Page', platform: 'linkedin' },
  ]);
  await team.call('postiz.configure', { server: '' });
  expect(await team.call('postiz.settings', {})).toEqual({ server: '', hasKey: false });
});

it('says that the key was refused, and that nobody answers', async () => {
  await team.call('postiz.configure', { server: address, key: 'wrong' });
  await expect(team.call('postiz.channels', {})).rejects.toMatchObject({
    code: 'unavailable',
    detail: { status: 401 },
  });
  await team.call('postiz.configure', { server: 'http://127.0.0.1:9', key: 'secret' });
  await expect(team.call('postiz.channels', {})).rejects.toMatchObject({ code: 'unavailable' });
  await team.call('postiz.configure', { server: 'http://postiz.example.com', key: 'secret' });
  await expect(team.call('postiz.channels', {})).rejects.toMatchObject({ code: 'invalid-input' });
});

it('uploads the rendered picture and makes a draft with the comment as the second part', async () => {
  await team.call('postiz.configure', { server: `${address}/`, key: 'secret' });
  const path = join(team.folder, 'photo.png');
  await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c33' } })
    .png()
    .toFile(path);
  const { imported } = await team.job('assets.import', { sources: [{ kind: 'path', path }] });
  const post = await team.call('posts.create', {
    change: {
      body: 'Look at this',
      firstComment: 'More at the shop',
      attachments: [
        {
          id: newId(),
          kind: 'asset',
          refId: imported[0]?.id ?? '',
          alt: 'red',
          crop: null,
          trim: null,
          coverAt: null,
        },
      ],
      targets: [{ format: 'x/post' }],
    },
    schedule: { local: '2026-12-01T09:00', zone: 'Asia/Shanghai' },
  });
  const targetId = post.targets[0]?.id ?? '';
  const { drafts } = await team.job('postiz.draft', {
    postId: post.id,
    channels: [{ targetId, channelId: 'c1' }],
  });
  expect(drafts).toEqual([{ targetId, draftId: 'd1' }]);
  const upload = asked.find(({ url, method }) => url === '/api/public/v1/upload' && method === 'POST');
  expect(upload?.body.toString('latin1')).toContain('name="file"; filename="01.');
  const sent = asked.findLast(({ url }) => url === '/api/public/v1/posts');
  expect(JSON.parse(sent?.body.toString() ?? '')).toMatchObject({
    type: 'draft',
    date: '2026-12-01T01:00:00.000Z',
    posts: [
      {
        integration: { id: 'c1' },
        value: [
          { content: 'Look at this', image: [{ id: 'm1' }] },
          { content: 'More at the shop', image: [] },
        ],
        settings: { __type: 'x' },
      },
    ],
  });
  expect(asked.every(({ key }) => key === 'secret')).toBe(true);
});
