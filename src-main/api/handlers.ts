import type { Bilingual } from '#shared/contract/failure.ts';
import type { CallName, CallOutput, JobName, ParsedInput, PlainName } from '#shared/contract/index.ts';
import type { JobContext, JobLane } from '#main/ports/jobs.ts';

export type PlainHandler<N extends PlainName> = (
  input: ParsedInput<N>,
) => CallOutput<N> | Promise<CallOutput<N>>;

export interface JobHandler<N extends JobName> {
  lane: JobLane;
  title(input: ParsedInput<N>): Bilingual;
  run(input: ParsedInput<N>, context: JobContext): Promise<CallOutput<N>>;
}

export type HandlerOf<N extends CallName> = N extends JobName
  ? JobHandler<N>
  : N extends PlainName
    ? PlainHandler<N>
    : never;

/** One handler for every call of the contract: a missing one, or a wrong result, does not compile. */
export type Handlers = { [N in CallName]: HandlerOf<N> };

/** The handlers of one area, by the prefix of their names. */
export type AreaHandlers<Area extends string> = Pick<Handlers, Extract<CallName, `${Area}.${string}`>>;
