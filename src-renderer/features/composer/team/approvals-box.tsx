import { Button, Textarea } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconEdit, IconRubberStamp } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { Avatar } from '#renderer/ui/comments/avatar.tsx';
import { useMoment, useRoleWords, useTeam } from '#renderer/ui/comments/use-team.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSession } from '../session/post-session.ts';
import styles from './team.module.css';

const icon = { size: 16, stroke: 1.5 };

/** Approvals and their rules; and what a post shows, whose change asks again. */
const deciding = ['approval', 'kit', 'design', 'clip', 'asset', 'brand'];

/** Who must agree, who has, who is missing; and one's own word. */
export function ApprovalsBox({ session, postId }: { session: PostSession; postId: string }) {
  const { t } = useWords();
  const roles = useRoleWords();
  const moment = useMoment();
  const { members } = useTeam();
  const [note, setNote] = useState<string | null>(null);
  const states = useCall('approvals.state', { postIds: [postId] }, ['records.changed'], {
    concerns: ({ kind, ids }) => deciding.includes(kind) || (kind === 'post' && ids.includes(postId)),
    quiet: 100,
  });
  if (states.failure) return <FailureNote error={states.failure} onRetry={states.reload} />;
  const state = states.data?.[0];
  if (!state) return null;
  const give = async (decision: 'approved' | 'changes'): Promise<void> => {
    await session.around(() => call('approvals.give', { postId, decision, note: note ?? '' }));
    setNote(null);
    notify(decision === 'approved' ? t('team.you-approved') : t('team.you-asked'));
  };
  return (
    <div className={styles.stack}>
      <ul className={styles.needs} aria-label={t('team.needed')}>
        {state.required.map(({ role, count }) => {
          const short = state.missing.find((need) => need.role === role)?.count ?? 0;
          return (
            <li key={role} className={styles.need} data-met={short === 0}>
              {short === 0 ? (
                <IconCircleCheck {...icon} aria-hidden />
              ) : (
                <IconCircleDashed {...icon} aria-hidden />
              )}
              {t('team.need', { role: roles[role], given: count - short, count })}
            </li>
          );
        })}
      </ul>
      {state.required.length === 0 && <p className={styles.dim}>{t('team.nothing-required')}</p>}
      {state.changesWanted && <p className={styles.warning}>{t('team.changes-wanted')}</p>}
      {state.given.length > 0 && (
        <ul className={styles.given} aria-label={t('team.given')}>
          {state.given.map((word) => {
            const member = members.find(({ id }) => id === word.memberId);
            const name = member?.name ?? (word.author || t('team.me'));
            return (
              <li key={word.id} className={styles.word} data-stale={!word.current}>
                <Avatar name={name} hue={member?.hue ?? null} size={20} />
                <span className={styles.wordText}>
                  <span className={styles.wordName}>{name}</span>{' '}
                  {word.decision === 'approved' ? t('team.word-approved') : t('team.word-changes')}
                  {!word.current && <span className={styles.stale}> · {t('team.stale')}</span>}
                  {word.note !== '' && <span className={styles.note}>{word.note}</span>}
                </span>
                <time className={styles.when} dateTime={word.at}>
                  {moment(word.at)}
                </time>
              </li>
            );
          })}
        </ul>
      )}
      {note !== null && (
        <Textarea
          size="xs"
          aria-label={t('team.approval-note')}
          placeholder={t('team.approval-note')}
          autosize
          autoFocus
          minRows={2}
          maxRows={8}
          maxLength={5000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRubberStamp {...icon} />}
          onClick={() => void give('approved').catch(notifyFailure)}
        >
          {t('team.approve')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEdit {...icon} />}
          disabled={note !== null && note.trim() === ''}
          onClick={() => (note === null ? setNote('') : void give('changes').catch(notifyFailure))}
        >
          {note === null ? t('team.ask-changes') : t('team.ask-changes-now')}
        </Button>
      </div>
    </div>
  );
}
