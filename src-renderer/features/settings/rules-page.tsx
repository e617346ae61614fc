import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { factPlace } from './fact-words.ts';
import { flattenFacts } from './facts.ts';
import { RuleTable } from './rule-table.tsx';
import styles from './settings.module.css';

/** Every limit Galley checks against, with where it was read, when, and how far it is to be trusted. */
export function RulesPage() {
  const words = useWords();
  const { t, say, locale } = words;
  const pack = useRulePack();
  const [platformId, setPlatformId] = useState('xiaohongshu');
  const [search, setSearch] = useState('');
  if (!pack) return null;
  const platform = pack.platforms.find((each) => each.id === platformId) ?? pack.platforms[0];
  if (!platform) return null;
  const needle = search.trim().toLowerCase();
  return (
    <>
      <p className={styles.lead}>
        {t('settings.rules-lead', {
          count: pack.platforms.length,
          date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
            new Date(pack.generated),
          ),
        })}
      </p>
      <div className={styles.filter}>
        <Select
          aria-label={t('settings.platform')}
          w={220}
          searchable
          data={pack.platforms.map((each) => ({ value: each.id, label: say(each.name) }))}
          value={platform.id}
          onChange={(value) => value !== null && setPlatformId(value)}
          leftSection={<PlatformBadge format={platform.id} size={14} />}
        />
        <TextInput
          aria-label={t('settings.search-rules')}
          placeholder={t('settings.search-rules')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {platform.formats.map((format) => {
        const facts = flattenFacts(format).filter(
          (fact) =>
            needle === '' ||
            `${factPlace(fact.path, words)} ${JSON.stringify(fact)}`.toLowerCase().includes(needle),
        );
        if (facts.length === 0) return null;
        return (
          <section className={styles.format} key={format.id}>
            <h3 className={styles.heading}>
              {say(format.name)} <code className={styles.code}>{`${platform.id}/${format.id}`}</code>
            </h3>
            <RuleTable facts={facts} sources={pack.sources} />
          </section>
        );
      })}
    </>
  );
}
