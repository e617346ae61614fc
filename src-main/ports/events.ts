import type { EventName, EventPayload } from '#shared/contract/index.ts';

export interface Events {
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Answers the function that ends the subscription. */
  subscribe(listener: (name: EventName, payload: unknown) => void): () => void;
}
