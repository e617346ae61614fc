import { Button, Modal, SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { RuleForm } from './rule-form.tsx';
import { RulePreview } from './rule-preview.tsx';
import styles from './timing.module.css';

type Scope = 'this' | 'following' | 'all';

function SeriesForm({
  series,
  entry,
  at,
  onClose,
}: {
  series: KitItem<'series'>;
  entry: PlanEntry;
  /** Wall time of this one's turn. */
  at: string;
  onClose(): void;
}) {
  const { t } = useWords();
  const { weekStart, changes } = usePlanTools();
  const { body } = series;
  const [scope, setScope] = useState<Scope>('this');
  const [rule, setRule] = useState(body.rule);
  const shownTime = scope === 'this' ? (entry.schedule?.local ?? at).slice(11) : body.start.slice(11);
  const [typed, setTyped] = useState<string | null>(null);
  const time = typed ?? shownTime;
  const [words, setWords] = useState(false);
  const title = entry.title || entry.excerpt || t('ui.untitled');
  const start = `${(scope === 'all' ? body.start : at).slice(0, 11)}${time || at.slice(11)}`;
  const parts = {
    ...(time !== '' && time !== shownTime ? { time } : {}),
    ...(scope === 'this' || rule === body.rule ? {} : { rule }),
    ...(scope !== 'this' && words ? { wordsFrom: entry.id } : {}),
  };
  const change = (): void => {
    onClose();
    const wanted = { id: series.id, scope, at, ...parts };
    void changes.run(() => call('series.change', wanted), t('timing.changed-series', { title }));
  };
  const remove = (): void => {
    onClose();
    void changes.run(
      () => call('series.remove', { id: series.id, scope, at }),
      scope === 'this' ? t('timing.removed', { title }) : t('timing.removed-many', { title }),
    );
  };
  return (
    <>
      <SegmentedControl
        fullWidth
        mb="md"
        aria-label={t('timing.scope')}
        data={[
          { value: 'this', label: t('timing.scope-this') },
          { value: 'following', label: t('timing.scope-following') },
          { value: 'all', label: t('timing.scope-all') },
        ]}
        value={scope}
        onChange={(value) => setScope(value === 'all' || value === 'following' ? value : 'this')}
      />
      <div className={styles.columns}>
        <div className={styles.form}>
          <TimeField label={t('timing.time')} value={time} onChange={setTyped} />
          {scope !== 'this' && (
            <>
              <RuleForm rule={rule} start={start} weekStart={weekStart} onChange={setRule} />
              <Switch
                size="xs"
                label={t('timing.take-words')}
                checked={words}
                onChange={(event) => setWords(event.currentTarget.checked)}
              />
            </>
          )}
        </div>
        <RulePreview rule={scope === 'this' ? body.rule : rule} start={start} zone={body.zone} />
      </div>
      <div className={styles.foot}>
        <Button className={styles.first ?? ''} variant="subtle" color="gray" onClick={remove}>
          {t('timing.remove')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('timing.cancel')}
        </Button>
        <Button disabled={Object.keys(parts).length === 0} onClick={change}>
          {t('timing.change-series')}
        </Button>
      </div>
    </>
  );
}

/** Changes one occurrence of a series, those from it on, or all, or takes them out. */
export function SeriesDialog({
  entry,
  seriesId,
  onClose,
}: {
  entry: PlanEntry;
  seriesId: string;
  onClose(): void;
}) {
  const { t } = useWords();
  const series = useKit('series')?.find(({ id }) => id === seriesId);
  const at = useCall('posts.get', { id: entry.id }).data?.series?.at;
  const title = entry.title || entry.excerpt || t('ui.untitled');
  return (
    <Modal opened onClose={onClose} size={760} title={t('timing.series-title', { title })}>
      {series && at && <SeriesForm series={series} entry={entry} at={at} onClose={onClose} />}
    </Modal>
  );
}
