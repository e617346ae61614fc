import { useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import { phaseOf } from '#shared/plan/campaign-facts.ts';

type Body = KitBody<'campaign'>;

/** Today in the workspace's zone; null until that is known. */
export function useToday(): string | null {
  const zone = useCall('workspace.current', {}, ['workspace.changed']).data?.zone;
  const [now] = useState(() => new Date().toISOString());
  return zone ? createZoneClock(zone).wall(now).slice(0, 10) : null;
}

/** Dates, budgets and phases of campaigns in this window's language. */
export function useCampaignWords() {
  const { t, locale } = useWords();
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const shown = (value: string): string => day.format(new Date(`${value}T12:00:00Z`));
  return {
    dates({ from, to }: Pick<Body, 'from' | 'to'>): string {
      if (from !== null && to !== null)
        return day.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to < from ? from : to}T12:00:00Z`));
      if (from !== null) return t('campaigns.since', { day: shown(from) });
      return to === null ? t('campaigns.no-dates') : t('campaigns.until', { day: shown(to) });
    },
    budget(budget: Body['budget']): string {
      if (budget === null) return '';
      try {
        const format = { style: 'currency', currency: budget.currency, maximumFractionDigits: 0 } as const;
        return new Intl.NumberFormat(locale, format).format(budget.amount);
      } catch {
        return `${budget.amount} ${budget.currency}`;
      }
    },
    phase(body: Pick<Body, 'from' | 'to'>, today: string | null): string {
      if (today === null) return '';
      const phase = phaseOf(body, today);
      if (phase.kind === 'ahead') return t('campaigns.phase-ahead', { days: phase.days });
      if (phase.kind === 'over') return t('campaigns.phase-over', { days: phase.days });
      if (phase.kind === 'open') return '';
      return phase.of === null
        ? t('campaigns.phase-day', { day: phase.day })
        : t('campaigns.phase-day-of', { day: phase.day, of: phase.of });
    },
  };
}
