import { randomBytes } from 'node:crypto';
import { cancelled, type Failure, GalleyError, toFailure } from '#shared/contract/failure.ts';
import { newId } from '#shared/domain/id.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Events } from '#main/ports/events.ts';
import type { JobLane, JobRequest, JobRunner } from '#main/ports/jobs.ts';

/** How many jobs of a lane run at once: one encode uses all cores by itself. */
const laneLimits: Record<JobLane, number> = { light: 2, paint: 1, encode: 1 };

/** Milliseconds between two progress events of one job. */
const eventInterval = 100;

/** Finished jobs that are kept for a late window to see. */
const finishedKept = 50;

interface Entry {
  job: Job;
  request: JobRequest<unknown>;
  controller: AbortController;
  settled: Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  startedMs: number;
  emittedMs: number;
  pending: ReturnType<typeof setTimeout> | null;
}

/** What outlives the process, so that the next start can say which jobs were cut off. */
export interface JobJournal {
  started(job: Job): void;
  ended(id: string): void;
  /** The jobs that an earlier process never ended; each is told once. */
  interrupted(): Job[];
}

export function createJobQueue(
  events: Events,
  log: (line: string) => void,
  journal: JobJournal = { started: () => {}, ended: () => {}, interrupted: () => [] },
): JobRunner {
  const entries = new Map<string, Entry>();
  const interrupted = new Map(journal.interrupted().map((job) => [job.id, job]));
  const running: Record<JobLane, number> = { light: 0, paint: 0, encode: 0 };
  const waiting: Record<JobLane, Entry[]> = { light: [], paint: [], encode: [] };

  function emit(entry: Entry): void {
    if (entry.pending) clearTimeout(entry.pending);
    entry.pending = null;
    entry.emittedMs = Date.now();
    events.emit('job.changed', { ...entry.job });
  }

  function progress(entry: Entry, done: number, total: number, stage?: Job['stage']): void {
    if (entry.job.state !== 'running') return;
    const restarted = stage !== undefined && stage?.en !== entry.job.stage?.en;
    if (stage !== undefined) entry.job.stage = stage;
    entry.job.total = total;
    // Monotonic within a stage: estimates of the tools under us jump back.
    entry.job.done = restarted ? done : Math.max(entry.job.done, Math.min(done, total || done));
    const elapsed = (Date.now() - entry.startedMs) / 1000;
    const share = total > 0 ? entry.job.done / total : 0;
    entry.job.secondsLeft = share > 0.02 && elapsed > 0.5 ? Math.max(0, elapsed / share - elapsed) : null;
    const due = entry.emittedMs + eventInterval - Date.now();
    if (due <= 0) emit(entry);
    else entry.pending ??= setTimeout(() => emit(entry), due);
  }

  function finish(entry: Entry, state: Job['state'], outcome: { result?: unknown; failure?: Failure }): void {
    entry.job.state = state;
    entry.job.secondsLeft = null;
    Object.assign(entry.job, outcome);
    if (state === 'done') entry.job.done = entry.job.total;
    journal.ended(entry.job.id);
    emit(entry);
    const finished = [...entries.values()].filter(
      (other) => !['queued', 'running'].includes(other.job.state),
    );
    for (const old of finished.slice(0, Math.max(0, finished.length - finishedKept)))
      entries.delete(old.job.id);
  }

  async function run(entry: Entry): Promise<void> {
    const lane = entry.request.lane;
    running[lane] += 1;
    entry.job.state = 'running';
    entry.startedMs = Date.now();
    entry.job.startedAt = new Date(entry.startedMs).toISOString();
    journal.started(entry.job);
    emit(entry);
    try {
      const result = await entry.request.run({
        id: entry.job.id,
        signal: entry.controller.signal,
        progress: (done, total, stage) => progress(entry, done, total, stage),
      });
      finish(entry, 'done', { result });
      entry.resolve(result);
    } catch (error) {
      const errorId = randomBytes(4).toString('hex');
      const failure = entry.controller.signal.aborted ? toFailure(cancelled()) : toFailure(error, errorId);
      if (failure.code === 'internal') {
        log(
          `${errorId} ${entry.job.kind}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      finish(entry, failure.code === 'cancelled' ? 'cancelled' : 'failed', { failure });
      entry.reject(new GalleyError(failure.code, failure.message, failure.detail));
    } finally {
      running[lane] -= 1;
      advance(lane);
    }
  }

  function advance(lane: JobLane): void {
    while (running[lane] < laneLimits[lane]) {
      const next = waiting[lane].shift();
      if (!next) return;
      void run(next);
    }
  }

  return {
    start(request) {
      const job: Job = {
        id: newId(),
        kind: request.kind,
        title: request.title,
        state: 'queued',
        stage: null,
        done: 0,
        total: 0,
        startedAt: null,
        secondsLeft: null,
      };
      const settled = Promise.withResolvers<unknown>();
      // A failure is delivered by events; only those who ask through `finished` see the rejection.
      settled.promise.catch(() => {});
      const entry: Entry = {
        job,
        request,
        controller: new AbortController(),
        settled: settled.promise,
        resolve: settled.resolve,
        reject: settled.reject,
        startedMs: 0,
        emittedMs: 0,
        pending: null,
      };
      entries.set(job.id, entry);
      waiting[request.lane].push(entry);
      emit(entry);
      advance(request.lane);
      return job.id;
    },
    finished(id) {
      const entry = entries.get(id);
      if (!entry) {
        throw new GalleyError('not-found', { en: 'This job is no longer known.', zh: '此任务已不存在。' });
      }
      return entry.settled;
    },
    list: () => [...interrupted.values(), ...[...entries.values()].map((entry) => ({ ...entry.job }))],
    cancel(id) {
      const entry = entries.get(id);
      if (!entry) return;
      if (entry.job.state === 'queued') {
        const lane = waiting[entry.request.lane];
        lane.splice(lane.indexOf(entry), 1);
        finish(entry, 'cancelled', { failure: toFailure(cancelled()) });
        entry.reject(cancelled());
      } else if (entry.job.state === 'running') entry.controller.abort();
    },
    dismiss(id) {
      if (interrupted.delete(id)) events.emit('job.dismissed', { id });
      const entry = entries.get(id);
      if (!entry || entry.job.state === 'queued' || entry.job.state === 'running') return;
      entries.delete(id);
      events.emit('job.dismissed', { id });
    },
    async close() {
      const open = [...entries.values()].filter((entry) => ['queued', 'running'].includes(entry.job.state));
      for (const entry of open) this.cancel(entry.job.id);
      await Promise.allSettled(open.map((entry) => entry.settled));
    },
  };
}
