import { ActionIcon, Button, Indicator, Popover, Progress, RingProgress, Tooltip } from '@mantine/core';
import { IconProgress } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { uploadStore } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { isLive, JobRow } from './job-row.tsx';
import styles from './job-tray.module.css';
import { useJobs } from './jobs.tsx';

/** The work under way: a ring with the count in the bar, every job with its controls below it. */
export function JobTray() {
  const { t } = useWords();
  const jobs = useJobs();
  const [open, setOpen] = useState(false);
  const uploads = useSyncExternalStore(uploadStore.subscribe, uploadStore.current);
  const live = jobs.filter(isLive);
  const ended = jobs.filter((job) => !isLive(job));
  const failed = jobs.some((job) => job.state === 'failed' || job.state === 'interrupted');
  const count = live.length + uploads.length;
  const shares = [
    ...live.map((job) => (job.total > 0 ? job.done / job.total : 0)),
    ...uploads.map((upload) => (upload.total > 0 ? upload.sent / upload.total : 0)),
  ];
  const share = shares.length > 0 ? shares.reduce((sum, each) => sum + each, 0) / shares.length : 0;
  const word = count > 0 ? t('jobs.tray-busy', { count }) : t('jobs.tray');
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={word} disabled={open}>
          <ActionIcon
            aria-label={word}
            aria-expanded={open}
            className={styles.target}
            onClick={() => setOpen(!open)}
          >
            {count > 0 ? (
              <RingProgress
                size={24}
                thickness={2.5}
                sections={[{ value: Math.max(4, share * 100), color: 'var(--g-accent)' }]}
                label={<span className={styles.count}>{count}</span>}
                aria-hidden
              />
            ) : (
              <Indicator disabled={!failed} color="var(--g-error)" size={7} offset={2}>
                <IconProgress size={18} stroke={1.5} />
              </Indicator>
            )}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('jobs.tray')}>
        <header className={styles.head}>
          <h2 className={styles.heading}>{t('jobs.tray')}</h2>
          {ended.length > 1 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() =>
                void Promise.all(ended.map((job) => call('jobs.dismiss', { id: job.id }))).catch(
                  notifyFailure,
                )
              }
            >
              {t('jobs.dismiss-all')}
            </Button>
          )}
        </header>
        {jobs.length + uploads.length === 0 && <p className={styles.nothing}>{t('jobs.nothing')}</p>}
        <ul className={styles.jobs}>
          {uploads.map((upload) => (
            <li className={styles.job} key={upload.id}>
              <div className={styles.line}>
                <span className={styles.title}>
                  {upload.count > 1
                    ? t('jobs.sending-many', { name: upload.name, count: upload.count })
                    : t('jobs.sending', { name: upload.name })}
                </span>
                <Button size="compact-xs" variant="default" onClick={upload.cancel}>
                  {t('jobs.cancel')}
                </Button>
              </div>
              <Progress
                value={(upload.sent / Math.max(1, upload.total)) * 100}
                size={4}
                aria-label={upload.name}
              />
            </li>
          ))}
          {[...live, ...ended.toReversed()].map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
