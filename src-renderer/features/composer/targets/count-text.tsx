import { memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { unitWords } from '../counters/unit-names.ts';
import type { FieldMeasure } from '../session/measure.ts';
import classes from './targets.module.css';

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs more than all counting of a keystroke, so each language has one. */
function numberFormat(locale: string): Intl.NumberFormat {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format;
}

/** A count against its limit, in the platform's unit; vermilion when it is too much. */
export const CountText = memo(function CountText({ measure }: { measure: FieldMeasure }) {
  const { t, locale } = useWords();
  const { count, limit, ok, approximate, unit } = measure.count;
  const number = numberFormat(locale);
  const words = `${approximate ? '≈' : ''}${number.format(count)}${limit === null ? '' : `/${number.format(limit)}`}`;
  const about = approximate ? ` · ${t('composer.approximate')}` : '';
  return (
    <span
      className={classes['count']}
      data-over={!ok}
      title={`${measure.field.id}: ${t(unitWords[unit])}${about}`}
    >
      {words}
    </span>
  );
});
