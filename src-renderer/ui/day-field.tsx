import { DateInput, type DateInputProps } from '@mantine/dates';
import { useWords } from './words.tsx';

type Shared =
  | 'label'
  | 'aria-label'
  | 'description'
  | 'size'
  | 'className'
  | 'placeholder'
  | 'disabled'
  | 'popoverProps';

/** A day, typed as `YYYY-MM-DD` or chosen from a month that stands in this window's language. */
export function DayField({
  value,
  onChange,
  min,
  max,
  clearable,
  ...rest
}: Pick<DateInputProps, Shared> & {
  /** `YYYY-MM-DD`; '' for none. */
  value: string;
  onChange(day: string): void;
  /** The first and the last day that can be chosen. */
  min?: string;
  max?: string;
  /** No day is an answer too. */
  clearable?: boolean;
}) {
  const { t, language } = useWords();
  return (
    <DateInput
      {...rest}
      locale={language === 'zh' ? 'zh-cn' : 'en'}
      valueFormat="YYYY-MM-DD"
      value={value === '' ? null : value}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      clearable={clearable ?? false}
      clearButtonProps={{ 'aria-label': t('ui.no-day') }}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}
