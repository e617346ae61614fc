import { useSyncExternalStore } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';

/** A folder that could not be opened, and why; shown where the user is looking until it is closed or solved. */
export interface OpenProblem {
  path: string;
  failure: GalleyError;
}

let problem: OpenProblem | null = null;
const listeners = new Set<() => void>();

function show(next: OpenProblem | null): void {
  problem = next;
  for (const listener of listeners) listener();
}

const current = (): OpenProblem | null => problem;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOpenProblem(): OpenProblem | null {
  return useSyncExternalStore(subscribe, current);
}

export const closeOpenProblem = (): void => show(null);

/** Keeps a failure for the window to show; every other thrown thing becomes one. */
export function keepOpenProblem(path: string, error: unknown): void {
  show({
    path,
    failure: asGalleyError(error),
  });
}

/** Opens the workspace in that folder; what stands in the way is kept as the window's problem. */
export async function openWorkspaceAt(path: string): Promise<void> {
  show(null);
  try {
    await call('workspace.open', { path });
  } catch (error) {
    keepOpenProblem(path, error);
  }
}
