import type { Bilingual } from '#shared/contract/failure.ts';
import type { Job, jobLanes } from '#shared/domain/job.ts';

export type JobLane = (typeof jobLanes)[number];

/** What running work is given. It throws `cancelled()` (or lets an AbortError through) when `signal` fires. */
export interface JobContext {
  readonly id: string;
  readonly signal: AbortSignal;
  /** `done` and `total` in the job's own unit; calls may come at any pace, events leave at most ten times a second. */
  progress(done: number, total: number, stage?: Bilingual): void;
}

export interface JobRequest<Result> {
  /** Name of the call. */
  kind: string;
  title: Bilingual;
  lane: JobLane;
  run(context: JobContext): Promise<Result>;
}

export interface JobRunner {
  /** Queues the work and answers its id at once. */
  start<Result>(request: JobRequest<Result>): string;
  /** Resolves with the result or rejects with the failure as a GalleyError: for the command line and tests. */
  finished(id: string): Promise<unknown>;
  list(): Job[];
  cancel(id: string): void;
  dismiss(id: string): void;
  /** Cancels what runs and waits until it has cleaned up; on quit. */
  close(): Promise<void>;
}
