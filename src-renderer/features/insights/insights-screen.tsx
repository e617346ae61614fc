import { Button } from '@mantine/core';
import { IconChartDots, IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { usePlanFiles } from '#renderer/ui/plan-files/use-plan-files.tsx';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { postStatuses } from '#shared/domain/post.ts';
import { ImportDialog } from './import-dialog.tsx';
import styles from './insights.module.css';
import { Results } from './results.tsx';

/** Results that platforms let one download, and what they say about when to post; and the plan to take along. */
export default function InsightsScreen() {
  const { t } = useWords();
  const { exportPlan, dialog } = usePlanFiles();
  const [importing, setImporting] = useState(false);
  const workspace = useCall('workspace.current', {}, ['workspace.changed']).data;
  const zone = workspace?.zone;
  const sets = useCall('results.report', { zone: zone ?? 'UTC' }, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'kit',
  });
  const button = (
    <Button leftSection={<IconUpload size={16} stroke={1.5} />} onClick={() => setImporting(true)}>
      {t('insight.import')}
    </Button>
  );
  const exportButton = (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.5} />}
      onClick={() => exportPlan.run()}
    >
      {t('plan-files.export')}
    </Button>
  );
  if (sets.failure) return <FailureNote error={sets.failure} onRetry={sets.reload} />;
  const isEmpty = sets.data?.length === 0;
  return (
    <div className={styles.screen} data-empty={isEmpty}>
      {dialog}
      {importing && zone && <ImportDialog zone={zone} onClose={() => setImporting(false)} />}
      {isEmpty && (
        <EmptyState icon={IconChartDots} title={t('insights.title')} body={t('insights.body')}>
          {button}
          {exportButton}
        </EmptyState>
      )}
      {sets.data && !isEmpty && zone && (
        <>
          <Slot name="topbar-actions">
            {exportButton}
            {button}
          </Slot>
          <Results sets={sets.data} zone={zone} />
        </>
      )}
      <Counts />
    </div>
  );
}

/** How many posts stand where. */
function Counts() {
  const { t, locale } = useWords();
  const statuses = useStatusWords();
  const posts = useCall('posts.list', { limit: 1000 }, ['records.changed', 'workspace.changed']);
  const number = new Intl.NumberFormat(locale);
  const items = posts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className={styles.today} aria-labelledby="insights-today">
      <h3 className={styles.heading} id="insights-today">
        {t('insights.today')}
      </h3>
      <dl className={styles.counts}>
        {postStatuses.map((status) => (
          <div className={styles.count} key={status}>
            <dd>{number.format(items.filter((post) => post.status === status).length)}</dd>
            <dt>{statuses[status]}</dt>
          </div>
        ))}
      </dl>
      <Link href="/posts">{t('insights.see-posts')}</Link>
    </section>
  );
}
