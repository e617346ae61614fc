import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { type Autosave, createAutosave, type SaveState } from '#renderer/document/autosave.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import type { KitBody, KitItem, KitKind } from '#shared/kit/schema.ts';

interface Change<K extends KitKind> {
  name?: string;
  body: Partial<KitBody<K>>;
}

/** A kept thing that is edited: what is shown, and whether it is stored. */
export interface Kept<K extends KitKind> {
  name: string;
  body: KitBody<K>;
  change(part: Partial<KitBody<K>>): void;
  rename(name: string): void;
  state: SaveState;
  /** Another window changed the same fields. */
  conflict: boolean;
  keepMine(): void;
  takeTheirs(): void;
  flush(): Promise<void>;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

class Session<K extends KitKind> {
  base: KitItem<K>;
  mine: Change<K> = { body: {} };
  theirs: KitItem<K> | null = null;
  shown: { name: string; body: KitBody<K> };
  autosave: Autosave<Change<K>>;
  listeners = new Set<() => void>();

  constructor(item: KitItem<K>) {
    this.base = item;
    this.shown = { name: item.name, body: item.body };
    this.autosave = createAutosave<Change<K>>(
      (change) => this.store(change),
      (earlier, later) => ({ ...earlier, ...later, body: { ...earlier.body, ...later.body } }),
    );
    this.autosave.subscribe(() => this.announce());
  }

  announce(): void {
    this.shown = {
      name: this.mine.name ?? this.base.name,
      body: { ...this.base.body, ...this.mine.body },
    };
    for (const listener of this.listeners) listener();
  }

  push(part: Change<K>): void {
    this.mine = { ...this.mine, ...part, body: { ...this.mine.body, ...part.body } };
    this.autosave.push(part);
    this.announce();
  }

  async store(change: Change<K>): Promise<void> {
    const { kind, id } = this.base;
    const send = async (): Promise<KitItem> =>
      (
        await call('plan.saveKit', {
          kind,
          id,
          revision: this.base.revision,
          name: (change.name ?? this.base.name).trim() || this.base.name,
          body: { ...this.base.body, ...change.body },
        })
      ).item;
    let stored: KitItem;
    try {
      stored = await send();
    } catch (error) {
      if (!(error instanceof GalleyError) || error.code !== 'conflict') throw error;
      const { current } = error.detail as { current: KitItem<K> };
      if (this.touches(change, current)) {
        this.theirs = current;
        throw error;
      }
      this.base = current;
      stored = await send();
    }
    this.base = stored as KitItem<K>;
    this.settle(change);
  }

  /** Whether both sides changed one field to different values. */
  touches(change: Change<K>, current: KitItem<K>): boolean {
    const keys = Object.keys(change.body) as (keyof KitBody<K>)[];
    return (
      (change.name !== undefined && current.name !== this.base.name && current.name !== change.name) ||
      keys.some(
        (key) => !same(current.body[key], this.base.body[key]) && !same(current.body[key], change.body[key]),
      )
    );
  }

  /** What was stored is no longer only here, unless it was changed again meanwhile. */
  settle(change: Change<K>): void {
    const body = { ...this.mine.body };
    for (const key of Object.keys(change.body) as (keyof KitBody<K>)[])
      if (same(body[key], change.body[key])) delete body[key];
    const renamed = this.mine.name !== undefined && this.mine.name !== change.name;
    this.mine = { ...(renamed ? { name: this.mine.name ?? '' } : {}), body };
    this.announce();
  }

  /** Newer state from elsewhere: undo, another window. */
  adopt(item: KitItem<K>): void {
    if (item.revision <= this.base.revision || this.autosave.state().state !== 'saved') return;
    this.base = item;
    this.announce();
  }

  choose(keep: boolean): void {
    if (!this.theirs) return;
    this.base = this.theirs;
    this.theirs = null;
    if (keep) this.autosave.retry();
    else {
      this.mine = { body: {} };
      this.autosave.discard();
    }
    this.announce();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** Edits a kept thing in place: stored soon after typing stops, as steps of the plan's undo. */
export function useKept<K extends KitKind>(item: KitItem<K>): Kept<K> {
  const [session] = useState(() => new Session<K>(item));
  const shown = useSyncExternalStore(session.subscribe, () => session.shown);
  const { state } = session.autosave.state();
  useEffect(() => session.adopt(item), [session, item, state]);
  useEffect(
    () => () => {
      session.autosave.flush().then(() => session.autosave.close(), notifyFailure);
    },
    [session],
  );
  return useMemo(
    () => ({
      ...shown,
      state,
      conflict: state === 'conflict',
      change: (body) => session.push({ body }),
      rename: (name) => session.push({ name, body: {} }),
      keepMine: () => session.choose(true),
      takeTheirs: () => session.choose(false),
      flush: () => session.autosave.flush(),
    }),
    [session, shown, state],
  );
}
