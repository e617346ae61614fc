import { Button, CloseButton } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Comment, Place, Subject } from '#shared/team/comment.ts';
import { mentionsIn } from '#shared/team/mentions.ts';
import styles from './comments.module.css';
import { MentionField } from './mention-field.tsx';
import { Thread } from './thread.tsx';
import { useComments } from './use-comments.ts';
import { useTeam } from './use-team.ts';

const nowhere = (): string => '';

/** What is said about a post, a design or a clip, and a place to say more. */
export function CommentsPane({
  subject,
  place = null,
  placeWords = nowhere,
  marked = null,
  onClearPlace,
  onShow,
}: {
  subject: Subject;
  /** Where the next comment points; null for the whole. */
  place?: Place | null;
  /** A place in words, for people. */
  placeWords?: (place: Place) => string;
  /** Id of the thread that is shown on the picture now. */
  marked?: string | null;
  /** The next comment is about the whole again. */
  onClearPlace?: () => void;
  /** Brings the place of a thread into view. */
  onShow?: (thread: Comment) => void;
}) {
  const { t } = useWords();
  const { member, members } = useTeam();
  const { threads, failure, reload } = useComments(subject);
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const closed = threads.filter(({ thread }) => thread.resolvedAt !== null).length;
  const shown = all ? threads : threads.filter(({ thread }) => thread.resolvedAt === null);
  const send = (): void => {
    const words = text.trim();
    if (words === '') return;
    call('comments.save', { subject, place, text: words, mentions: mentionsIn(words, members) }).then(() => {
      setText('');
      onClearPlace?.();
    }, notifyFailure);
  };
  return (
    <div className={styles.pane}>
      {failure && <FailureNote error={failure} onRetry={reload} />}
      {shown.length === 0 && <p className={styles.empty}>{t('team.no-comments')}</p>}
      {shown.length > 0 && (
        <ul className={styles.threads} aria-label={t('team.comments')}>
          {shown.map(({ thread, answers }) => (
            <Thread
              key={thread.id}
              thread={thread}
              answers={answers}
              members={members}
              me={member}
              place={thread.place ? placeWords(thread.place) : ''}
              marked={thread.id === marked}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      {closed > 0 && (
        <button type="button" className={styles.reply} aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? t('team.hide-resolved') : t('team.show-resolved', { count: closed })}
        </button>
      )}
      {place !== null && (
        <p className={styles.pointing}>
          <IconMapPin size={14} stroke={1.5} aria-hidden />
          {placeWords(place)}
          <CloseButton size="xs" aria-label={t('team.about-whole')} onClick={onClearPlace} />
        </p>
      )}
      <MentionField
        key={place === null ? 'whole' : 'part'}
        label={place === null ? t('team.comment') : t('team.comment-here')}
        value={text}
        members={members}
        focused={place !== null}
        onChange={setText}
        onSend={send}
      >
        <Button size="compact-sm" disabled={text.trim() === ''} onClick={send}>
          {t('team.send')}
        </Button>
      </MentionField>
    </div>
  );
}
