import { useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Subject } from '#shared/team/comment.ts';
import { NewTask, TaskRow } from './tasks-list.tsx';
import styles from './tasks.module.css';
import { useTeam } from './use-team.ts';

/** Today by this machine's clock, `YYYY-MM-DD`. */
function useToday(): string {
  const [today] = useState(() => new Intl.DateTimeFormat('sv-SE').format(new Date()));
  return today;
}

/** The tasks about one thing. */
export function TasksOf({ subject }: { subject: Subject }) {
  const { t } = useWords();
  const today = useToday();
  const { members } = useTeam();
  const tasks = useCall('tasks.list', { subject, done: true }, ['records.changed'], {
    concerns: ({ kind }) => kind === 'task',
  });
  return (
    <>
      {tasks.data && tasks.data.length > 0 && (
        <ul className={styles.tasks} aria-label={t('team.tasks')}>
          {tasks.data.map((task) => (
            <TaskRow key={task.id} task={task} members={members} today={today} />
          ))}
        </ul>
      )}
      <NewTask subject={subject} members={members} />
    </>
  );
}
