import { ActionIcon, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { AddSteps } from '#renderer/ui/add-steps.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Post } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import styles from './team.module.css';

/** The steps of the post: tick off, add, take away, or put in a list that is kept. */
export function ChecklistBox({ session, checklist }: { session: PostSession; checklist: Post['checklist'] }) {
  const { t } = useWords();
  const set = (next: Post['checklist']): void => session.change({ checklist: next });
  return (
    <div>
      {checklist.length > 0 && (
        <ul className={styles.steps} aria-label={t('team.checklist')}>
          {checklist.map((step) => (
            <li key={step.id} className={styles.step}>
              <Checkbox
                size="xs"
                label={step.text}
                checked={step.done}
                onChange={(event) => {
                  const done = event.currentTarget.checked;
                  set(checklist.map((each) => (each === step ? { ...each, done } : each)));
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={22}
                aria-label={t('team.step-remove', { text: step.text })}
                onClick={() => set(checklist.filter((each) => each !== step))}
              >
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddSteps
        steps={checklist}
        fieldName={t('team.step-new')}
        listsName={t('team.step-from')}
        onChange={set}
      />
    </div>
  );
}
