import { z } from 'zod';
import { bilingualSchema, failureSchema } from '../contract/failure.ts';
import { idSchema } from './id.ts';

/** light: probes and thumbnails, two at once; paint: the painter's processes; encode: one at a time. */
export const jobLanes = ['light', 'paint', 'encode'] as const;

export const jobSchema = z.object({
  id: idSchema,
  /** Name of the call that started it. */
  kind: z.string(),
  title: bilingualSchema,
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']),
  stage: bilingualSchema.nullable(),
  /** Work done and in all, in the job's own unit; total 0 while unknown. */
  done: z.number(),
  total: z.number(),
  startedAt: z.string().nullable(),
  /** Seconds still to go by the pace so far; null while unknown. */
  secondsLeft: z.number().nullable(),
  result: z.unknown().optional(),
  failure: failureSchema.optional(),
});
export type Job = z.infer<typeof jobSchema>;
