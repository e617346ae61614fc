import { z } from 'zod';
import { bilingualSchema } from './failure.ts';
import { idSchema } from '../domain/id.ts';
import { findingSchema } from '../platforms/finding.ts';
import { command, job, nothing, query } from './define.ts';

/** One thing to do by hand on the platform. */
export const handoffStepSchema = z.object({
  /** The same in every package of the target, so that what was ticked stays ticked. */
  id: z.string(),
  kind: z.enum(['open', 'upload', 'paste', 'tick', 'publish']),
  message: bilingualSchema,
  /** What is to be pasted. */
  text: z.string().nullable(),
  /** Names of files of the target, in the order of uploading. */
  files: z.array(z.string()),
});
export type HandoffStep = z.infer<typeof handoffStepSchema>;

export const handoffTargetSchema = z.object({
  format: z.string(),
  targetId: idSchema.nullable(),
  accountId: idSchema.nullable(),
  /** Page of the platform where posting starts; null where none is known. */
  uploadPage: z.url().nullable(),
  /** Folder of this target inside the package. */
  dir: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      bytes: z.int(),
      type: z.string(),
      width: z.int(),
      height: z.int(),
      duration: z.number(),
      alt: z.string(),
      url: z.string(),
    }),
  ),
  /** Text ready to paste, by the platform's own fields. */
  fields: z.record(z.string(), z.string()),
  paste: z.string(),
  /** The body as a row of posts; null where it is one. */
  thread: z.array(z.string()).nullable(),
  steps: z.array(handoffStepSchema),
  /** The steps in words alone. */
  checklist: z.array(bilingualSchema),
  findings: z.array(findingSchema),
});
export type HandoffTarget = z.infer<typeof handoffTargetSchema>;

/** Tools whose import tables Galley writes. */
export const schedulingTools = ['buffer', 'publer', 'metricool', 'hootsuite'] as const;

export const handoffCalls = {
  'handoff.create': job(
    /** `formats` or `targetIds` choose among the targets; without either all of them. */
    z.object({
      postId: idSchema,
      formats: z.array(z.string()).optional(),
      targetIds: z.array(idSchema).optional(),
    }),
    z.object({
      dir: z.string(),
      /** Address of the whole package as one ZIP. */
      zipUrl: z.string(),
      targets: z.array(handoffTargetSchema),
    }),
  ),
  /**
   * Tables that the named tool imports, posts in the order of their times; several where the tool takes one channel or
   * so many rows at a time. Pictures and clips need public addresses there, so they are named in `notes` instead.
   */
  'handoff.table': query(
    z.object({
      tool: z.enum(schedulingTools),
      postIds: z.array(idSchema).optional(),
      /** Days `YYYY-MM-DD` of the workspace's zone, both included; without `postIds` and these all scheduled posts. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    z.object({
      tables: z.array(z.object({ name: z.string(), text: z.string(), rows: z.int() })),
      rows: z.int(),
      /** What the tables leave out or change: a platform that the tool cannot take, files to attach, a moved minute. */
      notes: z.array(
        z.object({
          postId: idSchema,
          title: z.string(),
          severity: z.enum(['left', 'note']),
          reason: bilingualSchema,
        }),
      ),
    }),
  ),
  /** The user's own Postiz server; off until an address and a key are set. The key is never answered. */
  'postiz.settings': query(nothing, z.object({ server: z.string(), hasKey: z.boolean() })),
  'postiz.configure': command(
    z.object({ server: z.union([z.url(), z.literal('')]), key: z.string().optional() }),
    z.object({ server: z.string(), hasKey: z.boolean() }),
  ),
  /** Channels of that server; fails with `unavailable` when it is off or does not answer. */
  'postiz.channels': query(
    nothing,
    z.array(z.object({ id: z.string(), name: z.string(), platform: z.string() })),
  ),
  /** Uploads the media of each target and makes drafts; nothing is published by this. */
  'postiz.draft': job(
    z.object({
      postId: idSchema,
      channels: z.array(z.object({ targetId: idSchema, channelId: z.string() })).min(1),
    }),
    z.object({ drafts: z.array(z.object({ targetId: idSchema, draftId: z.string() })) }),
  ),
};
