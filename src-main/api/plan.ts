import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { changePosts, type StatusGuard } from '#main/core/plan/change-fields.ts';
import { planHistory, stepThrough } from '#main/core/plan/change-plan.ts';
import { copyPosts } from '#main/core/plan/copy-posts.ts';
import { countDays } from '#main/core/plan/count-days.ts';
import { placePosts } from '#main/core/plan/place-posts.ts';
import { savePlanKit, trashPlanKit } from '#main/core/plan/save-kept.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** @param guard refuses changes of status that whoever works here may not make */
export function createPlanHandlers(
  context: RecordContext,
  guard: StatusGuard = () => {},
): AreaHandlers<'plan'> {
  const posts = () => context.holder.current().repositories.posts;
  const instants = ({ from, to, zone }: { from: string; to: string; zone: string }) =>
    [dueInstant({ local: from, zone }), dueInstant({ local: to, zone })] as const;
  return {
    'plan.range': (input) => posts().range(...instants(input)),
    'plan.overdue': ({ limit }) => posts().overdue(context.clock.now().toISOString(), limit),
    'plan.density': (input) => countDays(posts().density(...instants(input)), createZoneClock(input.zone)),
    'plan.change': (input) => changePosts(context, input, guard),
    'plan.place': (input) => placePosts(context, input),
    'plan.copy': (input) => copyPosts(context, input),
    'plan.saveKit': (input) => savePlanKit(context, input),
    'plan.trashKit': (input) => trashPlanKit(context, input),
    'plan.undo': () => stepThrough(context, 'undo'),
    'plan.redo': () => stepThrough(context, 'redo'),
    'plan.history': () => planHistory(context),
  };
}
