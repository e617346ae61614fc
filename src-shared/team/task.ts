import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { daySchema } from '../kit/plan-bodies.ts';
import { subjectSchema } from './comment.ts';

/** Something to do, for somebody, by a day. */
export const taskSchema = z.object({
  id: idSchema,
  title: z.string().min(1).max(300),
  note: z.string().max(5000),
  /** What it is about; null for none. */
  subject: subjectSchema.nullable(),
  /** Who does it; null for anybody. */
  memberId: idSchema.nullable(),
  /** The last day. */
  dueOn: daySchema.nullable(),
  doneAt: z.string().nullable(),
  createdAt: z.string(),
});
export type Task = z.infer<typeof taskSchema>;
