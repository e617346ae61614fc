import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import type { CallInput, CallOutput, EventName, EventPayload, PlainName } from '#shared/contract/index.ts';
import { call, currentTransport } from './client.ts';

export interface CallState<T> {
  /** The last answer; kept on screen while a newer one is fetched, so that nothing jumps. */
  data: T | undefined;
  failure: GalleyError | undefined;
  loading: boolean;
  reload(): void;
}

/** Which announcements are worth asking again for. */
export interface Refreshing {
  /** False for changed records that have nothing to do with the question. */
  concerns?(records: EventPayload<'records.changed'>): boolean;
  /** Milliseconds of quiet after an announcement before the question is asked again; 0 by default. */
  quiet?: number;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The answer of a query, asked again when its input changes, when one of `refreshOn` is announced,
 * and when a lost connection returns. `input` null asks nothing.
 */
export function useCall<N extends PlainName>(
  name: N,
  input: CallInput<N> | null,
  refreshOn: readonly EventName[] = [],
  { concerns, quiet = 0 }: Refreshing = {},
): CallState<CallOutput<N>> {
  const [state, setState] = useState<{
    data: CallOutput<N> | undefined;
    failure: GalleyError | undefined;
    /** Which asking this answers. */
    asking: string;
  }>({ data: undefined, failure: undefined, asking: '' });
  const [round, setRound] = useState(0);
  const key = JSON.stringify(input);
  const asking = `${name} ${round} ${key}`;
  const eventKey = refreshOn.join(' ');
  const latest = useRef(0);
  const reload = useCallback(() => setRound((count) => count + 1), []);

  const ask = useEffectEvent((answering: string) => {
    if (key === 'null') return;
    latest.current += 1;
    const mine = latest.current;
    call(name, JSON.parse(key) as CallInput<N>).then(
      (data) => {
        if (mine !== latest.current) return;
        // The same answer again draws nothing again: most announcements are about something else.
        setState((before) =>
          before.asking === answering && !before.failure && same(before.data, data)
            ? before
            : { data, failure: undefined, asking: answering },
        );
      },
      (error: unknown) => {
        if (mine !== latest.current) return;
        const failure = asGalleyError(error);
        setState((before) => ({ ...before, failure, asking: answering }));
      },
    );
  });
  useEffect(() => ask(asking), [asking]);
  const askAgain = useEffectEvent(() => ask(asking));

  const isConcerned = useEffectEvent(
    (event: EventName, payload: unknown) =>
      event !== 'records.changed' || !concerns || concerns(payload as EventPayload<'records.changed'>),
  );
  useEffect(() => {
    const names = eventKey.split(' ');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopEvents = currentTransport().onEvent((event, payload) => {
      if (!names.includes(event) || !isConcerned(event, payload)) return;
      clearTimeout(timer);
      if (quiet === 0) askAgain();
      else timer = setTimeout(askAgain, quiet);
    });
    const stopConnection = currentTransport().onConnection((connected) => {
      if (connected) askAgain();
    });
    return () => {
      clearTimeout(timer);
      stopEvents();
      stopConnection();
    };
  }, [eventKey, quiet]);

  return {
    data: state.data,
    failure: state.failure,
    loading: input !== null && state.asking !== asking,
    reload,
  };
}
