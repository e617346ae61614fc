import { Button, Progress } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Job } from '#shared/domain/job.ts';
import { formatSpan } from '../fields/spans.ts';
import styles from './inspector.module.css';

/** An export under way: how far it is, how long it takes yet, and the way to stop it. */
export function RunningExport({ job, cancel }: { job: Job | null; cancel(): void }) {
  const { t, locale } = useWords();
  return (
    <div className={styles.running} role="status">
      <Progress
        aria-label={t('clip.exporting')}
        value={job && job.total > 0 ? (job.done / job.total) * 100 : 100}
        animated={!job || job.total === 0}
        size="sm"
      />
      <div className={styles.runningRow}>
        <span className={styles.dim}>
          {typeof job?.secondsLeft === 'number'
            ? t('clip.time-left', { time: formatSpan(job.secondsLeft, locale) })
            : t('clip.exporting')}
        </span>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlayerStop size={14} stroke={1.5} />}
          onClick={cancel}
        >
          {t('clip.cancel')}
        </Button>
      </div>
    </div>
  );
}
