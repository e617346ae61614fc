import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { GalleyBridge } from '#shared/contract/bridge.ts';
import { createPreloadDouble } from './double.ts';

const file = join(import.meta.dirname, '../../out/preload/preload.cjs');

/** Runs the built preload as Electron's sandbox does: CommonJS, no Node, a `require` that knows one module. */
function load() {
  const double = createPreloadDouble();
  const require = (name: string): unknown => {
    if (name === 'electron') return double.modules;
    throw new Error(`a sandboxed preload cannot require ${name}`);
  };
  runInNewContext(readFileSync(file, 'utf8'), { require, exports: {}, module: { exports: {} } });
  return { ...double, bridge: double.exposed.galley as GalleyBridge };
}

describe('the built preload', () => {
  it('puts one bridge into the page, of functions only', () => {
    const { exposed, bridge } = load();
    expect(Object.keys(exposed)).toEqual(['galley']);
    const { host, ...rest } = bridge;
    expect(host).toBe('electron');
    expect(Object.keys(rest).toSorted()).toEqual(['call', 'on', 'onFlush', 'pathForFile']);
    for (const member of Object.values(rest)) expect(typeof member).toBe('function');
  });

  it('calls on one fixed channel', async () => {
    const { bridge, invoked } = load();
    expect(await bridge.call('posts.list', { limit: 1 })).toEqual({ ok: true, value: {} });
    expect(invoked).toEqual([{ channel: 'galley:call', words: ['posts.list', { limit: 1 }] }]);
  });

  it('passes events on without the event object, until told to stop', () => {
    const { bridge, ipc } = load();
    const heard: unknown[][] = [];
    const stop = bridge.on((...words) => heard.push(words));
    ipc.emit('galley:event', { sender: 'secret' }, 'workspace.changed', {});
    stop();
    ipc.emit('galley:event', {}, 'workspace.changed', {});
    expect(heard).toEqual([['workspace.changed', {}]]);
  });

  it('answers a flush when every part of the page is done, also when one fails', async () => {
    const { bridge, ipc, sent } = load();
    const slow = Promise.withResolvers<void>();
    bridge.onFlush(() => slow.promise);
    bridge.onFlush(() => Promise.reject(new Error('failed')));
    const stop = bridge.onFlush(() => new Promise(() => {}));
    stop();
    ipc.emit('galley:flush', {}, 7);
    await Promise.resolve();
    expect(sent).toEqual([]);
    slow.resolve();
    await expect.poll(() => sent).toEqual([{ channel: 'galley:flushed', words: [7] }]);
  });

  it('tells the path of a dropped file', () => {
    expect(load().bridge.pathForFile({})).toBe('/picked/photo.jpg');
  });
});

describe('the built renderer', () => {
  it('asks for media at its own origin: another scheme would taint canvases and block fonts', () => {
    const folder = join(import.meta.dirname, '../../out/renderer');
    const scripts = globSync('assets/*.js', { cwd: folder });
    expect(scripts.length).toBeGreaterThan(0);
    const foreign = scripts.filter((name) =>
      readFileSync(join(folder, name), 'utf8').includes('galley-media:'),
    );
    expect(foreign).toEqual([]);
  });
});
