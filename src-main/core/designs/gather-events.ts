import type { EventPayload } from '#shared/contract/index.ts';
import type { Events } from '#main/ports/events.ts';

/** Milliseconds between events: thousands of rows would otherwise make every list read itself thousands of times. */
const eventEvery = 250;

type Changed = EventPayload<'records.changed'>;

/**
 * Events that wait until `flush`, so that windows hear of changed records a few times a second, and only of
 * what was committed. Everything else passes at once.
 */
export function gatherEvents(events: Events): { events: Events; flush(force: boolean): void } {
  const changed = new Map<Changed['kind'], string[]>();
  let last = 0;
  return {
    events: {
      emit(name, payload) {
        if (name !== 'records.changed') return events.emit(name, payload);
        const { kind, ids } = payload as Changed;
        changed.set(kind, [...(changed.get(kind) ?? []), ...ids]);
      },
      subscribe: (listener) => events.subscribe(listener),
    },
    flush(force) {
      if (!force && Date.now() - last < eventEvery) return;
      last = Date.now();
      for (const [kind, ids] of changed) events.emit('records.changed', { kind, ids });
      changed.clear();
    },
  };
}
