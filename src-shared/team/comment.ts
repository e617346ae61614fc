import { z } from 'zod';
import { idSchema } from '../domain/id.ts';

/** What people speak about. */
export const subjectSchema = z.object({ kind: z.enum(['post', 'design', 'clip']), id: idSchema });
export type Subject = z.infer<typeof subjectSchema>;

const fraction = z.number().min(0).max(1);

/** A part of a design's page, as fractions 0..1 of its width and height. */
export const regionSchema = z.object({
  /** Id of the page. */
  page: z.string().min(1),
  x: fraction,
  y: fraction,
  width: fraction,
  height: fraction,
});
export type Region = z.infer<typeof regionSchema>;

/** A moment (`from` = `to`) or stretch of a clip's result, in seconds. */
export const momentSchema = z.object({ from: z.number().min(0), to: z.number().min(0) });

export const placeSchema = z.union([regionSchema, momentSchema]);
export type Place = z.infer<typeof placeSchema>;

export const commentSchema = z.object({
  id: idSchema,
  subject: subjectSchema,
  place: placeSchema.nullable(),
  /** The comment that began the thread; null for one that begins one. Answers are one level deep. */
  parentId: idSchema.nullable(),
  /** null: written before there was a team, or by somebody outside it. */
  memberId: idSchema.nullable(),
  /** Name of whoever wrote it, as it was then; '' in a workspace without a team. */
  author: z.string().max(200),
  text: z.string().min(1).max(10_000),
  /** Ids of members. */
  mentions: z.array(idSchema).max(50),
  createdAt: z.string(),
  resolvedAt: z.string().nullable(),
  /** Where it was written: here, or in a review package that came back. */
  origin: z.enum(['studio', 'review']),
});
export type Comment = z.infer<typeof commentSchema>;
