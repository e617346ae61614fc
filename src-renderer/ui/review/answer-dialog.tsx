import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMapPin, IconMessage2, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, type GalleyError } from '#shared/contract/failure.ts';
import type { AnswerPreview } from '#shared/contract/review.ts';
import { closeReview } from './review-store.ts';
import styles from './review.module.css';

type AnsweredPost = AnswerPreview['posts'][number];

function PostAnswer({ post }: { post: AnsweredPost }) {
  const { t } = useWords();
  const { decision, comments } = post;
  return (
    <li className={styles.answered}>
      <div className={styles.answeredHead}>
        <Link href={`/posts/${post.postId}`} className={styles.postName} onClick={closeReview}>
          {post.title || t('ui.untitled')}
        </Link>
        {decision && (
          <span className={styles.decision} data-decision={decision.decision}>
            {decision.decision === 'approved' ? (
              <IconCheck size={14} stroke={2} aria-hidden />
            ) : (
              <IconPencil size={14} stroke={1.5} aria-hidden />
            )}
            {decision.decision === 'approved' ? t('review.approved') : t('review.changes')}
          </span>
        )}
      </div>
      {post.stale && (
        <p className={styles.warning}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {t('review.stale')}
        </p>
      )}
      {post.trashed && <p className={styles.warning}>{t('review.trashed')}</p>}
      <ul className={styles.comments}>
        {comments.map((comment) => (
          <li key={comment.id} data-known={!comment.isNew}>
            {comment.place ? (
              <IconMapPin size={14} stroke={1.5} role="img" aria-label={t('review.on-picture')} />
            ) : (
              <IconMessage2 size={14} stroke={1.5} aria-hidden />
            )}
            <span dir="auto">{comment.text}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Answer({ answer, taken, onTake }: { answer: AnswerPreview; taken: boolean; onTake(): void }) {
  const { t, locale } = useWords();
  const nothingNew = answer.newComments + answer.newDecisions === 0;
  const counts = { comments: answer.newComments, decisions: answer.newDecisions };
  return (
    <>
      <p className={styles.lead} role="status">
        {t('review.answer-of', {
          name: answer.name,
          title: answer.title,
          when: new Date(answer.savedAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
        })}{' '}
        {taken
          ? t('review.taken', counts)
          : nothingNew
            ? t('review.nothing-new')
            : t('review.brings', counts)}
      </p>
      {answer.strangers > 0 && (
        <p className={styles.warning}>{t('review.strangers', { count: answer.strangers })}</p>
      )}
      <ul className={styles.list}>
        {answer.posts.map((post) => (
          <PostAnswer key={post.postId} post={post} />
        ))}
      </ul>
      <div className={styles.foot}>
        {taken || nothingNew ? (
          <Button onClick={closeReview} data-autofocus>
            {t('review.close')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={closeReview}>
              {t('review.cancel')}
            </Button>
            <Button onClick={onTake} data-autofocus>
              {t('review.take')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** What came back from a reviewer: looked at first, then taken in. */
export function AnswerDialog({ text, name }: { text: string; name: string }) {
  const { t } = useWords();
  const preview = useCall('review.read', { text });
  const [taken, setTaken] = useState<AnswerPreview | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const refused = failure ?? preview.failure;
  const answer = taken ?? preview.data;
  return (
    <Modal opened onClose={closeReview} title={t('review.answer-title')} size={620}>
      <div className={styles.body}>
        {refused ? (
          <>
            <p className={styles.lead}>{name}</p>
            <FailureNote error={refused} />
          </>
        ) : (
          answer && (
            <Answer
              answer={answer}
              taken={taken !== null}
              onTake={() => {
                call('review.merge', { text }).then(setTaken, (error: unknown) =>
                  setFailure(asGalleyError(error)),
                );
              }}
            />
          )
        )}
      </div>
    </Modal>
  );
}
