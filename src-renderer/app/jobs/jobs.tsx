import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { call, currentTransport, errorOf, onEvent } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Job } from '#shared/domain/job.ts';

const JobsContext = createContext<readonly Job[]>([]);

/** Parts of a screen that says itself what became of them. */
const shownInPlace = new Set(['clips.playback', 'clips.filmstrip', 'clips.waveform', 'workspace.openSample']);

/** All jobs the core knows, newest last; filled at start and after a lost connection, then kept by events. */
export function JobsProvider({ children }: { children: ReactNode }) {
  const [byId, setById] = useState<ReadonlyMap<string, Job>>(new Map());

  useEffect(() => {
    const read = (): void => {
      call('jobs.list', {}).then((jobs) => setById(new Map(jobs.map((job) => [job.id, job]))), notifyFailure);
    };
    read();
    const stops = [
      onEvent('job.changed', (job) => {
        setById((before) => new Map(before).set(job.id, job));
        // Said once even when the screen that started it says it too: the same sentence is the same note.
        if (job.state === 'failed' && job.failure && !shownInPlace.has(job.kind))
          notifyFailure(errorOf(job.failure));
      }),
      onEvent('job.dismissed', ({ id }) =>
        setById((before) => new Map([...before].filter(([key]) => key !== id))),
      ),
      onEvent('problem', (failure) => notifyFailure(errorOf(failure))),
      currentTransport().onConnection((connected) => {
        if (connected) read();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const jobs = useMemo(() => [...byId.values()], [byId]);
  return <JobsContext.Provider value={jobs}>{children}</JobsContext.Provider>;
}

export function useJobs(): readonly Job[] {
  return useContext(JobsContext);
}
