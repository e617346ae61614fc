import { type Bilingual, GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { CallInput, CallOutput, JobName, PlainName } from '#shared/contract/index.ts';
import type { Job } from '#shared/domain/job.ts';
import { createStudio } from '#main/compose.ts';
import { fileLog } from '#main/host/log-file.ts';
import { nodePaths } from '#main/host/paths.ts';
import type { Studio } from '#main/ports/studio.ts';
import { createProgressLine } from './progress-line.ts';

/** Exit codes of the stable surface. */
export const exitCodes = { done: 0, failed: 1, wrong: 2, foundErrors: 3, cancelled: 130 } as const;

export type Language = 'zh' | 'en';

/** How this run speaks: what every command's options say. */
export interface Manner {
  json: boolean;
  quiet: boolean;
  language: Language;
}

/** One run of the command line: the studio behind it, and its two mouths. */
export interface Run {
  manner: Manner;
  say(sentence: Bilingual): string;
  /** Opens the workspace first when one is named. */
  query<N extends PlainName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  job<N extends JobName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  openWorkspace(path: string): Promise<void>;
  /** The answer: the JSON document, or the lines for people. */
  answer(document: object, lines: () => string[]): void;
  close(): Promise<void>;
}

/** Sorts a failure under the exit codes: what the caller gave is wrong, the work failed, or it was stopped. */
export function exitCodeOf(error: unknown): number {
  const { code } = toFailure(error);
  if (code === 'cancelled') return exitCodes.cancelled;
  if (code === 'invalid-input' || code === 'unreadable-file' || code === 'not-found') return exitCodes.wrong;
  return exitCodes.failed;
}

export function createRun(manner: Manner): Run {
  let studio: Promise<Studio> | null = null;
  const progress = createProgressLine(manner);
  const interrupt = { wanted: false, cancel: (): void => {} };
  const onInterrupt = (): void => {
    interrupt.wanted = true;
    interrupt.cancel();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);

  function open(): Promise<Studio> {
    studio ??= (async () => {
      const paths = nodePaths();
      return createStudio({ host: { kind: 'cli', dialogs: null }, paths, log: fileLog(paths.settings) });
    })();
    return studio;
  }

  return {
    manner,
    say: (sentence) => sentence[manner.language],
    query: async (name, input) => (await (await open()).call(name, input)) as never,
    async job(name, input) {
      const { jobs, events, call } = await open();
      const { jobId } = (await call(name, input)) as { jobId: string };
      interrupt.cancel = () => jobs.cancel(jobId);
      if (interrupt.wanted) interrupt.cancel();
      const stop = events.subscribe((event, payload) => {
        const job = payload as Job;
        if (event === 'job.changed' && job.id === jobId) progress.show(job);
      });
      try {
        return (await jobs.finished(jobId)) as never;
      } finally {
        stop();
        progress.clear();
      }
    },
    async openWorkspace(path) {
      await (await open()).call('workspace.open', { path });
    },
    answer(document, lines) {
      const text = manner.json ? JSON.stringify(document, null, 2) : lines().join('\n');
      if (text) process.stdout.write(`${text}\n`);
    },
    async close() {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onInterrupt);
      if (studio) await (await studio).close();
    },
  };
}

/** Prints a failure as the surface has it: one JSON document, or one clear line; never a stack. */
export function reportFailure(manner: Manner, error: unknown, log: (line: string) => void): void {
  const failure = toFailure(error);
  if (failure.code === 'internal')
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const message = failure.message[manner.language];
  if (manner.json) {
    const { code, detail } = failure;
    const document = { error: { code, message, ...(detail === undefined ? {} : { detail }) } };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else process.stderr.write(`${message}\n`);
}

export function wrongArguments(en: string, zh: string): GalleyError {
  return new GalleyError('invalid-input', { en, zh });
}
