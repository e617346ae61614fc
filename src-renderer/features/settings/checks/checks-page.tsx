import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconCircleCheck, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanCheck } from '#shared/contract/checks.ts';
import styles from './checks.module.css';

type Row = PlanCheck['rows'][number];
type Kept = Row['findings'][number];

interface Shared {
  finding: Kept;
  formats: string[];
}

/** The same objection of several targets is one line. */
function shared(findings: readonly Kept[]): Shared[] {
  const lines = new Map<string, Shared>();
  for (const finding of findings) {
    const key = `${finding.code}\n${finding.message.en}`;
    const line = lines.get(key) ?? { finding, formats: [] };
    const { format } = finding;
    if (format !== null && !line.formats.includes(format)) line.formats.push(format);
    lines.set(key, line);
  }
  return [...lines.values()];
}

function Lines({ findings, sign }: { findings: readonly Kept[]; sign?: 'added' | 'removed' }) {
  const { t, say } = useWords();
  const signs = {
    added: <IconPlus size={14} stroke={1.5} role="img" aria-label={t('checks.added')} />,
    removed: <IconMinus size={14} stroke={1.5} role="img" aria-label={t('checks.removed')} />,
  };
  return (
    <ul className={styles['lines']}>
      {shared(findings).map(({ finding, formats }) => (
        <li
          key={`${finding.code} ${finding.message.en}`}
          className={styles['finding']}
          data-severity={finding.severity}
          data-sign={sign}
        >
          {sign ? signs[sign] : <span className={styles['dot']} aria-hidden />}
          <span className={styles['message']}>{say(finding.message)}</span>
          <span className={styles['badges']}>
            {formats.slice(0, 6).map((format) => (
              <PlatformBadge key={format} format={format} size={14} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function PostLine({ row }: { row: Row }) {
  const { t, locale } = useWords();
  const [open, setOpen] = useState(false);
  const when = row.dueAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(row.dueAt))
    : t('ui.unscheduled');
  return (
    <li className={styles['post']}>
      <div className={styles['postHead']}>
        <UnstyledButton
          className={styles['toggle']}
          aria-expanded={open}
          onClick={() => setOpen((now) => !now)}
        >
          <IconChevronRight size={14} stroke={1.5} aria-hidden data-open={open} />
          <span className={styles['title']}>{row.title || t('ui.untitled')}</span>
          <span className={styles['dim']}>{when}</span>
          <span className={styles['counts']}>
            {row.errors > 0 && <b data-severity="error">{t('checks.error-count', { count: row.errors })}</b>}
            {row.warnings > 0 && (
              <b data-severity="warning">{t('checks.warning-count', { count: row.warnings })}</b>
            )}
          </span>
        </UnstyledButton>
        <Link href={`/posts/${row.postId}`} className={styles['open']}>
          {t('checks.open-post')}
        </Link>
      </div>
      {open && <Lines findings={row.findings} />}
    </li>
  );
}

/** What the check of the whole plan found, and what the last change of a rule did to it. */
export function ChecksPage() {
  const { t, locale } = useWords();
  const last = useCall('checks.last', {}, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'checks',
  });
  const [running, setRunning] = useState(false);
  if (!last.data) return <Skeleton height={320} />;
  const { at, posts, targets, errors, warnings, rows, changed } = last.data;
  const number = new Intl.NumberFormat(locale);
  const run = (): void => {
    setRunning(true);
    runJob('checks.run', {})
      .then(() => last.reload(), notifyFailure)
      .finally(() => setRunning(false));
  };
  return (
    <>
      <p className={styles['lead']}>{t('checks.lead')}</p>
      <div className={styles['summary']}>
        <div role="status">
          {at === null ? (
            <strong>{t('checks.never')}</strong>
          ) : (
            <>
              <strong>
                {t('checks.summary', {
                  ...{ posts: number.format(posts), targets: number.format(targets) },
                  ...{ errors: number.format(errors), warnings: number.format(warnings) },
                })}
              </strong>
              <span className={styles['dim']}>
                {t('checks.at', {
                  time: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
                    new Date(at),
                  ),
                })}
              </span>
            </>
          )}
        </div>
        <Button
          size="xs"
          variant="default"
          loading={running}
          leftSection={<IconRefresh size={14} stroke={1.5} />}
          onClick={run}
        >
          {t('checks.run')}
        </Button>
      </div>
      {changed.length > 0 && (
        <section aria-label={t('checks.changed')}>
          <h3 className={styles['heading']}>{t('checks.changed')}</h3>
          <p className={styles['dim']}>
            {t('checks.changed-hint', { count: number.format(changed.length) })}
          </p>
          <ul className={styles['posts']}>
            {changed.map(({ postId, title, added, removed }) => (
              <li key={postId} className={styles['post']}>
                <div className={styles['postHead']}>
                  <span className={styles['title']}>{title || t('ui.untitled')}</span>
                  <Link href={`/posts/${postId}`} className={styles['open']}>
                    {t('checks.open-post')}
                  </Link>
                </div>
                <Lines findings={added} sign="added" />
                <Lines findings={removed} sign="removed" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {at !== null && (
        <section aria-label={t('checks.posts')}>
          <h3 className={styles['heading']}>{t('checks.posts')}</h3>
          {rows.length === 0 ? (
            <p className={styles['fine']}>
              <IconCircleCheck size={18} stroke={1.5} aria-hidden />
              {t('checks.all-well')}
            </p>
          ) : (
            <ul className={styles['posts']}>
              {rows.map((row) => (
                <PostLine key={row.postId} row={row} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
