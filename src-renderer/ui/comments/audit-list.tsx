import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { formatWallTime, useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { postStatuses } from '#shared/domain/post.ts';
import type { AuditAction, AuditEntry } from '#shared/team/audit.ts';
import styles from './audit.module.css';
import { Avatar } from './avatar.tsx';
import { useMoment, useTeam } from './use-team.ts';

const page = 50;

/** What somebody did, in words. */
function useDeed(): (entry: AuditEntry) => string {
  const { t, say, locale } = useWords();
  const statuses = useStatusWords();
  const statusWord = (value = ''): string => {
    const status = postStatuses.find((each) => each === value);
    return status ? statuses[status] : value;
  };
  const time = (local = ''): string => (local === '' ? t('team.no-time') : formatWallTime(local, locale));
  return ({ action, detail }) => {
    const words: Record<AuditAction, () => string> = {
      'post-made': () => t('team.did-post-made'),
      'post-edited': () => t('team.did-post-edited'),
      'post-status': () =>
        t('team.did-post-status', { from: statusWord(detail.from), to: statusWord(detail.to) }),
      'post-fields': () => t('team.did-post-fields'),
      'post-scheduled': () => t('team.did-post-scheduled', { from: time(detail.from), to: time(detail.to) }),
      'post-unscheduled': () => t('team.did-post-unscheduled', { from: time(detail.from) }),
      'post-trashed': () => t('team.did-post-trashed'),
      'post-restored': () => t('team.did-post-restored'),
      'post-published': () => t('team.did-post-published', { format: detail.to ?? '' }),
      'post-unpublished': () => t('team.did-post-unpublished', { format: detail.to ?? '' }),
      'plan-undone': () => t('team.did-plan-undone', { label: detail.label ? say(detail.label) : '' }),
      'plan-redone': () => t('team.did-plan-redone', { label: detail.label ? say(detail.label) : '' }),
      'kept-saved': () => t('team.did-kept-saved'),
      'kept-trashed': () => t('team.did-kept-trashed'),
      'member-saved': () => t('team.did-member-saved'),
      'member-removed': () => t('team.did-member-removed'),
      'member-took-over': () => t('team.did-member-took-over'),
      commented: () => t('team.did-commented'),
      'comment-resolved': () => t('team.did-comment-resolved'),
      'comment-removed': () => t('team.did-comment-removed'),
      'comment-restored': () => t('team.did-comment-restored'),
      'task-saved': () => t('team.did-task-saved'),
      'task-done': () => t('team.did-task-done'),
      'task-removed': () => t('team.did-task-removed'),
      approved: () => t('team.did-approved'),
      'changes-wanted': () => t('team.did-changes-wanted'),
    };
    return words[action]();
  };
}

/** Who did what, the newest first: of one thing, of one person, or everything. */
export function AuditList({
  subject,
  memberId,
  titled = false,
}: {
  subject?: { kind: string; id: string };
  memberId?: string;
  /** Says what each entry is about. */
  titled?: boolean;
}) {
  const { t } = useWords();
  const { members } = useTeam();
  const moment = useMoment();
  const deed = useDeed();
  const [limit, setLimit] = useState(page);
  const { data, failure, reload } = useCall(
    'audit.list',
    { limit, ...(subject ? { subject } : {}), ...(memberId === undefined ? {} : { memberId }) },
    ['records.changed'],
    { quiet: 400 },
  );
  if (failure) return <FailureNote error={failure} onRetry={reload} />;
  if (!data) return null;
  if (data.length === 0) return <p className={styles.empty}>{t('team.audit-empty')}</p>;
  return (
    <>
      <ol className={styles.list} aria-label={t('team.audit')}>
        {data.map((entry) => {
          const member = members.find(({ id }) => id === entry.memberId);
          const name = entry.memberName || t('team.me');
          // A comment or task is named in its own words even where its post is plain.
          const named = titled || /^(comment|task)/.test(entry.action);
          return (
            <li key={entry.number} className={styles.entry}>
              <Avatar name={name} hue={member?.hue ?? null} size={18} />
              <span className={styles.words}>
                <span className={styles.who}>{name}</span> {deed(entry)}
                {named && entry.detail.title && <span className={styles.what}> {entry.detail.title}</span>}
              </span>
              <time className={styles.when} dateTime={entry.at}>
                {moment(entry.at)}
              </time>
            </li>
          );
        })}
      </ol>
      {data.length === limit && limit < 500 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => setLimit(Math.min(500, limit + page * 3))}
        >
          {t('team.audit-more')}
        </Button>
      )}
    </>
  );
}
