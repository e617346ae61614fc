import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { answersOf, isQuestion, type Question, questionNames, sharedPlaces } from './comparisons.ts';
import { ConfidenceMark, SourceList } from './fact-source.tsx';
import { placeText, unitText, valueText } from './fact-text.ts';
import styles from './rules.module.css';

/** One fact across all platforms, the narrowest first. */
export function Compare({ pack }: { pack: RulePack }) {
  const words = useWords();
  const { t, say } = words;
  const [asked, setAsked] = useState<string>('title');
  const names: Record<Question, string> = {
    title: t('rules.ask-title'),
    body: t('rules.ask-body'),
    fold: t('rules.ask-fold'),
    hashtags: t('rules.ask-hashtags'),
    links: t('rules.ask-links'),
    pictures: t('rules.ask-pictures'),
    'picture-size': t('rules.ask-picture-size'),
    'picture-bytes': t('rules.ask-picture-bytes'),
    'picture-types': t('rules.ask-picture-types'),
    'picture-aspect': t('rules.ask-picture-aspect'),
    'video-size': t('rules.ask-video-size'),
    'video-duration': t('rules.ask-video-duration'),
    'video-bytes': t('rules.ask-video-bytes'),
    'video-rate': t('rules.ask-video-rate'),
    'alt-text': t('rules.ask-alt-text'),
  };
  const places = useMemo(() => sharedPlaces(pack), [pack]);
  const answers = useMemo(() => answersOf(pack, asked), [pack, asked]);
  const largest = Math.max(...answers.map(({ value }) => (typeof value === 'number' ? value : 0)), 0);
  const nameOf = (platformId: string, formatId: string): [string, string] => {
    const platform = pack.platforms.find(({ id }) => id === platformId);
    const format = platform?.formats.find(({ id }) => id === formatId);
    return [platform ? say(platform.name) : platformId, format ? say(format.name) : formatId];
  };
  return (
    <>
      <div className={styles.filters}>
        <Select
          aria-label={t('rules.compare-what')}
          w={320}
          searchable
          value={asked}
          data={[
            {
              group: t('rules.what-counts'),
              items: questionNames.map((name) => ({ value: name, label: names[name] })),
            },
            {
              group: t('rules.as-stated'),
              items: places.map((place) => ({ value: place, label: placeText(place.split('/'), words) })),
            },
          ]}
          onChange={(value) => value !== null && setAsked(value)}
        />
        <span className={styles.count} role="status">
          {t('rules.formats-count', { count: answers.length })}
        </span>
      </div>
      <table
        className={styles.compare}
        aria-label={isQuestion(asked) ? names[asked] : placeText(asked.split('/'), words)}
      >
        <thead>
          <tr>
            <th scope="col">{t('rules.platform')}</th>
            <th scope="col">{t('rules.value')}</th>
            <th scope="col">{t('rules.trust')}</th>
            <th scope="col">{t('rules.source')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((each) => {
            const [platform, format] = nameOf(each.platform, each.format);
            const share = typeof each.value === 'number' && largest > 0 ? each.value / largest : null;
            return (
              <tr key={`${each.platform}/${each.format}`}>
                <th scope="row">
                  <span className={styles.who}>
                    <PlatformBadge format={each.platform} size={14} />
                    {platform} <span className={styles.dim}>{format}</span>
                  </span>
                </th>
                <td>
                  <span className={styles.value}>
                    {valueText(each.value, each.measure, words)}
                    {each.unit && <span className={styles.unit}>{unitText(each.unit, words)}</span>}
                  </span>
                  {share !== null && (
                    <span className={styles.track} aria-hidden>
                      <span className={styles.bar} style={{ inlineSize: `${share * 100}%` }} />
                    </span>
                  )}
                </td>
                <td>
                  <ConfidenceMark confidence={each.confidence} />
                </td>
                <td>
                  <SourceList
                    fact={{ value: null, source: each.source, confidence: each.confidence }}
                    sources={pack.sources}
                    short
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
