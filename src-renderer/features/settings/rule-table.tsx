import { useWords } from '#renderer/ui/words.tsx';
import { type Confidence, type RulePack, sourceKeys } from '#shared/platforms/rule-pack.ts';
import { factPlace } from './fact-words.ts';
import { type PlacedFact, valueText } from './facts.ts';
import styles from './settings.module.css';

/** Facts of one format: what, how much, how sure, and where it was read. */
export function RuleTable({
  facts,
  sources,
}: {
  facts: readonly PlacedFact[];
  sources: RulePack['sources'];
}) {
  const words = useWords();
  const { t, locale } = words;
  const confidences: Record<Confidence, string> = {
    user: t('rules.user'),
    official: t('settings.official'),
    'official-quoted': t('settings.official-quoted'),
    'ui-observed': t('settings.ui-observed'),
    'tool-code': t('settings.tool-code'),
    vendor: t('settings.vendor'),
    remembered: t('settings.remembered'),
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('settings.rule')}</th>
          <th scope="col">{t('settings.value')}</th>
          <th scope="col">{t('settings.confidence')}</th>
          <th scope="col">{t('settings.source')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ path, fact }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives share a path; the list never reorders
          <tr key={`${path}-${index}`}>
            <th scope="row">{factPlace(path, words)}</th>
            <td className={styles.value} title={fact.note}>
              {valueText(fact, locale)}
              {fact.note && <span className={styles.note}>{fact.note}</span>}
            </td>
            <td className={styles.confidence} data-confidence={fact.confidence}>
              {confidences[fact.confidence]}
            </td>
            <td className={styles.sources}>
              {sourceKeys(fact.source).map((key) => {
                const source = sources[key];
                if (!source) return null;
                const words = [key, source.date].filter(Boolean).join(', ');
                return source.url.startsWith('http') ? (
                  <a key={key} href={source.url} target="_blank" rel="noreferrer">
                    {words}
                  </a>
                ) : (
                  <span key={key}>{words}</span>
                );
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
