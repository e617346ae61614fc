import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconDots, IconMapPin, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Comment } from '#shared/team/comment.ts';
import type { Member } from '#shared/team/member.ts';
import { mentionsIn } from '#shared/team/mentions.ts';
import { Avatar } from './avatar.tsx';
import styles from './comments.module.css';
import { MentionField } from './mention-field.tsx';
import { MentionText } from './mention-text.tsx';
import { useMoment } from './use-team.ts';

const icon = { size: 15, stroke: 1.5 };

function Said({
  comment,
  members,
  mine,
  children,
}: {
  comment: Comment;
  members: readonly Member[];
  /** May be reworded and removed here. */
  mine: boolean;
  children?: React.ReactNode;
}) {
  const { t } = useWords();
  const moment = useMoment();
  const [draft, setDraft] = useState<string | null>(null);
  const author = members.find(({ id }) => id === comment.memberId);
  const name = author?.name ?? (comment.author || t('team.me'));
  const remove = (): void => {
    const { id } = comment;
    call('comments.remove', { id }).then(() => {
      notifyUndo(t('team.did-remove-comment'), async () => {
        await call('comments.restore', { id });
      });
    }, notifyFailure);
  };
  const reword = (): void => {
    const text = draft?.trim() ?? '';
    if (text === '') return;
    call('comments.save', {
      id: comment.id,
      subject: comment.subject,
      text,
      mentions: mentionsIn(text, members),
    }).then(() => setDraft(null), notifyFailure);
  };
  return (
    <div className={styles.said}>
      <Avatar name={name} hue={author?.hue ?? null} />
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.name}>{name}</span>
          {comment.origin === 'review' && <span className={styles.origin}>{t('team.from-review')}</span>}
          <time className={styles.when} dateTime={comment.createdAt}>
            {moment(comment.createdAt)}
          </time>
          <span className={styles.tools}>
            {children}
            {mine && (
              <Menu position="bottom-end" width={180}>
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" size={22} aria-label={t('team.comment-more')}>
                    <IconDots {...icon} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setDraft(comment.text)}>
                    {t('team.comment-reword')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconTrash {...icon} />} onClick={remove}>
                    {t('team.comment-remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </span>
        </div>
        {draft === null ? (
          <MentionText text={comment.text} members={members} />
        ) : (
          <MentionField
            label={t('team.comment-reword')}
            value={draft}
            members={members}
            focused
            onChange={setDraft}
            onSend={reword}
            onEscape={() => setDraft(null)}
          >
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDraft(null)}>
              {t('team.cancel')}
            </Button>
            <Button size="compact-xs" disabled={draft.trim() === ''} onClick={reword}>
              {t('team.save')}
            </Button>
          </MentionField>
        )}
      </div>
    </div>
  );
}

/** A comment with its answers: answer, close, open again. */
export function Thread({
  thread,
  answers,
  members,
  me,
  place,
  marked,
  onShow,
}: {
  thread: Comment;
  answers: readonly Comment[];
  members: readonly Member[];
  me: Member | null;
  /** Where it points, in words; '' where it is about the whole. */
  place: string;
  /** It is the one that is shown on the picture now. */
  marked: boolean;
  onShow?: ((thread: Comment) => void) | undefined;
}) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const done = thread.resolvedAt !== null;
  const mine = (comment: Comment): boolean =>
    me === null ? members.length === 0 : me.role === 'lead' || me.id === comment.memberId;
  const resolve = (resolved: boolean): void => {
    call('comments.resolve', { id: thread.id, resolved }).then(() => {
      if (!resolved) return;
      notifyUndo(t('team.did-resolve'), async () => {
        await call('comments.resolve', { id: thread.id, resolved: false });
      });
    }, notifyFailure);
  };
  const answer = (): void => {
    const text = draft?.trim() ?? '';
    if (text === '') return;
    call('comments.save', {
      subject: thread.subject,
      parentId: thread.id,
      text,
      mentions: mentionsIn(text, members),
    }).then(() => setDraft(null), notifyFailure);
  };
  const closeWord = done ? t('team.reopen') : t('team.resolve');
  return (
    <li className={styles.thread} data-done={done} data-marked={marked}>
      {place !== '' && onShow && (
        <button type="button" className={styles.place} onClick={() => onShow(thread)}>
          <IconMapPin size={13} stroke={1.5} aria-hidden />
          {place}
        </button>
      )}
      {place !== '' && !onShow && (
        <span className={styles.place}>
          <IconMapPin size={13} stroke={1.5} aria-hidden />
          {place}
        </span>
      )}
      <Said comment={thread} members={members} mine={mine(thread)}>
        <Tooltip label={closeWord}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={22}
            aria-label={closeWord}
            onClick={() => resolve(!done)}
          >
            {done ? <IconArrowBackUp {...icon} /> : <IconCheck {...icon} />}
          </ActionIcon>
        </Tooltip>
      </Said>
      {answers.map((comment) => (
        <div key={comment.id} className={styles.answer}>
          <Said comment={comment} members={members} mine={mine(comment)} />
        </div>
      ))}
      {draft === null ? (
        <button type="button" className={styles.reply} onClick={() => setDraft('')}>
          {t('team.reply')}
        </button>
      ) : (
        <div className={styles.answer}>
          <MentionField
            label={t('team.reply')}
            value={draft}
            members={members}
            focused
            onChange={setDraft}
            onSend={answer}
            onEscape={() => setDraft(null)}
          >
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDraft(null)}>
              {t('team.cancel')}
            </Button>
            <Button size="compact-xs" disabled={draft.trim() === ''} onClick={answer}>
              {t('team.send')}
            </Button>
          </MentionField>
        </div>
      )}
    </li>
  );
}
