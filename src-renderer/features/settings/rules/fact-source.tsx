import { useWords } from '#renderer/ui/words.tsx';
import {
  type Confidence,
  type Fact,
  ownSource,
  type RulePack,
  sourceKeys,
} from '#shared/platforms/rule-pack.ts';
import styles from './rules.module.css';

/** What the levels of trust are called here. */
export function useConfidenceNames(): Record<Confidence, string> {
  const { t } = useWords();
  return {
    user: t('rules.user'),
    official: t('settings.official'),
    'official-quoted': t('settings.official-quoted'),
    'ui-observed': t('settings.ui-observed'),
    'tool-code': t('settings.tool-code'),
    vendor: t('settings.vendor'),
    remembered: t('settings.remembered'),
  };
}

export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  const names = useConfidenceNames();
  return (
    <span className={styles.confidence} data-confidence={confidence}>
      <span className={styles.dot} aria-hidden />
      {names[confidence]}
    </span>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

/** Where a fact was read: title, address and date of each source; `short` names keys and years only. */
export function SourceList({
  fact,
  sources,
  short,
}: {
  fact: Fact;
  sources: RulePack['sources'];
  short?: boolean;
}) {
  const { t, locale } = useWords();
  const keys = sourceKeys(fact.source);
  if (keys.includes(ownSource)) return <span className={styles.source}>{t('rules.own-source')}</span>;
  const known = keys.flatMap((key) => {
    const source = sources[key];
    return source ? [{ key, ...source }] : [];
  });
  if (known.length === 0) return <span className={styles.source}>{t('rules.no-source')}</span>;
  const dateOf = (text: string): string => {
    const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
    return date
      ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date)
      : text;
  };
  return (
    <span className={styles.sources}>
      {known.map(({ key, url, date, via, note }) => {
        const isPage = /^https?:/.test(url);
        const title = isPage ? hostOf(url) : url;
        return (
          <span key={key} className={styles.source} title={short ? `${key} · ${url}` : undefined}>
            {isPage ? (
              <a href={url} target="_blank" rel="noreferrer">
                {short ? hostOf(url) : url}
              </a>
            ) : (
              <span className={styles.code}>{short ? (title.split(':')[0] ?? title) : title}</span>
            )}
            {date && <time dateTime={date}>{dateOf(date)}</time>}
            {!short && via && <span>{via}</span>}
            {!short && note && <span>{note}</span>}
          </span>
        );
      })}
    </span>
  );
}
