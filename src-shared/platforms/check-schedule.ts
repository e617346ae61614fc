import type { CheckFacts } from './check-facts.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile } from './profile-types.ts';

/** When a post is to go out; ISO 8601 instants. */
export interface PlannedTime {
  dueAt: string | null;
  now: string;
  /** A target that was published is not asked when. */
  published: boolean;
}

function readable(seconds: number): { en: string; zh: string } {
  const hours = seconds / 3600;
  if (hours < 48) return { en: `${Number(hours.toFixed(1))} hours`, zh: `${Number(hours.toFixed(1))} 小时` };
  const days = Math.floor(hours / 24);
  return { en: `${days} days`, zh: `${days} 天` };
}

/** Times that are over, or that the platform's own planner does not take. */
export function scheduleFindings(profile: FormatProfile, facts: CheckFacts, time: PlannedTime): Finding[] {
  if (time.dueAt === null || time.published) return [];
  const ahead = (Date.parse(time.dueAt) - Date.parse(time.now)) / 1000;
  const { min, max } = facts.schedule;
  if (ahead < 0) {
    return [
      find('schedule-past', null, {
        en: 'The time is over and the post is not published. Choose another one, or mark it as published.',
        zh: '发布时间已过但尚未发布。请改时间，或标记为已发布。',
      }),
    ];
  }
  if (min && ahead < min.value) {
    const least = readable(min.value);
    const limit = { ...min, soft: true as const };
    return [
      find('schedule-too-soon', limit, {
        en: `${profile.platformName.en} plans posts at least ${least.en} ahead. Post by hand or choose a later time.`,
        zh: `${profile.platformName.zh}的定时发布至少要提前 ${least.zh}。请手动发布或改晚一些。`,
      }),
    ];
  }
  if (max && ahead > max.value) {
    const most = readable(max.value);
    // The package can still be handed over later: only planning it on the platform today is refused.
    return [
      find(
        'schedule-too-late',
        { ...max, advised: true },
        {
          en: `${profile.platformName.en} plans posts at most ${most.en} ahead. Hand it over nearer to its time.`,
          zh: `${profile.platformName.zh}的定时发布最多提前 ${most.zh}。请在临近时再交付。`,
        },
      ),
    ];
  }
  return [];
}
