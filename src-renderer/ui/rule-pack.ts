import { useSyncExternalStore } from 'react';
import { call, currentTransport } from '#renderer/bridge/client.ts';
import type { EventPayload } from '#shared/contract/index.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** Milliseconds of quiet after a change before the rules are fetched again. */
const quiet = 60;

let pack: RulePack | undefined;
/** The answer that `pack` was read from: the same rules again draw nothing again. */
let text = '';
let latest = 0;
let listening = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function fetchPack(): void {
  latest += 1;
  const mine = latest;
  call('platforms.pack', {}).then(
    (answer) => {
      const next = JSON.stringify(answer);
      if (mine !== latest || next === text) return;
      text = next;
      pack = answer;
      for (const listener of listeners) listener();
    },
    // The old rules stay; they are asked for again with the next change or connection.
    () => undefined,
  );
}

function fetchSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(fetchPack, quiet);
}

function listen(): void {
  if (listening) return;
  listening = true;
  const transport = currentTransport();
  transport.onEvent((event, payload) => {
    const isKit = event === 'records.changed' && (payload as EventPayload<'records.changed'>).kind === 'kit';
    if (isKit || event === 'workspace.changed') fetchSoon();
  });
  transport.onConnection((connected) => {
    if (connected) fetchSoon();
  });
  fetchPack();
}

/**
 * The rules of the workspace: what was shipped with its own platforms and changes. Fetched once per window and again
 * when something kept for posts changes; undefined until they are here, and the same object while nothing changed.
 */
export function useRulePack(): RulePack | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      listen();
      return () => listeners.delete(listener);
    },
    () => pack,
  );
}
