import { useSyncExternalStore } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import type { CallInput, CallOutput } from '#shared/contract/index.ts';
import { asGalleyError, GalleyError, isCancellation } from '#shared/contract/failure.ts';

/** One export, from asking for it to its files. Exports wait for each other in the studio's queue. */
export interface ExportRun {
  id: number;
  designId: string;
  /** Files that will come. */
  expected: number;
  /** 0 to 1; null while it waits. */
  progress: number | null;
  result: CallOutput<'designs.render'> | null;
  failure: GalleyError | null;
  cancel: () => void;
}

let runs: readonly ExportRun[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ExportRun[]): void {
  runs = next;
  for (const listener of listeners) listener();
}

function change(id: number, fields: Partial<ExportRun>): void {
  set(runs.map((run) => (run.id === id ? { ...run, ...fields } : run)));
}

/**
 * Starts an export, which goes on when the dialog is closed. `settle` is called when its files are there.
 */
export async function startExport(
  input: CallInput<'designs.render'>,
  expected: number,
  settle: (result: CallOutput<'designs.render'>) => void,
): Promise<void> {
  lastId += 1;
  const id = lastId;
  const control = new AbortController();
  const run: ExportRun = {
    id,
    designId: input.id,
    expected,
    progress: null,
    result: null,
    failure: null,
    cancel: () => control.abort(),
  };
  // The newest first; what is done makes room after a while.
  set([run, ...runs].slice(0, 8));
  try {
    const result = await runJob('designs.render', input, {
      signal: control.signal,
      onProgress: (job) => {
        if (job.state === 'running') change(id, { progress: job.total === 0 ? 0 : job.done / job.total });
      },
    });
    change(id, { result, progress: 1 });
    settle(result);
  } catch (error) {
    if (isCancellation(error)) set(runs.filter((each) => each.id !== id));
    else {
      const failure = asGalleyError(error);
      change(id, { failure });
    }
  }
}

export function dismissRun(id: number): void {
  set(runs.filter((run) => run.id !== id));
}

/** The exports of a design in this window, the newest first. */
export function useExportRuns(designId: string): ExportRun[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => runs,
  );
  return all.filter((run) => run.designId === designId);
}
