import { z } from 'zod';
import { GalleyError } from '../contract/failure.ts';
import { idSchema } from '../domain/id.ts';

/** Ending of the files that come back. */
export const answerEnding = '.galley-review.json';

/** Letters of an answer's file; one person's words on 500 posts stay far below. */
export const answerLimit = 4_000_000;

const instantSchema = z.iso.datetime();
const fraction = z.number().min(0).max(1);

/** Who wrote or decided it: the name at the first save, which a later change of the name does not touch. */
const bySchema = z.string().trim().min(1).max(120);

/** A place on a picture: its key, and a point as fractions of its width and height. */
const pinSchema = z.object({ picture: z.string().min(1).max(200), x: fraction, y: fraction });

const answeredCommentSchema = z.object({
  id: idSchema,
  text: z.string().trim().min(1).max(10_000),
  at: instantSchema,
  by: bySchema,
  place: pinSchema.nullable(),
});

const answeredPostSchema = z.object({
  id: idSchema,
  /** `shownState` of what was looked at. */
  shown: z.string().max(100),
  decision: z
    .object({ id: idSchema, decision: z.enum(['approved', 'changes']), at: instantSchema, by: bySchema })
    .nullable(),
  comments: z.array(answeredCommentSchema).max(500),
});

/** What a reviewer sends back. */
export const answerSchema = z.object({
  kind: z.literal('galley-review-answer'),
  version: z.literal(1),
  /** The same in every file that this reviewer saves of this package. */
  id: idSchema,
  /** Id of the package. */
  review: idSchema,
  name: bySchema,
  savedAt: instantSchema,
  posts: z.array(answeredPostSchema).max(500),
});
export type ReviewAnswer = z.infer<typeof answerSchema>;

function refusal(en: string, zh: string): GalleyError {
  return new GalleyError('invalid-input', { en, zh });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}

/**
 * Reads the file that came back; anything that is not exactly an answer is refused as a whole.
 * @throws GalleyError `invalid-input` that says what to ask the reviewer for
 */
export function readAnswer(text: string): ReviewAnswer {
  if (text.length > answerLimit) {
    throw refusal(
      'This file is far too large for an answer to a review package. Ask the reviewer for the file that “Save answer” made.',
      '此文件过大，不是审阅答复。请让审阅者发送“保存答复”生成的文件。',
    );
  }
  const value = parsed(text);
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
  if (kind !== 'galley-review-answer') {
    throw refusal(
      'This file is not an answer to a review package. Ask the reviewer for the file that “Save answer” made.',
      '此文件不是审阅答复。请让审阅者发送“保存答复”生成的文件。',
    );
  }
  const version = (value as { version?: unknown }).version;
  if (typeof version === 'number' && version > 1) {
    throw refusal(
      'This answer was made by a newer version of Galley. Update Galley to read it.',
      '此答复由较新版本的 Galley 生成。请更新 Galley 后再读取。',
    );
  }
  const answer = answerSchema.safeParse(value);
  if (answer.success) return answer.data;
  const place = answer.error.issues[0]?.path.join('.') ?? '';
  throw refusal(
    `This answer is damaged (${place}) and nothing of it was taken. Ask the reviewer to save and send it again.`,
    `此答复已损坏（${place}），未采用任何内容。请让审阅者重新保存并发送。`,
  );
}
