import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { call, currentTransport, onEvent } from '#renderer/bridge/client.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { keepSame } from './arrange.ts';

/** Milliseconds within which announcements of changes are read as one. */
const settleTime = 60;
/** Milliseconds of quiet after which the neighbouring months are fetched. */
const idleTime = 250;
const rangesKept = 8;
const nothing: readonly PlanEntry[] = [];

export interface Range {
  from: Day;
  /** Exclusive. */
  to: Day;
}

export interface Plan {
  /** undefined until the range was fetched once. */
  posts: readonly PlanEntry[] | undefined;
  failure: GalleyError | undefined;
  reload(): void;
  /** Shows a change before the studio has confirmed it; the next answer replaces it. */
  patch(change: (posts: readonly PlanEntry[]) => readonly PlanEntry[]): void;
  /** Runs a change; answers that arrive meanwhile may be older than it and are asked for again. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

const keyOf = ({ from, to }: Range, zone: string): string => `${from} ${to} ${zone}`;

/** Runs `listener` once after a burst of changed posts, and when a lost connection returns. */
export function usePostChanges(listener: () => void): void {
  const latest = useRef(listener);
  useLayoutEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), settleTime);
    };
    const stops = [
      onEvent('records.changed', soon),
      onEvent('workspace.changed', soon),
      currentTransport().onConnection((connected) => connected && soon()),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
}

/** The entries of the shown range (null: none are wanted), kept in step with the studio; `neighbours` are fetched when there is time. */
export function usePlan(range: Range | null, zone: string, neighbours: readonly Range[]): Plan {
  const [cache] = useState(() => new Map<string, readonly PlanEntry[]>());
  const running = useRef(0);
  /** Counts the beginnings and ends of changes. */
  const version = useRef(0);
  const [, redraw] = useState(0);
  const [round, setRound] = useState(0);
  const [failure, setFailure] = useState<GalleyError>();
  const key = range === null ? '' : keyOf(range, zone);
  const current = useRef(key);
  useLayoutEffect(() => {
    current.current = key;
  });
  const neighbourKeys = neighbours.map(({ from, to }) => `${from} ${to}`).join();
  const reload = useCallback(() => setRound((count) => count + 1), []);

  const keep = useCallback(
    (name: string, posts: readonly PlanEntry[]): void => {
      const old = cache.get(name);
      cache.delete(name);
      cache.set(name, old ? keepSame(old, posts) : posts);
      for (const oldest of cache.keys()) {
        if (cache.size <= rangesKept) break;
        cache.delete(oldest);
      }
    },
    [cache],
  );

  const ask = useCallback(
    async (name: string): Promise<void> => {
      const [from = '', to = '', inZone = ''] = name.split(' ');
      const asked = version.current;
      const posts = await call('plan.range', { from: `${from}T00:00`, to: `${to}T00:00`, zone: inZone });
      // An answer from before a change would show what was; the change asks again when it is done.
      if (asked === version.current) keep(name, posts);
    },
    [keep],
  );

  useEffect(() => {
    if (key === '') return;
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    ask(key).then(
      () => {
        if (!live) return;
        setFailure(undefined);
        redraw((count) => count + 1);
        timer = setTimeout(() => {
          for (const each of neighbourKeys.split(',')) {
            const name = `${each} ${zone}`;
            if (each !== '' && !cache.has(name)) ask(name).catch(() => undefined);
          }
        }, idleTime);
      },
      (error: unknown) => {
        if (live) setFailure(asGalleyError(error));
      },
    );
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [key, round, ask, neighbourKeys, zone, cache]);

  usePostChanges(() => {
    for (const name of cache.keys()) if (name !== current.current) cache.delete(name);
    if (running.current === 0) reload();
  });

  const patch = useCallback<Plan['patch']>(
    (change) => {
      const posts = cache.get(current.current);
      if (!posts) return;
      cache.set(current.current, change(posts));
      redraw((count) => count + 1);
    },
    [cache],
  );

  const during = useCallback<Plan['during']>(
    async (work) => {
      running.current += 1;
      version.current += 1;
      try {
        return await work();
      } finally {
        running.current -= 1;
        version.current += 1;
        if (running.current === 0) reload();
      }
    },
    [reload],
  );

  return { posts: key === '' ? nothing : cache.get(key), failure, reload, patch, during };
}
