import { DateInput, type DateInputProps } from '@mantine/dates';
import { useCall } from '#renderer/bridge/use-call.ts';
import { weekOf } from '#shared/domain/calendar-days.ts';
import { useWords } from './words.tsx';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

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
  const { t, language, locale } = useWords();
  const wanted = useCall('settings.get', {}, ['settings.changed']).data?.weekStart;
  const weekStart = weekdays.find((each) => each === (wanted ?? weekOf(locale).start)) ?? 1;
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <DateInput
      {...rest}
      locale={language === 'zh' ? 'zh-cn' : 'en'}
      valueFormat="YYYY-MM-DD"
      firstDayOfWeek={weekStart}
      monthLabelFormat={(day) => month.format(new Date(`${day.slice(0, 10)}T12:00:00Z`))}
      value={value === '' ? null : value}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      clearable={clearable ?? false}
      clearButtonProps={{ 'aria-label': t('ui.no-day') }}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}
