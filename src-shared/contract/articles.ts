import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { job } from './define.ts';

export const articleCalls = {
  /** An article as one long picture (or several, where a limit asks for it), painted with its theme. */
  'articles.image': job(
    z.object({
      postId: idSchema,
      targetId: idSchema.nullable(),
      /** A theme of `src-shared/wechat`. */
      theme: z.unknown(),
      /** Pixels. */
      width: z.int().min(320).max(2160).default(1080),
      type: z.enum(['jpeg', 'png']).default('jpeg'),
    }),
    z.object({
      files: z.array(
        z.object({ name: z.string(), url: z.string(), width: z.int(), height: z.int(), bytes: z.int() }),
      ),
    }),
  ),
};
