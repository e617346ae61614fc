import { dueInstant } from '#shared/domain/due.ts';
import { planHistory, stepThrough } from '#main/core/plan/change-plan.ts';
import { exportPlan } from '#main/core/plan/export-plan.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

export function createPlanHandlers(context: RecordContext): AreaHandlers<'plan'> {
  return {
    'plan.range': ({ from, to, zone }) =>
      context.holder
        .current()
        .repositories.posts.range(dueInstant({ local: from, zone }), dueInstant({ local: to, zone })),
    'plan.undo': () => stepThrough(context, 'undo'),
    'plan.redo': () => stepThrough(context, 'redo'),
    'plan.history': () => planHistory(context),
    'plan.export': ({ format }) => exportPlan(context, format),
  };
}
