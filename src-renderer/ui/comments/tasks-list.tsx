import { ActionIcon, Button, Checkbox, Select, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Subject } from '#shared/team/comment.ts';
import type { Member } from '#shared/team/member.ts';
import { Avatar } from './avatar.tsx';
import styles from './tasks.module.css';

type Task = CallOutput<'tasks.list'>[number];

const icon = { size: 15, stroke: 1.5 };
const anybody = '*';

/** A day in this window's language. */
function useDay(): (day: string) => string {
  const { locale } = useWords();
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  return (day) => format.format(new Date(`${day}T12:00:00Z`));
}

/** Something to do: tick it off, see whose it is and until when. */
export function TaskRow({
  task,
  members,
  today,
  children,
}: {
  task: Task;
  members: readonly Member[];
  /** `YYYY-MM-DD`; an open task of an earlier day is late. */
  today: string;
  /** What it is about, where that is not plain. */
  children?: React.ReactNode;
}) {
  const { t } = useWords();
  const day = useDay();
  const member = members.find(({ id }) => id === task.memberId);
  const late = task.doneAt === null && task.dueOn !== null && task.dueOn < today;
  const tick = (done: boolean): void => {
    call('tasks.done', { id: task.id, done }).then(() => {
      if (!done) return;
      notifyUndo(t('team.task-finished', { title: task.title }), async () => {
        await call('tasks.done', { id: task.id, done: false });
      });
    }, notifyFailure);
  };
  const remove = (): void => {
    const { title, note, subject, memberId, dueOn } = task;
    call('tasks.remove', { id: task.id }).then(
      () =>
        notifyUndo(t('team.task-removed', { title }), async () => {
          await call('tasks.save', { title, note, subject, memberId, dueOn });
        }),
      notifyFailure,
    );
  };
  return (
    <li className={styles.task} data-done={task.doneAt !== null}>
      <Checkbox
        size="xs"
        label={task.title}
        classNames={{ root: styles.check ?? '', label: styles.title ?? '' }}
        checked={task.doneAt !== null}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      {children}
      {task.dueOn && (
        <time className={styles.due} data-late={late} dateTime={task.dueOn}>
          {day(task.dueOn)}
        </time>
      )}
      {member && <Avatar name={member.name} hue={member.hue} size={20} named />}
      <Tooltip label={t('team.task-remove')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={22}
          className={styles.remove ?? ''}
          aria-label={t('team.task-remove-of', { title: task.title })}
          onClick={remove}
        >
          <IconTrash {...icon} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

/** Adds a task: what, who, until when. */
export function NewTask({ subject, members }: { subject: Subject | null; members: readonly Member[] }) {
  const { t } = useWords();
  const [title, setTitle] = useState('');
  const [memberId, setMember] = useState(anybody);
  const [dueOn, setDue] = useState('');
  const add = (): void => {
    call('tasks.save', {
      title: title.trim(),
      subject,
      memberId: memberId === anybody ? null : memberId,
      dueOn: dueOn === '' ? null : dueOn,
    }).then(() => setTitle(''), notifyFailure);
  };
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') add();
      }}
    >
      <TextInput
        size="xs"
        className={styles.what ?? ''}
        aria-label={t('team.task-new')}
        placeholder={t('team.task-new')}
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {members.length > 0 && (
        <Select
          size="xs"
          className={styles.who ?? ''}
          aria-label={t('team.task-who')}
          data={[
            { value: anybody, label: t('team.task-anybody') },
            ...members.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={memberId}
          onChange={(value) => setMember(value ?? anybody)}
        />
      )}
      <DayField
        size="xs"
        className={styles.day ?? ''}
        aria-label={t('team.task-due')}
        placeholder={t('team.task-due')}
        clearable
        value={dueOn}
        onChange={setDue}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        leftSection={<IconPlus {...icon} />}
        disabled={title.trim() === ''}
      >
        {t('team.task-add')}
      </Button>
    </form>
  );
}
