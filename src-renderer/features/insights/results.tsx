import type { CSSProperties } from 'react';
import { BestHours } from '#renderer/ui/insight/best-hours.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import styles from './insights.module.css';

type ResultSet = CallOutput<'results.report'>[number];

/** Months and posts that are shown of a set. */
const shownMonths = 12;
const shownPosts = 3;

/** A wall time as the formats of dates want it. */
const asUtc = (local: string): Date => new Date(`${local.length === 7 ? `${local}-01` : local}Z`);

/** What came in, by platform and account: what it reached, what did best, and the hours that it speaks for. */
export function Results({ sets, zone }: { sets: CallOutput<'results.report'>; zone: string }) {
  const { t, say, locale } = useWords();
  const pack = useRulePack();
  const accounts = useKit('account');
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <ul className={styles.sets}>
      {sets.map((set) => {
        const { platform, accountId, count, from, to } = set;
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
                  period: date.formatRange(asUtc(from), asUtc(to)),
                })}
              </span>
            </div>
            <Figures set={set} />
            <Months set={set} />
            <Best set={set} />
            <h4 className={styles.part}>{t('insight.hours')}</h4>
            <BestHours platform={platform} accountId={accountId ?? undefined} zone={zone} />
          </li>
        );
      })}
    </ul>
  );
}

function Figures({ set }: { set: ResultSet }) {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const figures = [
    [t('insight.reach'), number.format(set.reach)],
    [t('insight.median-reach'), number.format(set.medianReach)],
    [t('insight.engagements'), number.format(set.engagements)],
    [t('insight.rate'), percent.format(set.rate)],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dd>{value}</dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  );
}

/** Months beside each other, by what a post of theirs reached in the middle. */
function Months({ set }: { set: ResultSet }) {
  const { t, locale } = useWords();
  if (set.months.length < 2) return null;
  const months = set.months.slice(-shownMonths);
  const most = Math.max(1, ...months.map(({ medianReach }) => medianReach));
  const number = new Intl.NumberFormat(locale);
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const whole = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <>
      <h4 className={styles.part}>{t('insight.by-month')}</h4>
      <ol className={styles.months}>
        {months.map(({ month, medianReach, count }) => {
          const about = t('insight.month-about', {
            month: whole.format(asUtc(month)),
            reach: number.format(medianReach),
            count,
          });
          return (
            <li key={month} title={about} aria-label={about}>
              <span
                className={styles.bar}
                style={{ '--part': (medianReach / most).toFixed(3) } as CSSProperties}
              />
              <span aria-hidden="true">{name.format(asUtc(month))}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What reached most. */
function Best({ set }: { set: ResultSet }) {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <h4 className={styles.part}>{t('insight.top')}</h4>
      <ol className={styles.top}>
        {set.top.slice(0, shownPosts).map(({ local, title, link, reach }) => {
          const name = title || link || date.format(asUtc(local));
          return (
            <li key={`${local} ${name}`}>
              <span className={styles.topName} title={name}>
                {link.startsWith('https:') ? (
                  <a href={link} target="_blank" rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </span>
              <span className={styles.hint}>{date.format(asUtc(local))}</span>
              <span className={styles.topReach}>{number.format(reach)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
