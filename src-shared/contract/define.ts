import { z } from 'zod';

/**
 * A call of the studio: what it is named, what it takes, what it answers.
 * `query` reads, `command` writes, `job` answers `{jobId}` at once and delivers its result with the job's last event.
 */
export interface Call<
  Kind extends 'query' | 'command' | 'job' = 'query' | 'command' | 'job',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  kind: Kind;
  input: Input;
  /** For a job: the type of `result` in its final event. */
  output: Output;
}

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'query', I, O> {
  return { kind: 'query', input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'command', I, O> {
  return { kind: 'command', input, output };
}

export function job<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'job', I, O> {
  return { kind: 'job', input, output };
}

export const nothing = z.object({});
