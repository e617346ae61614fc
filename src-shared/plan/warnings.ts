import { finished, type Steps } from './steps.ts';
import type { PlanWarning, WarningCode, WarningContext, WeighedEntry } from './warnings-context.ts';
import { approvalsMissing, mediaMissing, notReady } from './warnings-ready.ts';
import { mediaRepeats, pictureRepeats, textRepeats, topicRepeats } from './warnings-repeats.ts';
import { clashes, gaps, plannerLimits, quietHours } from './warnings-times.ts';

/** Later ones of a kind are counted, not listed. */
const mostOfKind = 200;

const weight = { error: 0, warning: 1, note: 2 } as const;

interface Found {
  warnings: PlanWarning[];
  totals: Partial<Record<WarningCode, number>>;
  dismissed: number;
}

/**
 * Everything about a plan that somebody should look at: what is over is left alone. The same plan at the same moment
 * gives the same list, whatever the order of `entries`. Pauses again and again.
 */
export function* warningSteps(entries: readonly WeighedEntry[], context: WarningContext): Steps<Found> {
  const sorted = [...entries].sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1));
  const kinds = [
    approvalsMissing,
    mediaMissing,
    notReady,
    clashes,
    quietHours,
    plannerLimits,
    textRepeats,
    pictureRepeats,
    mediaRepeats,
    topicRepeats,
    gaps,
  ];
  const putAway = new Set(context.settings.dismissed);
  const all: PlanWarning[] = [];
  for (const find of kinds) {
    yield;
    const found = find(sorted, context);
    const list = Array.isArray(found) ? found : yield* found;
    for (const warning of list)
      if (warning.day >= context.from && warning.day < context.to) all.push(warning);
  }
  yield;
  const shown = all.filter(({ key }) => !putAway.has(key));
  const totals: Partial<Record<WarningCode, number>> = {};
  const warnings = shown
    .sort(
      (one, other) =>
        weight[one.severity] - weight[other.severity] ||
        (one.day < other.day ? -1 : one.day > other.day ? 1 : one.key < other.key ? -1 : 1),
    )
    .filter(({ code }) => {
      totals[code] = (totals[code] ?? 0) + 1;
      return (totals[code] ?? 0) <= mostOfKind;
    });
  return { warnings, totals, dismissed: all.length - shown.length };
}

/** The warnings of `warningSteps`, without a pause. */
export function findWarnings(entries: readonly WeighedEntry[], context: WarningContext): Found {
  return finished(warningSteps(entries, context));
}
