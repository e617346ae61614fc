import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { answerLimit } from '../review/answer.ts';
import { command, job, query } from './define.ts';

/** What an answer says, or did say when it was taken in. */
const answerPreviewSchema = z.object({
  reviewId: idSchema,
  /** Of the package. */
  title: z.string(),
  /** Who answered. */
  name: z.string(),
  savedAt: z.string(),
  posts: z.array(
    z.object({
      postId: idSchema,
      title: z.string(),
      trashed: z.boolean(),
      /** The post has changed since it was shown: decisions on it no longer count. */
      stale: z.boolean(),
      decision: z.object({ decision: z.enum(['approved', 'changes']), isNew: z.boolean() }).nullable(),
      comments: z.array(
        z.object({
          id: idSchema,
          text: z.string(),
          /** A place on a picture. */
          place: z.object({ x: z.number(), y: z.number() }).nullable(),
          isNew: z.boolean(),
        }),
      ),
    }),
  ),
  newComments: z.int(),
  newDecisions: z.int(),
  /** Posts of the file that the package never held; they are passed over. */
  strangers: z.int(),
});
export type AnswerPreview = z.infer<typeof answerPreviewSchema>;

/** One letter beyond the limit still reaches the reader, which says it in words. */
const answerText = z.string().max(answerLimit + 1);

/** Posts for people outside the team: one file to look at, one small file that comes back. */
export const reviewCalls = {
  /** Writes one HTML file into the workspace's `exports/` that works offline. */
  'review.export': job(
    z.object({
      postIds: z.array(idSchema).min(1).max(500),
      title: z.string().trim().min(1).max(120),
      message: z.string().max(5000).default(''),
      language: z.enum(['zh', 'en']),
      includeMedia: z.boolean().default(true),
    }),
    z.object({
      id: idSchema,
      name: z.string(),
      path: z.string(),
      url: z.string(),
      bytes: z.int(),
      posts: z.int(),
      pictures: z.int(),
      /** Pictures that could not be shown. */
      missing: z.int(),
    }),
  ),
  /** Fails with `invalid-input` for what is no answer, `not-found` for one to a package of another workspace. */
  'review.read': query(z.object({ text: answerText }), answerPreviewSchema),
  /** Takes it in; merging the same answer again, or several in any order, ends the same. */
  'review.merge': command(z.object({ text: answerText }), answerPreviewSchema),
};
