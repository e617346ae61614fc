import { isOpen, type PlanWarning, type WarningContext, type WeighedEntry } from './warnings-context.ts';
import { about } from './warnings-times.ts';

const hour = 3_600_000;

/** Hours that are left until its time, rounded down. */
function hoursLeft(entry: WeighedEntry, context: WarningContext): number {
  return Math.floor((entry.at - context.now) / hour);
}

function isNear(entry: WeighedEntry, hours: number, context: WarningContext): boolean {
  return isOpen(entry, context) && entry.at - context.now <= hours * hour;
}

/** Each post once, at its first time. */
function once(entries: readonly WeighedEntry[]): WeighedEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function leadOf(entry: WeighedEntry, context: WarningContext): number {
  return context.approvals.get(entry.id)?.leadHours || context.settings.leadHours;
}

/** Posts whose approvals are still missing when the lead time of their rule has begun. */
export function approvalsMissing(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  return once(entries).flatMap((entry): PlanWarning[] => {
    const approval = context.approvals.get(entry.id);
    if (!approval || !isNear(entry, leadOf(entry, context), context)) return [];
    const left = hoursLeft(entry, context);
    return [
      {
        key: `approval:${entry.id}:${entry.at}`,
        code: 'approval-missing',
        severity: 'error',
        day: entry.day,
        message:
          approval.missing > 0
            ? {
                en: `“${entry.title}” still needs approval (missing: ${approval.missing}) and is due in ${left} hours.`,
                zh: `“${entry.title}”还差 ${approval.missing} 个批准，距发布还有 ${left} 小时。`,
              }
            : {
                en: `Changes are wanted of “${entry.title}”, and it is due in ${left} hours.`,
                zh: `“${entry.title}”被要求修改，距发布还有 ${left} 小时。`,
              },
        ...about([entry]),
        movable: null,
      },
    ];
  });
}

/** Posts of formats that need a picture or clip and have none, within the lead time. */
export function mediaMissing(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  return once(entries).flatMap((entry): PlanWarning[] => {
    if (entry.media.length > 0 || !isNear(entry, leadOf(entry, context), context)) return [];
    if (!entry.formats.some((format) => context.needsMedia(format))) return [];
    const left = hoursLeft(entry, context);
    return [
      {
        key: `media:${entry.id}:${entry.at}`,
        code: 'media-missing',
        severity: 'error',
        day: entry.day,
        message: {
          en: `“${entry.title}” has no picture or clip yet and is due in ${left} hours.`,
          zh: `“${entry.title}”还没有图片或视频，距发布还有 ${left} 小时。`,
        },
        ...about([entry]),
        movable: null,
      },
    ];
  });
}

/** Ideas and drafts within the lead time; those that wait for approvals have a warning of their own. */
export function notReady(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  return once(entries).flatMap((entry): PlanWarning[] => {
    if (entry.status !== 'idea' && entry.status !== 'draft') return [];
    if (context.approvals.has(entry.id) || !isNear(entry, context.settings.leadHours, context)) return [];
    const left = hoursLeft(entry, context);
    return [
      {
        key: `ready:${entry.id}:${entry.at}`,
        code: 'not-ready',
        severity: 'warning',
        day: entry.day,
        message:
          entry.status === 'idea'
            ? {
                en: `“${entry.title}” is still an idea and is due in ${left} hours.`,
                zh: `“${entry.title}”还只是想法，距发布还有 ${left} 小时。`,
              }
            : {
                en: `“${entry.title}” is still a draft and is due in ${left} hours.`,
                zh: `“${entry.title}”仍是草稿，距发布还有 ${left} 小时。`,
              },
        ...about([entry]),
        movable: null,
      },
    ];
  });
}
