import { z } from 'zod';
import { idSchema } from './id.ts';

/**
 * The look of a workspace's own things. Colours are reached in designs as `token:<token>`, fonts as the
 * families `token:heading` and `token:body`; changing them here changes every design that uses the tokens.
 */
export const brandSchema = z.looseObject({
  revision: z.int(),
  name: z.string().max(200),
  colours: z
    .array(
      z.object({
        token: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: z.string().max(100),
        hex: z.string().regex(/^#[0-9a-fA-F]{6}$/),
      }),
    )
    .max(60),
  fonts: z.object({
    heading: z.object({ family: z.string().min(1), weight: z.number() }),
    body: z.object({ family: z.string().min(1), weight: z.number() }),
  }),
  /** Library pictures, the main logo first. */
  logos: z.array(idSchema).max(20),
  /** How the brand speaks. */
  voice: z.object({
    tone: z.string().max(2000),
    preferred: z.array(z.string().max(100)).max(500),
    banned: z.array(z.string().max(100)).max(500),
  }),
});
export type Brand = z.infer<typeof brandSchema>;
