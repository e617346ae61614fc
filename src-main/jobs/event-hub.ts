import type { EventName, EventPayload } from '#shared/contract/index.ts';
import type { Events } from '#main/ports/events.ts';

export function createEventHub(): Events {
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  return {
    emit: <N extends EventName>(name: N, payload: EventPayload<N>) => {
      for (const listener of listeners) listener(name, payload);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
