import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { type KitItem, kitKinds } from '../kit/schema.ts';
import { wordListSchema } from '../kit/word-list.ts';
import { command, nothing, query } from './define.ts';

const itemSchema = z.custom<KitItem>();

export const kitCalls = {
  /** Snippets, hashtag sets, accounts, themes … by name; those in the trash only when asked for. */
  'kit.list': query(
    z.object({ kind: z.enum(kitKinds), trashed: z.boolean().default(false) }),
    z.array(itemSchema),
  ),
  /**
   * Makes (no `id`) or changes one. `body` must fit its kind: `invalid-input` otherwise. Fails with `conflict`
   * (detail: `{current}`) when `revision` is not the stored one.
   */
  'kit.save': command(
    z.object({
      kind: z.enum(kitKinds),
      id: idSchema.optional(),
      revision: z.int().optional(),
      name: z.string().min(1).max(200),
      body: z.unknown(),
    }),
    itemSchema,
  ),
  'kit.trash': command(z.object({ ids: z.array(idSchema).min(1), trashed: z.boolean() }), nothing),
  /** Counts that it was put into a post. */
  'kit.used': command(z.object({ id: idSchema }), itemSchema),
  /** The word lists that came with the studio, before anything of the workspace stands for them. */
  'kit.shippedWordLists': query(
    nothing,
    z.array(
      z.object({ id: z.string(), name: z.object({ en: z.string(), zh: z.string() }), list: wordListSchema }),
    ),
  ),
};
