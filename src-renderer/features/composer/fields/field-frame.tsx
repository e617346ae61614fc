import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { FieldMeasure } from '../session/measure.ts';
import type { Field } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import { CountText } from '../targets/count-text.tsx';
import classes from './fields.module.css';

/** Name, counter and inheritance of one field. On a target it says whose text this is, and lets go of its own. */
export function FieldFrame({
  field,
  label,
  session,
  format,
  own,
  measure,
  children,
}: {
  field: Field;
  label: string;
  session: PostSession;
  /** Chosen target; null on the base text. */
  format: string | null;
  own: boolean;
  measure?: FieldMeasure | undefined;
  children: ReactNode;
}) {
  const { t } = useWords();
  const revert = (): void => {
    if (format !== null)
      notifyUndo(t('composer.fieldInherits', { field: label }), session.revert(format, field));
  };
  return (
    <section className={classes['field']} data-field={field} aria-label={label}>
      <header className={classes['header']}>
        <h3 className={classes['label']}>{label}</h3>
        {format !== null && (
          <span className={classes['whose']} data-own={own}>
            {own ? t('composer.own') : t('composer.inherited')}
          </span>
        )}
        {format !== null && own && (
          <Tooltip label={t('composer.revert')}>
            <UnstyledButton
              className={classes['revert'] ?? ''}
              aria-label={t('composer.revertField', { field: label })}
              onClick={revert}
            >
              <IconArrowBackUp size={14} stroke={1.5} />
            </UnstyledButton>
          </Tooltip>
        )}
        <span className={classes['space']} />
        {measure && format === null && (
          <PlatformBadge format={`${measure.count.platform}/${measure.count.format}`} size={14} />
        )}
        {measure && <CountText measure={measure} />}
      </header>
      {children}
    </section>
  );
}
