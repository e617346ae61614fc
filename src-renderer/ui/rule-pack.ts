import { useSyncExternalStore } from 'react';
import { call } from '#renderer/bridge/client.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

let pack: RulePack | undefined;
let asked = false;
const listeners = new Set<() => void>();

function ask(): void {
  if (asked) return;
  asked = true;
  call('platforms.pack', {}).then(
    (answer) => {
      pack = answer;
      for (const listener of listeners) listener();
    },
    () => {
      asked = false;
    },
  );
}

/** The platform rules, fetched once per window; undefined until they are here. */
export function useRulePack(): RulePack | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      ask();
      return () => listeners.delete(listener);
    },
    () => pack,
  );
}
