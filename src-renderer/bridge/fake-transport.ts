import { toFailure, GalleyError } from '#shared/contract/failure.ts';
import type { CallInput, CallName, EventName, EventPayload } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/system.ts';
import { fakeAssets, fakeClips, fakeDesigns, fakePicture, fakePosts } from './fake-data.ts';
import type { Transport } from './transport.ts';
import { fakeRulePack } from './fake-rule-pack.ts';
import type { Workspace } from './types.ts';

/**
 * A small studio in memory for developing screens (`?fake`, `?fake=empty`, `?fake=first`); never in the product's
 * bundle. Calls it does not know fail as `unavailable`.
 */
export function createFakeTransport(): Transport {
  const mode = new URLSearchParams(location.search).get('fake');
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  const emit = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    for (const listener of listeners) listener(name, payload);
  };
  const empty = mode === 'empty';
  const posts = empty ? [] : [...fakePosts];
  const assets = empty ? [] : [...fakeAssets];
  const designs = empty ? [] : fakeDesigns;
  const clips = empty ? [] : fakeClips;
  let settings: Settings = {
    language: 'system',
    theme: 'system',
    density: 'compact',
    ffmpegPath: '',
    weekStart: null,
    reminders: true,
    reminderMinutes: 10,
    systemNotifications: true,
    keepInTray: false,
  };
  let open = mode !== 'first';
  const workspace = (): Workspace => ({
    id: '01900000-0000-7000-8000-000000000000',
    name: 'Harbour Café',
    path: '/home/you/Galley/Harbour Café',
    zone: 'Asia/Shanghai',
    readOnly: false,
    isSample: true,
    counts: { posts: posts.length, designs: designs.length, clips: clips.length, assets: assets.length },
    warnings: [],
  });
  const trash = <T extends { id: string; trashedAt: string | null }>(
    items: T[],
    kind: 'post' | 'asset',
    ids: readonly string[],
    at: string | null,
  ): void => {
    for (const [index, item] of items.entries())
      if (ids.includes(item.id)) items[index] = { ...item, trashedAt: at };
    emit('records.changed', { kind, ids: [...ids] });
  };
  const page = <T extends { trashedAt: string | null }>(
    items: readonly T[],
    input: { search?: string; trashed?: boolean },
  ) => {
    const search = (input.search ?? '').toLowerCase();
    const found = items.filter(
      (item) =>
        (item.trashedAt !== null) === (input.trashed ?? false) &&
        (search === '' || JSON.stringify(item).toLowerCase().includes(search)),
    );
    return { items: found, total: found.length };
  };

  const handlers: { [N in CallName]?: (input: CallInput<N>) => unknown } = {
    'settings.get': () => settings,
    'settings.set': (change) => {
      settings = { ...settings, ...change };
      emit('settings.changed', settings);
      return settings;
    },
    'workspace.current': () => (open ? workspace() : null),
    'workspace.recent': () => [
      { name: 'Harbour Café', path: workspace().path, openedAt: new Date().toISOString(), exists: true },
      { name: 'Old notes', path: '/media/usb/Old notes', openedAt: new Date().toISOString(), exists: false },
    ],
    'workspace.suggestFolder': ({ name }) => ({ path: `/home/you/Galley/${name}` }),
    'workspace.create': () => {
      open = true;
      emit('workspace.changed', {});
      return workspace();
    },
    'workspace.close': () => {
      open = false;
      emit('workspace.changed', {});
      return {};
    },
    'system.host': () => ({
      host: 'web',
      version: '0.1.0',
      platform: 'linux',
      language: 'en',
      zone: 'Asia/Shanghai',
      dialogs: false,
    }),
    'jobs.list': () => [],
    'platforms.pack': fakeRulePack,
    'posts.list': (input) => {
      const listed = page(posts, input);
      const items = listed.items.filter((post) => input.status === undefined || post.status === input.status);
      return { items, total: items.length };
    },
    'posts.trash': ({ ids }) => {
      trash(posts, 'post', ids, new Date().toISOString());
      return { undoable: true, label: null };
    },
    'posts.restore': ({ ids }) => {
      trash(posts, 'post', ids, null);
      return { undoable: true, label: null };
    },
    'plan.range': ({ from, to }) =>
      posts.filter(
        ({ schedule, trashedAt }) =>
          schedule !== null && !trashedAt && schedule.local >= from && schedule.local < to,
      ),
    'designs.list': (input) => page(designs, input),
    'clips.list': (input) => page(clips, input),
    'designs.templates': () => [],
    'assets.list': (input) => {
      const listed = page(assets, input);
      const items = listed.items.filter((asset) => input.kind === undefined || asset.kind === input.kind);
      const offset = input.offset ?? 0;
      return { items: items.slice(offset, offset + (input.limit ?? 200)), total: items.length };
    },
    'assets.get': ({ id }) => assets.find((asset) => asset.id === id),
    'assets.update': ({ id, ...change }) => {
      const index = assets.findIndex((asset) => asset.id === id);
      const before = assets[index];
      if (before) assets[index] = { ...before, ...change, revision: before.revision + 1 };
      emit('records.changed', { kind: 'asset', ids: [id] });
      return assets[index];
    },
    'assets.trash': ({ ids }) => {
      trash(assets, 'asset', ids, new Date().toISOString());
      return {};
    },
    'assets.restore': ({ ids }) => {
      trash(assets, 'asset', ids, null);
      return {};
    },
    'assets.usedIn': () => [{ kind: 'post', id: fakePosts[0]?.id, title: '早市第一锅豆浆' }],
  };

  return {
    kind: 'web',
    async call(name, input) {
      try {
        const handler = handlers[name as CallName] as ((input: unknown) => unknown) | undefined;
        if (!handler)
          throw new GalleyError('unavailable', { en: `No ${name} here.`, zh: `此处没有 ${name}。` });
        return { ok: true, value: await handler(input ?? {}) };
      } catch (error) {
        return { ok: false, failure: toFailure(error) };
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection: () => () => undefined,
    mediaUrl: fakePicture,
    offer: () => Promise.resolve({ kind: 'upload', uploadId: crypto.randomUUID() }),
  };
}
