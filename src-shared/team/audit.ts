import { z } from 'zod';
import { idSchema } from '../domain/id.ts';

/** What people do that is written down. */
export const auditActions = [
  'post-made',
  'post-edited',
  'post-status',
  'post-fields',
  'post-scheduled',
  'post-unscheduled',
  'post-trashed',
  'post-restored',
  'post-published',
  'post-unpublished',
  'plan-undone',
  'plan-redone',
  'kept-saved',
  'kept-trashed',
  'member-saved',
  'member-removed',
  'member-took-over',
  'commented',
  'comment-resolved',
  'comment-removed',
  'comment-restored',
  'task-saved',
  'task-done',
  'task-removed',
  'approved',
  'changes-wanted',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did what, and when. */
export const auditEntrySchema = z.object({
  /** Grows with time. */
  number: z.int(),
  at: z.string(),
  memberId: idSchema.nullable(),
  /** As it was then; '' in a workspace without a team. */
  memberName: z.string(),
  action: z.enum(auditActions),
  /** `post`, `design`, `clip`, `kit`, `task`, `member` or `workspace`. */
  subjectKind: z.string(),
  /** '' for the workspace. */
  subjectId: z.string(),
  detail: z.object({
    /** Title or name of the thing as it was then. */
    title: z.string().optional(),
    /** Kind of a kept thing. */
    kind: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    /** Fields of the post that changed. */
    fields: z.array(z.string()).optional(),
    /** What some of them were and became, cut short; '' for nothing. */
    values: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })).optional(),
    /** What was undone or redone. */
    label: z.object({ en: z.string(), zh: z.string() }).optional(),
  }),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
