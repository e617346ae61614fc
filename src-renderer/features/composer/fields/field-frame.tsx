import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { VariantField } from '#shared/domain/variant-fields.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './fields.module.css';

/** Name, counter and inheritance of one field. On a target it says whose text this is, and lets go of its own. */
export function FieldFrame({
  field,
  label,
  session,
  target,
  own,
  count,
  children,
}: {
  field: VariantField;
  label: string;
  session: PostSession;
  /** `targetKey` of the chosen target; null on the base text. */
  target: string | null;
  own: boolean;
  /** Its counter. */
  count?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useWords();
  const revert = (): void => {
    if (target !== null)
      notifyUndo(t('composer.fieldInherits', { field: label }), session.revert(target, field));
  };
  return (
    <section className={classes['field']} data-field={field} aria-label={label}>
      <header className={classes['header']}>
        <h3 className={classes['label']}>{label}</h3>
        {target !== null && (
          <span className={classes['whose']} data-own={own}>
            {own ? t('composer.own') : t('composer.inherited')}
          </span>
        )}
        {target !== null && own && (
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
