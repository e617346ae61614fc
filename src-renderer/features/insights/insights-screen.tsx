import { Button, Menu } from '@mantine/core';
import { IconChartDots, IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { downloadText } from '#renderer/ui/download.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
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
  const [importing, setImporting] = useState(false);
  const workspace = useCall('workspace.current', {}, ['workspace.changed']).data;
  const sets = useCall('results.summary', {}, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'kit',
  });
  const zone = workspace?.zone;
  const button = (
    <Button leftSection={<IconUpload size={16} stroke={1.5} />} onClick={() => setImporting(true)}>
      {t('insight.import')}
    </Button>
  );
  if (sets.failure) return <FailureNote error={sets.failure} onRetry={sets.reload} />;
  const isEmpty = sets.data?.length === 0;
  return (
    <div className={styles.screen} data-empty={isEmpty}>
      {importing && zone && <ImportDialog zone={zone} onClose={() => setImporting(false)} />}
      {isEmpty && (
        <EmptyState icon={IconChartDots} title={t('insights.title')} body={t('insights.body')}>
          {button}
          <ExportMenu />
        </EmptyState>
      )}
      {sets.data && !isEmpty && zone && (
        <>
          <Slot name="topbar-actions">
            <ExportMenu />
            {button}
          </Slot>
          <Results sets={sets.data} zone={zone} />
        </>
      )}
      <Counts />
    </div>
  );
}

/** The plan itself as a table or as JSON. */
function ExportMenu() {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const exportPlan = (format: 'csv' | 'json'): void =>
    void call('plan.export', { format }).then((file) => {
      downloadText(file.name, file.text);
      notify(t('insights.exported', { count: number.format(file.rows) }));
    }, notifyFailure);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.5} />}>
          {t('insights.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => exportPlan('csv')}>{t('insights.export-csv')}</Menu.Item>
        <Menu.Item onClick={() => exportPlan('json')}>{t('insights.export-json')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
