import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { AuditEntry } from '#shared/team/audit.ts';
import styles from './audit.module.css';
import { useDeed } from './audit-words.ts';
import { Avatar } from './avatar.tsx';
import { useMoment, useTeam } from './use-team.ts';

const page = 50;

/** What the entry is about; a post leads to itself, where its own trail is. */
function titleOf({ subjectKind, subjectId, detail }: AuditEntry) {
  return subjectKind === 'post' ? (
    <Link className={styles.link} href={`/posts/${subjectId}`}>
      {detail.title}
    </Link>
  ) : (
    <span className={styles.what}>{detail.title}</span>
  );
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
                {named && entry.detail.title && <> {titleOf(entry)}</>}
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
