import type { ReactNode } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { VariantField } from '#shared/domain/variant-fields.ts';
import { useFieldNames } from '../adapt/field-names.ts';
import type { PostSession } from '../session/post-session.ts';
import { FieldMenu } from './field-menu.tsx';
import classes from './fields.module.css';

/** Name, counter and inheritance of one field. On a target it says whose text this is, and lets go of its own. */
export function FieldFrame({
  field,
  label,
  session,
  target,
  own,
  parts = [],
  count,
  children,
}: {
  field: VariantField;
  label: string;
  session: PostSession;
  /** `targetKey` of the chosen target; null on the base text. */
  target: string | null;
  own: boolean;
  /** What the target has of its own inside the field while it inherits the field itself. */
  parts?: readonly VariantField[];
  /** Its counter. */
  count?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useWords();
  const names = useFieldNames();
  return (
    <section className={classes['field']} data-field={field} aria-label={label}>
      <header className={classes['header']}>
        <h3 className={classes['label']}>{label}</h3>
        {target !== null && (own || parts.length === 0) && (
          <span className={classes['whose']} data-own={own}>
            {own ? t('composer.own') : t('composer.inherited')}
          </span>
        )}
        {target !== null && own && (
          <FieldMenu session={session} target={target} field={field} label={label} />
        )}
        {target !== null &&
          parts.map((part) => (
            <span key={part} className={classes['part']}>
              <span className={classes['whose']} data-own>
                {t('adapt.ownPart', { field: names[part] })}
              </span>
              <FieldMenu session={session} target={target} field={part} label={names[part]} />
            </span>
          ))}
        <span className={classes['space']} />
        {count}
      </header>
      {children}
    </section>
  );
}
