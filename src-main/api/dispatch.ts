import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import {
  type CallAnswer,
  type CallInput,
  type CallName,
  contract,
  type Envelope,
  isCallName,
  isJobName,
} from '#shared/contract/index.ts';
import type { JobRunner } from '#main/ports/jobs.ts';
import type { Handlers, JobHandler, PlainHandler } from './handlers.ts';

export interface Dispatch {
  /** For transports: any name, any input, always an envelope, never a throw. */
  (name: string, input: unknown): Promise<Envelope<unknown>>;
}

/** For callers inside the process: typed, and throwing. */
export type TypedCall = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallAnswer<N>>;

/**
 * Looks at every command and job before it runs, throwing where it may not; what it answers is told the result of one
 * that succeeded.
 */
export type WatchCommands = (name: CallName, input: unknown) => (output: unknown) => void;

/** One line naming the place in the input, from zod's issues. */
function invalidInput(name: string, error: z.ZodError): GalleyError {
  const places = error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
  return new GalleyError(
    'invalid-input',
    { en: `${name}: ${places.join('; ')}`, zh: `${name}：输入有误（${places.join('；')}）` },
    { issues: error.issues.map((issue) => ({ path: issue.path, message: issue.message })) },
  );
}

/**
 * Stands behind IPC, HTTP, the command line and tests: checks the name, parses the input, runs the handler
 * (or queues the job), and answers with an envelope. Stacks go to `log` only.
 */
export function createDispatch(
  handlers: Handlers,
  jobs: JobRunner,
  log: (line: string) => void,
  watch: WatchCommands = () => () => {},
): { dispatch: Dispatch; call: TypedCall } {
  async function run(name: string, input: unknown): Promise<unknown> {
    if (!isCallName(name)) {
      throw new GalleyError('not-found', {
        en: `There is no call named “${name}”.`,
        zh: `没有名为“${name}”的调用。`,
      });
    }
    const parsed = contract[name].input.safeParse(input ?? {});
    if (!parsed.success) throw invalidInput(name, parsed.error);
    const done = contract[name].kind === 'query' ? null : watch(name, parsed.data);
    // What was done stays done, even where it cannot be noted.
    const note = (output: unknown): void => {
      try {
        done?.(output);
      } catch (error) {
        log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    };
    if (isJobName(name)) {
      const handler = handlers[name] as JobHandler<typeof name>;
      const value = parsed.data as never;
      const jobId = jobs.start({
        kind: name,
        title: handler.title(value),
        lane: handler.lane,
        run: async (context) => {
          const result = await handler.run(value, context);
          note(result);
          return result;
        },
      });
      return { jobId };
    }
    const handler = handlers[name] as PlainHandler<typeof name>;
    const output = await handler(parsed.data as never);
    note(output);
    return output;
  }

  return {
    dispatch: async (name, input) => {
      try {
        return { ok: true, value: await run(name, input) };
      } catch (error) {
        const errorId = randomBytes(4).toString('hex');
        const failure = toFailure(error, errorId);
        if (failure.code === 'internal') {
          log(
            `${errorId} ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          );
        }
        return { ok: false, failure };
      }
    },
    call: (async (name: CallName, input: unknown) => run(name, input)) as TypedCall,
  };
}
