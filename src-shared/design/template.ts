import { z } from 'zod';
import { bilingualSchema } from '#shared/contract/failure.ts';

/** What a file of `resources/templates` has beside the design's envelope. */
export const templateSchema = z.looseObject({ name: bilingualSchema, category: z.string() });
