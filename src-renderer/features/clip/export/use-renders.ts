import { useEffect, useState } from 'react';
import { onEvent } from '#renderer/bridge/client.ts';
import { type CallState, useCall } from '#renderer/bridge/use-call.ts';
import type { Render } from '#shared/contract/renders.ts';
import type { Job } from '#shared/domain/job.ts';

/** The render queue, of one clip or of all, newest first; read again when it changes. */
export function useRenders(clipId: string | null): CallState<Render[]> {
  return useCall(
    'renders.list',
    clipId === null ? {} : { clipId },
    ['records.changed', 'workspace.changed'],
    {
      concerns: ({ kind }) => kind === 'render',
      quiet: 30,
    },
  );
}

/** A job as it goes on; null until it says something, and without one. */
export function useJob(jobId: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  useEffect(() => {
    if (jobId === null) return;
    return onEvent('job.changed', (changed) => {
      if (changed.id === jobId) setJob(changed);
    });
  }, [jobId]);
  return job?.id === jobId ? job : null;
}

export const isOpen = ({ state }: Pick<Render, 'state'>): boolean =>
  state === 'queued' || state === 'running';
