import { useMemo } from 'react';
import { Link } from 'wouter';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Day } from '#shared/domain/calendar-days.ts';
import styles from './week.module.css';

/** Campaigns side by side at most; the others are counted. */
const mostRows = 3;

/** What lasts whole days: the campaigns that run on those days, as bars above the hours. Nothing when none does. */
export function CampaignStrip({ days }: { days: readonly Day[] }) {
  const { t } = useWords();
  const campaigns = useKit('campaign');
  const bars = useMemo(() => {
    const first = days[0] ?? '';
    const last = days.at(-1) ?? '';
    return (campaigns ?? [])
      .flatMap(({ id, name, body }) => {
        const from = body.from ?? body.to;
        const to = body.to ?? body.from;
        if (from === null || to === null || to < first || from > last) return [];
        return [{ id, name, hue: body.hue, from, to }];
      })
      .sort((one, other) => (one.from < other.from ? -1 : 1));
  }, [campaigns, days]);
  if (bars.length === 0) return null;
  return (
    <div className={styles.strip} role="list" aria-label={t('calendar.running-campaigns')}>
      {bars.slice(0, mostRows).map((bar, row) => {
        const start = Math.max(0, days.indexOf(bar.from));
        const end = days.includes(bar.to) ? days.indexOf(bar.to) : days.length - 1;
        return (
          <span
            key={bar.id}
            className={styles.campaign}
            role="listitem"
            title={`${bar.name}, ${bar.from} – ${bar.to}`}
            data-opens={days.includes(bar.from)}
            data-ends={days.includes(bar.to)}
            style={{
              gridColumn: `${start + 2} / ${end + 3}`,
              gridRow: row + 1,
              ...(bar.hue ? { borderInlineStartColor: bar.hue } : {}),
            }}
          >
            <Link className={styles.campaignLink} href={`/campaigns/${bar.id}`}>
              {bar.name}
            </Link>
          </span>
        );
      })}
      {bars.length > mostRows && (
        <span className={styles.moreCampaigns} style={{ gridRow: mostRows }}>
          +{bars.length - mostRows}
        </span>
      )}
    </div>
  );
}
