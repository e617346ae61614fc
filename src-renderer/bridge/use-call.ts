import { useCallback, useEffect, useRef, useState } from 'react';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { CallInput, CallOutput, EventName, PlainName } from '#shared/contract/index.ts';
import { call, currentTransport } from './client.ts';

export interface CallState<T> {
  /** The last answer; kept on screen while a newer one is fetched, so that nothing jumps. */
  data: T | undefined;
  failure: GalleyError | undefined;
  loading: boolean;
  reload(): void;
}

/**
 * The answer of a query, asked again when its input changes, when one of `refreshOn` is announced,
 * and when a lost connection returns. `input` null asks nothing.
 */
export function useCall<N extends PlainName>(
  name: N,
  input: CallInput<N> | null,
  refreshOn: readonly EventName[] = [],
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

  useEffect(() => {
    if (key === 'null') return;
    latest.current += 1;
    const mine = latest.current;
    call(name, JSON.parse(key) as CallInput<N>).then(
      (data) => {
        if (mine === latest.current) setState({ data, failure: undefined, asking });
      },
      (error: unknown) => {
        if (mine !== latest.current) return;
        const failure =
          error instanceof GalleyError ? error : new GalleyError('internal', toFailure(error).message);
        setState((before) => ({ ...before, failure, asking }));
      },
    );
  }, [name, key, asking]);

  useEffect(() => {
    const names = eventKey.split(' ');
    const stopEvents = currentTransport().onEvent((event) => {
      if (names.includes(event)) reload();
    });
    const stopConnection = currentTransport().onConnection((connected) => {
      if (connected) reload();
    });
    return () => {
      stopEvents();
      stopConnection();
    };
  }, [eventKey, reload]);

  return {
    data: state.data,
    failure: state.failure,
    loading: input !== null && state.asking !== asking,
    reload,
  };
}
