import { z } from 'zod';
import { bilingualSchema } from './failure.ts';
import { idSchema } from '../domain/id.ts';
import { findingSchema } from '../platforms/finding.ts';
import { job } from './define.ts';

export const handoffTargetSchema = z.object({
  format: z.string(),
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
  checklist: z.array(bilingualSchema),
  findings: z.array(findingSchema),
});
export type HandoffTarget = z.infer<typeof handoffTargetSchema>;

export const handoffCalls = {
  'handoff.create': job(
    z.object({ postId: idSchema, formats: z.array(z.string()).optional() }),
    z.object({
      dir: z.string(),
      /** Address of the whole package as one ZIP. */
      zipUrl: z.string(),
      targets: z.array(handoffTargetSchema),
    }),
  ),
};
