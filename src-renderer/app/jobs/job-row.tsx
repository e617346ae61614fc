import { ActionIcon, Button, Progress, Tooltip } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { call, errorOf, mediaUrl } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Job } from '#shared/domain/job.ts';
import styles from './job-tray.module.css';
import { formatTimeLeft } from './time-left.ts';

/** Above this a job counts bytes or microseconds, which say nothing to a person; a share of the whole does. */
const countableTotal = 10_000;

/** An address to open from a finished job's result, where it has one. */
function resultAddress(job: Job): string | null {
  if (job.state !== 'done' || typeof job.result !== 'object' || job.result === null) return null;
  const result = job.result as { zipUrl?: unknown; url?: unknown; files?: unknown };
  if (typeof result.zipUrl === 'string') return result.zipUrl;
  if (job.kind === 'clips.cut' && typeof result.url === 'string') return result.url;
  const [file] = Array.isArray(result.files) ? (result.files as { url?: unknown }[]) : [];
  return typeof file?.url === 'string' ? file.url : null;
}

export function isLive(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}

/** One job: what, how far, how long still, and what can be done about it. */
export function JobRow({ job }: { job: Job }) {
  const { t, say, locale } = useWords();
  const live = isLive(job);
  const known = job.total > 0;
  const percent = known ? Math.min(100, (job.done / job.total) * 100) : 0;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const address = resultAddress(job);
  // An import's total is bytes, and its stage says "File 3 of 17" itself.
  const stageCounts = /\d/.test(job.stage?.en ?? '');
  const facts = [
    job.state === 'queued' ? t('jobs.queued') : job.stage && live ? say(job.stage) : null,
    live && known && !stageCounts && job.total > 1 && job.total <= countableTotal
      ? t('jobs.of', { done: number.format(job.done), total: number.format(job.total) })
      : null,
    live && known && (stageCounts || job.total > countableTotal)
      ? new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100)
      : null,
    live && job.secondsLeft !== null
      ? t('jobs.left', { time: formatTimeLeft(job.secondsLeft, locale) })
      : null,
    job.state === 'cancelled' ? t('jobs.cancelled') : null,
    job.state === 'interrupted' ? t('jobs.interrupted') : null,
    job.state === 'done' ? t('jobs.done') : null,
  ].filter((fact) => fact !== null);
  return (
    <li className={styles.job}>
      <div className={styles.line}>
        <span className={styles.title}>
          {job.state === 'done' && <IconCheck className={styles.ok} size={15} stroke={1.75} aria-hidden />}
          {say(job.title)}
        </span>
        {address && (
          <Button size="compact-xs" variant="default" component="a" href={mediaUrl(address)} target="_blank">
            {t('jobs.open-result')}
          </Button>
        )}
        {live ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void call('jobs.cancel', { id: job.id }).catch(notifyFailure)}
          >
            {t('jobs.cancel')}
          </Button>
        ) : (
          <Tooltip label={t('jobs.dismiss')}>
            <ActionIcon
              size={22}
              aria-label={t('jobs.dismiss')}
              onClick={() => void call('jobs.dismiss', { id: job.id }).catch(notifyFailure)}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {live && (
        <Progress
          value={known ? percent : 100}
          animated={!known && job.state === 'running'}
          size={4}
          aria-label={say(job.title)}
        />
      )}
      {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      {job.state === 'failed' && job.failure && <FailureNote error={errorOf(job.failure)} bare />}
    </li>
  );
}
