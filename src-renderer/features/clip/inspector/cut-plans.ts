import { useDebouncedValue } from '@mantine/hooks';
import { useCall, type CallState } from '#renderer/bridge/use-call.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Range } from '../session/range.ts';

export type CutPlanRow = CallOutput<'clips.planCut'>[number];
export type CutMode = CutPlanRow['mode'];

/** Milliseconds a range rests before it is planned. */
const restTime = 120;

/** What each cut would really do to the range (nothing is asked without an asset); `fresh` is false while the answer is of an earlier range. */
export function useCutPlans(
  assetId: string | null,
  range: Range,
): CallState<CutPlanRow[]> & { fresh: boolean } {
  const key = `${range.from} ${range.to}`;
  const [rested] = useDebouncedValue(key, restTime);
  const [from = 0, to = 0] = rested.split(' ').map(Number);
  const plans = useCall('clips.planCut', assetId === null || to <= from ? null : { assetId, from, to });
  return { ...plans, fresh: rested === key && !plans.loading };
}

/** The mode that will be used: the user's while it is possible, else the recommended one. */
export function chosenPlan(
  plans: readonly CutPlanRow[] | undefined,
  asked: CutMode | null,
): CutPlanRow | undefined {
  return (
    plans?.find((plan) => plan.mode === asked && plan.possible) ??
    plans?.find((plan) => plan.recommended && plan.possible) ??
    plans?.find((plan) => plan.possible)
  );
}
