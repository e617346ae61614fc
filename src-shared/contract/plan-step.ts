import { z } from 'zod';

/** A change of the plan answers with what it did and the step that undoes it. */
export const planStepSchema = z.object({
  undoable: z.boolean(),
  label: z.object({ en: z.string(), zh: z.string() }).nullable(),
});
export type PlanStepAnswer = z.infer<typeof planStepSchema>;
