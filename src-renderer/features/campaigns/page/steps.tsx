import { ActionIcon, Checkbox, Menu, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { call } from '#renderer/bridge/client.ts';
import { AddSteps } from '#renderer/ui/add-steps.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody } from '#shared/kit/schema.ts';
import { doneOf } from '#shared/plan/campaign-facts.ts';
import styles from '../campaigns.module.css';
import pageStyles from './page.module.css';

type Steps = KitBody<'campaign'>['checklist'];

/** Steps with their progress: tick off, reword, add, take away, put in a kept list, keep these as one. */
export function StepsBox({
  name,
  steps,
  onChange,
}: {
  /** What they are of, for the list that is kept of them. */
  name: string;
  steps: Steps;
  onChange(steps: Steps): void;
}) {
  const { t } = useWords();
  const { done, of } = doneOf(steps);
  const keep = async (): Promise<void> => {
    const items = steps.map((step) => step.text).filter(Boolean);
    await call('plan.saveKit', { kind: 'checklist', name, body: { items: items.slice(0, 100) } });
    notify(t('campaigns.list-kept', { name }));
  };
  return (
    <div className={pageStyles.steps}>
      {of > 0 && (
        <div className={pageStyles.stepsHead}>
          <Progress
            className={styles.rest ?? ''}
            value={(done / of) * 100}
            size={4}
            aria-label={t('campaigns.checklist')}
          />
          <span className={styles.dim}>{t('campaigns.done-of', { done, of })}</span>
        </div>
      )}
      <ul className={styles.plain} aria-label={t('campaigns.checklist')}>
        {steps.map((step) => (
          <li key={step.id} className={pageStyles.step} data-done={step.done}>
            <Checkbox
              size="xs"
              aria-label={step.text}
              checked={step.done}
              onChange={(event) => {
                const checked = event.currentTarget.checked;
                onChange(steps.map((each) => (each === step ? { ...each, done: checked } : each)));
              }}
            />
            <input
              className={pageStyles.stepText}
              aria-label={t('campaigns.step')}
              maxLength={500}
              value={step.text}
              onChange={(event) => {
                const next = event.currentTarget.value;
                onChange(steps.map((each) => (each === step ? { ...each, text: next } : each)));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={22}
              aria-label={t('campaigns.remove-step', { text: step.text })}
              onClick={() => onChange(steps.filter((each) => each !== step))}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <AddSteps
        steps={steps}
        fieldName={t('campaigns.new-step')}
        listsName={t('campaigns.lists')}
        choices={
          <Menu.Item disabled={steps.length === 0} onClick={() => void keep().catch(notifyFailure)}>
            {t('campaigns.keep-list')}
          </Menu.Item>
        }
        onChange={onChange}
      />
    </div>
  );
}
