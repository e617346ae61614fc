import { useId } from 'react';
import { Link } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { Avatar } from '#renderer/ui/comments/avatar.tsx';
import { NewTask, TaskRow } from '#renderer/ui/comments/tasks-list.tsx';
import { useMoment, useTeam } from '#renderer/ui/comments/use-team.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Subject } from '#shared/team/comment.ts';
import styles from './today.module.css';

const addresses: Record<Subject['kind'], string> = { post: '/posts', design: '/designs', clip: '/clips' };

/** Open threads that mention whoever works here, or that clients wrote; nothing while there are none. */
export function Mentions() {
  const { t } = useWords();
  const id = useId();
  const moment = useMoment();
  const { member, members } = useTeam();
  const { data } = useCall('comments.mine', { limit: 20 }, ['records.changed', 'workspace.changed'], {
    concerns: (event) => !('kind' in event) || event.kind === 'comment' || event.kind === 'member',
  });
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {member ? t('team.for-you') : t('team.from-clients')}
        <span className={styles.count}>{data.length}</span>
      </h3>
      <ul className={styles.rows}>
        {data.map((comment) => {
          const author = members.find((each) => each.id === comment.memberId);
          const name = author?.name ?? (comment.author || t('team.me'));
          return (
            <li key={comment.id}>
              <Link href={`${addresses[comment.subject.kind]}/${comment.subject.id}`} className={styles.row}>
                <Avatar name={name} hue={author?.hue ?? null} />
                <span className={styles.mention}>
                  <span className={styles.mentionText}>{comment.text}</span>
                  <span className={styles.mentionAbout}>{comment.title || t('ui.untitled')}</span>
                </span>
                <time className={styles.cardKind} dateTime={comment.createdAt}>
                  {moment(comment.createdAt)}
                </time>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What is to do, mine and nobody's, by its day; hidden where nobody has written a task yet and there is no team. */
export function TasksToday({ today }: { today: string }) {
  const { t } = useWords();
  const id = useId();
  const { member, members } = useTeam();
  const { data } = useCall(
    'tasks.list',
    { limit: 30, ...(member ? { memberId: member.id } : {}) },
    ['records.changed', 'workspace.changed'],
    { concerns: (event) => !('kind' in event) || event.kind === 'task' || event.kind === 'member' },
  );
  if (!data || (data.length === 0 && members.length === 0)) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {t('team.tasks')}
        <span className={styles.count}>{data.length}</span>
      </h3>
      <ul className={styles.tasks}>
        {data.map((task) => (
          <TaskRow key={task.id} task={task} members={members} today={today}>
            {task.subject && (
              <Link
                href={`${addresses[task.subject.kind]}/${task.subject.id}`}
                className={styles.mentionAbout}
              >
                {task.subjectTitle || t('ui.untitled')}
              </Link>
            )}
          </TaskRow>
        ))}
      </ul>
      <NewTask subject={null} members={members} />
    </section>
  );
}
