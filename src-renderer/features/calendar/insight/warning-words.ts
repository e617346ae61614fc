import type { Words } from '#renderer/ui/words.tsx';
import type { WarningCode } from '#shared/plan/warnings-context.ts';

/** Headings of the groups, in the order in which they are shown. */
export function warningWords(t: Words['t']): Record<WarningCode, string> {
  return {
    'approval-missing': t('insight.approval-missing'),
    'media-missing': t('insight.media-missing'),
    'not-ready': t('insight.not-ready'),
    clash: t('insight.clash'),
    'quiet-hours': t('insight.quiet-hours'),
    'planner-too-soon': t('insight.planner-too-soon'),
    'same-text': t('insight.same-text'),
    'same-picture': t('insight.same-picture'),
    'same-media': t('insight.same-media'),
    'same-topic': t('insight.same-topic'),
    gap: t('insight.gap'),
    'planner-too-late': t('insight.planner-too-late'),
  };
}
