import { useEffect, useMemo, useRef, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Loudness } from '#shared/contract/clip-work.ts';
import { asGalleyError, GalleyError, isCancellation } from '#shared/contract/failure.ts';

/** What decides how an edit sounds. */
function soundKey(edit: ClipEdit): string {
  const segments = edit.segments.map(({ picture: _picture, name: _name, ...rest }) => rest);
  return JSON.stringify([segments, edit.sounds ?? [], edit.muted ?? false]);
}

const kept = 6;
/** Measurements of the last few edits: the panel can be closed and opened again. */
const known = new Map<string, Loudness>();

function remember(key: string, measured: Loudness): void {
  known.set(key, measured);
  const oldest = known.keys().next().value;
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
}

interface Running {
  done: number;
  total: number;
}

/** Measures how loud an edit is, on wish; `stale` when the edit sounds different since. */
export function useLoudness(edit: ClipEdit): {
  measured: Loudness | null;
  stale: boolean;
  running: Running | null;
  failure: GalleyError | null;
  measure(): void;
  cancel(): void;
} {
  const key = useMemo(() => soundKey(edit), [edit]);
  const [last, setLast] = useState<string | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const measure = async (): Promise<void> => {
    abort.current?.abort();
    const stop = new AbortController();
    abort.current = stop;
    setRunning({ done: 0, total: 0 });
    setFailure(null);
    try {
      const onProgress = ({ done, total }: Running): void => setRunning({ done, total });
      remember(key, await runJob('clips.loudness', { edit }, { signal: stop.signal, onProgress }));
      setLast(key);
    } catch (error) {
      if (!isCancellation(error)) setFailure(asGalleyError(error));
    } finally {
      if (abort.current === stop) setRunning(null);
    }
  };
  const current = known.get(key);
  const measured = current ?? (last === null ? null : (known.get(last) ?? null));
  return {
    measured,
    stale: measured !== null && current === undefined,
    running,
    failure,
    measure: () => void measure(),
    cancel: () => abort.current?.abort(),
  };
}
