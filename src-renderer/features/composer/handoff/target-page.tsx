import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { HandoffTarget } from '#shared/contract/handoff.ts';
import type { Target } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './handoff.module.css';
import { PublishRecord } from './publish-record.tsx';
import { StepRow } from './step-row.tsx';
import steps from './steps.module.css';

/** What one target needs to be published by hand, in the order of the platform's own form; done steps fold away. */
export function TargetPage({
  target,
  planned,
  session,
  done,
  onTick,
}: {
  target: HandoffTarget;
  /** The target of the post as it is now; null when it was removed meanwhile. */
  planned: Target | null;
  session: PostSession;
  /** Ids of the steps that were ticked. */
  done: readonly string[];
  onTick(step: string, ticked: boolean): void;
}) {
  const { t, say } = useWords();
  const severity = {
    error: t('composer.dotError'),
    warning: t('composer.dotWarning'),
    note: t('composer.dotNote'),
  };
  const current = target.steps.find(({ id }) => !done.includes(id))?.id;
  return (
    <div className={classes['page']}>
      {target.findings.length > 0 && (
        <ul className={classes['findings']} aria-label={t('handoff.findings')}>
          {target.findings.map((finding) => (
            <li
              key={`${finding.code}${finding.field ?? ''}${finding.media ?? ''}${finding.at?.from ?? ''}`}
              data-severity={finding.severity}
            >
              <b>{severity[finding.severity]}</b> {say(finding.message)}
            </li>
          ))}
        </ul>
      )}
      <section>
        <h3 className={classes['heading']}>
          {t('handoff.checklist')}
          <CopyButton value={target.paste}>
            {({ copied, copy }) => (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={
                  copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />
                }
                onClick={copy}
              >
                {copied ? t('handoff.copied') : t('handoff.copyAll')}
              </Button>
            )}
          </CopyButton>
        </h3>
        <ol className={steps['steps']} aria-label={t('handoff.checklist')}>
          {target.steps.map((step, index) => (
            <StepRow
              key={step.id}
              step={step}
              number={index + 1}
              current={step.id === current}
              done={done.includes(step.id)}
              uploadPage={target.uploadPage}
              files={target.files}
              onTick={(ticked) => onTick(step.id, ticked)}
            >
              {step.kind === 'publish' && planned && (
                <PublishRecord
                  session={session}
                  target={planned}
                  onRecorded={(recorded) => onTick(step.id, recorded)}
                />
              )}
            </StepRow>
          ))}
        </ol>
        {target.files.length === 0 && <p className={classes['dim']}>{t('handoff.noFiles')}</p>}
      </section>
    </div>
  );
}
