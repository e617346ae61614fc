import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Field } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './fields.module.css';

/** Name, counter and inheritance of one field. On a target it says whose text this is, and lets go of its own. */
export function FieldFrame({
  field,
  label,
  session,
  format,
  own,
  count,
  children,
}: {
  field: Field;
  label: string;
  session: PostSession;
  /** Chosen target; null on the base text. */
  format: string | null;
  own: boolean;
  /** Its counter. */
  count?: ReactNode;
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
        {count}
      </header>
      {children}
    </section>
  );
}
