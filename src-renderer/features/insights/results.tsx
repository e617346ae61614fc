import { BestHours } from '#renderer/ui/insight/best-hours.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import styles from './insights.module.css';

/** What came in, by platform and account, with the hours that it speaks for. */
export function Results({ sets, zone }: { sets: CallOutput<'results.summary'>; zone: string }) {
  const { t, say, locale } = useWords();
  const pack = useRulePack();
  const accounts = useKit('account');
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone });
  return (
    <ul className={styles.sets}>
      {sets.map(({ platform, accountId, count, from, to }) => {
        const named = pack?.platforms.find(({ id }) => id === platform)?.name;
        const account = accounts?.find(({ id }) => id === accountId)?.name;
        return (
          <li key={`${platform} ${accountId}`} className={styles.set}>
            <div className={styles.setHead}>
              <PlatformBadge format={platform} />
              <h3 className={styles.setName}>{account ?? (named ? say(named) : platform)}</h3>
              <span className={styles.hint}>
                {t('insight.results-about', {
                  count,
                  period: date.formatRange(new Date(from), new Date(to)),
                })}
              </span>
            </div>
            <BestHours platform={platform} accountId={accountId ?? undefined} zone={zone} />
          </li>
        );
      })}
    </ul>
  );
}
