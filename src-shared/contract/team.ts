import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { planBodies } from '../kit/plan-bodies.ts';
import { approvalSchema } from '../team/approvals.ts';
import { auditEntrySchema } from '../team/audit.ts';
import { commentSchema, placeSchema, subjectSchema } from '../team/comment.ts';
import { memberSchema, pinSchema } from '../team/member.ts';
import { roles } from '../team/roles.ts';
import { taskSchema } from '../team/task.ts';
import { command, nothing, query } from './define.ts';
import { planStepSchema } from './plan-step.ts';

const needSchema = z.object({ role: z.enum(roles), count: z.int() });

const teamStateSchema = z.object({
  /** Who works on this machine; null for nobody. */
  member: memberSchema.nullable(),
  /** By name, also those who left. */
  members: z.array(memberSchema),
  /** There is a team, and nobody has said who they are: only looking is allowed. */
  locked: z.boolean(),
});

/** A comment with the title of what it is about. */
const titledCommentSchema = commentSchema.extend({ title: z.string() });

const approvalStateSchema = z.object({
  postId: idSchema,
  required: z.array(needSchema),
  /** Hours before its time by which it must be approved; 0 for none. */
  leadHours: z.number(),
  /** Each person's last word, the newest first; `current`: the post has not changed since. */
  given: z.array(approvalSchema.extend({ current: z.boolean() })),
  missing: z.array(needSchema),
  changesWanted: z.boolean(),
  /** Nothing is missing and nobody wants changes. Also true where nothing is required. */
  satisfied: z.boolean(),
});

/**
 * The team on this laptop. Without members everything is allowed; with them every command is asked for by somebody, and
 * fails with `conflict` and a sentence that says who may.
 */
export const teamCalls = {
  'team.current': query(nothing, teamStateSchema),
  /** Takes a profile on this machine (null: none). A wrong PIN fails with `invalid-input` (detail: `{wait: seconds}`). */
  'team.switch': command(
    z.object({ memberId: idSchema.nullable(), pin: z.string().max(12).optional() }),
    teamStateSchema,
  ),
  /** Undoable. The first member of a workspace becomes the one at work. */
  'team.saveMember': command(
    z.object({
      id: idSchema.optional(),
      revision: z.int().optional(),
      name: z.string().trim().min(1).max(200),
      body: planBodies.member,
    }),
    z.object({ member: memberSchema, step: planStepSchema }),
  ),
  /** Undoable; what they did keeps their name. */
  'team.removeMember': command(z.object({ id: idSchema }), planStepSchema),
  /** null takes the PIN away. One's own, or anybody's for a lead. */
  'team.setPin': command(z.object({ memberId: idSchema, pin: pinSchema.nullable() }), nothing),

  /** Oldest first, answers among them. */
  'comments.list': query(z.object({ subject: subjectSchema }), z.array(commentSchema)),
  /** Makes (no `id`) or rewords one. An answer is about what its thread is about. */
  'comments.save': command(
    z.object({
      id: idSchema.optional(),
      subject: subjectSchema,
      place: placeSchema.nullable().default(null),
      parentId: idSchema.nullable().default(null),
      text: z.string().trim().min(1).max(10_000),
      mentions: z.array(idSchema).max(50).default([]),
    }),
    commentSchema,
  ),
  /** A thread, by the comment that began it. */
  'comments.resolve': command(z.object({ id: idSchema, resolved: z.boolean() }), commentSchema),
  /** With its answers. One's own, or any for a lead. */
  'comments.remove': command(z.object({ id: idSchema }), nothing),
  /** Undoes a removal of this run of the studio: the comment and its answers as they were. */
  'comments.restore': command(z.object({ id: idSchema }), commentSchema),
  /** Open threads by the id of what they are about; none are left out. */
  'comments.counts': query(
    z.object({ kind: z.enum(['post', 'design', 'clip']), ids: z.array(idSchema).max(5000) }),
    z.record(z.string(), z.int()),
  ),
  /** What waits for whoever works here: open threads that mention them or that somebody answered them in, the newest first; without a team what clients wrote. */
  'comments.mine': query(
    z.object({ limit: z.int().min(1).max(200).default(50) }),
    z.array(titledCommentSchema),
  ),

  /** Open ones by their day, those without a day last, then the done ones; of one thing where `subject` is given. */
  'tasks.list': query(
    z.object({
      subject: subjectSchema.optional(),
      /** Only this member's and nobody's. */
      memberId: idSchema.optional(),
      done: z.boolean().default(false),
      limit: z.int().min(1).max(1000).default(200),
    }),
    z.array(taskSchema.extend({ subjectTitle: z.string() })),
  ),
  'tasks.save': command(
    taskSchema.omit({ id: true, createdAt: true, doneAt: true }).extend({
      id: idSchema.optional(),
      note: taskSchema.shape.note.default(''),
      subject: taskSchema.shape.subject.default(null),
      memberId: taskSchema.shape.memberId.default(null),
      dueOn: taskSchema.shape.dueOn.default(null),
    }),
    taskSchema,
  ),
  'tasks.done': command(z.object({ id: idSchema, done: z.boolean() }), taskSchema),
  'tasks.remove': command(z.object({ id: idSchema }), nothing),

  'approvals.state': query(z.object({ postIds: z.array(idSchema).max(5000) }), z.array(approvalStateSchema)),
  /**
   * Says yes or asks for changes, on the post as it stands. A post in review whose last missing approval this is
   * becomes approved; one that somebody wants changed goes back to draft. Both can be undone.
   */
  'approvals.give': command(
    z.object({
      postId: idSchema,
      decision: z.enum(['approved', 'changes']),
      note: z.string().trim().max(5000).default(''),
    }),
    approvalStateSchema,
  ),

  /** The newest first; `before`: only entries with a smaller number. */
  'audit.list': query(
    z.object({
      subject: z.object({ kind: z.string(), id: z.string() }).optional(),
      memberId: idSchema.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.array(auditEntrySchema),
  ),
};
