import { Button } from '@mantine/core';
import { IconChartDots, IconDownload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { downloadText } from '#renderer/ui/download.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { postStatuses } from '#shared/domain/post.ts';
import styles from './insights.module.css';

/** Results cannot be imported yet, and this says so; what is known today is the plan itself. */
export default function InsightsScreen() {
  const { t, locale } = useWords();
  const statuses = useStatusWords();
  const posts = useCall('posts.list', { limit: 1000 }, ['records.changed', 'workspace.changed']);
  const number = new Intl.NumberFormat(locale);
  const items = posts.data?.items ?? [];

  const exportPlan = (format: 'csv' | 'json'): void =>
    void call('plan.export', { format }).then((file) => {
      downloadText(file.name, file.text);
      notify(t('insights.exported', { count: number.format(file.rows) }));
    }, notifyFailure);

  return (
    <div className={styles.screen}>
      <EmptyState icon={IconChartDots} title={t('insights.title')} body={t('insights.body')}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.5} />}
          onClick={() => exportPlan('csv')}
        >
          {t('insights.export-csv')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.5} />}
          onClick={() => exportPlan('json')}
        >
          {t('insights.export-json')}
        </Button>
      </EmptyState>
      {items.length > 0 && (
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
      )}
    </div>
  );
}
