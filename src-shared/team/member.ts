import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { planBodies } from '../kit/plan-bodies.ts';

/** Someone of the team as screens see them. */
export const memberSchema = planBodies.member.extend({
  id: idSchema,
  revision: z.int(),
  name: z.string(),
  /** A PIN is asked for before this profile is taken. It keeps honest people honest; it locks no file. */
  hasPin: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** Four to twelve digits or letters. */
export const pinSchema = z.string().min(4).max(12);
