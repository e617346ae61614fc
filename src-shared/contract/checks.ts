import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { findingSchema } from '../platforms/finding.ts';
import { job, nothing, query } from './define.ts';

/** A finding of one target, as lists of many posts show it. */
export const keptFindingSchema = findingSchema.extend({
  targetId: idSchema.nullable(),
  format: z.string().nullable(),
});

export const planCheckSchema = z.object({
  /** ISO 8601; null before the first check. */
  at: z.string().nullable(),
  posts: z.int(),
  targets: z.int(),
  errors: z.int(),
  warnings: z.int(),
  /** Posts with errors or warnings, by time. */
  rows: z.array(
    z.object({
      postId: idSchema,
      title: z.string(),
      dueAt: z.string().nullable(),
      errors: z.int(),
      warnings: z.int(),
      findings: z.array(keptFindingSchema),
    }),
  ),
  /** What differs from the check before: a changed rule or word list shows here what it did. */
  changed: z.array(
    z.object({
      postId: idSchema,
      title: z.string(),
      added: z.array(keptFindingSchema),
      removed: z.array(keptFindingSchema),
    }),
  ),
});
export type PlanCheck = z.infer<typeof planCheckSchema>;

export const checkCalls = {
  /** Checks every post that is not published and not in the trash, and keeps the result. */
  'checks.run': job(nothing, planCheckSchema),
  /** The kept result of the last run. */
  'checks.last': query(nothing, planCheckSchema),
};
