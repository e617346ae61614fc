import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { type Confidence, confidences, type RulePack } from '#shared/platforms/rule-pack.ts';
import { AddFact } from './add-fact.tsx';
import type { KeptChange } from './change-rules.ts';
import { FactRow } from './fact-row.tsx';
import { useConfidenceNames } from './fact-source.tsx';
import { placeText } from './fact-text.ts';
import styles from './rules.module.css';
import { type FactFilter, type ShownFormat, shownFacts } from './shown-facts.ts';

const all = '*';

function FormatFacts({
  shown,
  sources,
  accountId,
  scopeName,
}: {
  shown: ShownFormat;
  sources: RulePack['sources'];
  accountId: string | null;
  scopeName: string;
}) {
  const words = useWords();
  const { platform, format, facts } = shown;
  const parts = [...Map.groupBy(facts, ({ path }) => path[0] ?? '')];
  return (
    <section className={styles.format} aria-label={`${words.say(platform.name)} · ${words.say(format.name)}`}>
      <AddFact platform={platform.id} format={format} accountId={accountId} scopeName={scopeName}>
        <PlatformBadge format={platform.id} size={16} />
        <h3 className={styles.formatName}>
          {words.say(platform.name)} <span className={styles.dim}>{words.say(format.name)}</span>
        </h3>
        <code className={styles.code}>{`${platform.id}/${format.id}`}</code>
      </AddFact>
      {parts.map(([part, placed]) => (
        <div key={part} role="list" aria-label={placeText([part], words)}>
          <div className={styles.partHead} aria-hidden>
            {placeText([part], words)}
          </div>
          {placed.map((fact) => (
            <FactRow
              key={fact.path.join('/')}
              shown={fact}
              sources={sources}
              accountId={accountId}
              scopeName={scopeName}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

/** Every fact of every format, found by words, platform, trust, and what was changed or is disputed. */
export function Browse({
  pack,
  kept,
  accountId,
  scopeName,
  onlyPlatform,
}: {
  pack: RulePack;
  kept: readonly KeptChange[];
  accountId: string | null;
  scopeName: string;
  /** The account's own platform; null in the workspace's scope. */
  onlyPlatform: string | null;
}) {
  const words = useWords();
  const { t, say } = words;
  const names = useConfidenceNames();
  const [filter, setFilter] = useState<FactFilter>({
    platform: 'xiaohongshu',
    search: '',
    confidence: null,
    only: 'all',
  });
  const change = (part: Partial<FactFilter>): void => setFilter((before) => ({ ...before, ...part }));
  const platform = onlyPlatform ?? filter.platform;
  const wanted = useDeferredValue(useMemo(() => ({ ...filter, platform }), [filter, platform]));
  const formats = useMemo(
    () => shownFacts(pack, kept, accountId, wanted, words),
    [pack, kept, accountId, wanted, words],
  );
  const count = formats.reduce((sum, { facts }) => sum + facts.length, 0);
  const platforms = offeredPlatforms(pack);
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          className={styles.search ?? ''}
          aria-label={t('rules.search')}
          placeholder={t('rules.search')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={filter.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
        <Select
          aria-label={t('rules.platform')}
          w={200}
          searchable
          disabled={onlyPlatform !== null}
          data={[
            { value: all, label: t('rules.all-platforms') },
            ...platforms.map((each) => ({ value: each.id, label: say(each.name) })),
          ]}
          value={platform ?? all}
          onChange={(value) => change({ platform: value === all ? null : value })}
          {...(platform === null ? {} : { leftSection: <PlatformBadge format={platform} size={13} /> })}
        />
        <Select
          aria-label={t('rules.trust')}
          w={140}
          data={[
            { value: all, label: t('rules.any-trust') },
            ...confidences.map((each) => ({ value: each, label: names[each] })),
          ]}
          value={filter.confidence ?? all}
          onChange={(value) => change({ confidence: value === all ? null : (value as Confidence) })}
        />
        <SegmentedControl
          aria-label={t('rules.show')}
          value={filter.only}
          data={[
            { value: 'all', label: t('rules.all') },
            { value: 'changed', label: t('rules.changed') },
            { value: 'disputed', label: t('rules.disputed') },
          ]}
          onChange={(value) => change({ only: value as FactFilter['only'] })}
        />
        <span className={styles.count} role="status">
          {t('rules.count', { count })}
        </span>
      </div>
      {formats.length === 0 ? (
        <EmptyState icon={IconSearch} title={t('rules.none-title')} body={t('rules.none-body')}>
          <Button
            variant="default"
            onClick={() => setFilter({ platform: null, search: '', confidence: null, only: 'all' })}
          >
            {t('rules.show-all')}
          </Button>
        </EmptyState>
      ) : (
        formats.map((shown) => (
          <FormatFacts
            key={`${shown.platform.id}/${shown.format.id}`}
            shown={shown}
            sources={pack.sources}
            accountId={accountId}
            scopeName={scopeName}
          />
        ))
      )}
    </>
  );
}
