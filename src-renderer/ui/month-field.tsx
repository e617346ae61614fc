import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { MonthPicker } from '@mantine/dates';
import { IconCalendarMonth } from '@tabler/icons-react';
import { useState } from 'react';
import { readMonth, turnMonth } from './read-month.ts';
import { useWords } from './words.tsx';

/** A month, typed as `YYYY-MM`, stepped by up and down, or chosen from a year in this window's language. */
export function MonthField({
  label,
  value,
  min,
  onChange,
}: {
  label: string;
  /** `YYYY-MM`. */
  value: string;
  /** The first month that can be chosen. */
  min?: string;
  onChange(month: string): void;
}) {
  const { t, language, locale } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const take = (month: string | null): void => {
    if (month !== null && month !== value && (min === undefined || month >= min)) onChange(month);
  };
  const read = draft === null ? value : readMonth(draft);
  const fault =
    read === null ? t('ui.month-wrong') : min !== undefined && read < min ? t('ui.month-early') : null;
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <TextInput
      label={label}
      description={name.format(new Date(`${value}-01T00:00:00Z`))}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="2026-05"
      inputMode="numeric"
      value={draft ?? value}
      error={draft !== null && draft !== '' ? fault : null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        // A whole month counts at once; a part of one may go on.
        if (/^\d{4}-\d{2}$/.test(text)) take(readMonth(text));
      }}
      onBlur={() => {
        take(read);
        setDraft(null);
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (event.key === 'Enter') take(read);
        if (step === 0 && event.key !== 'Enter') return;
        if (step !== 0) {
          event.preventDefault();
          take(turnMonth(read ?? value, step));
        }
        setDraft(null);
      }}
      rightSection={
        <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ui.choose-month')}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendarMonth size={16} stroke={1.5} />
            </ActionIcon>
          </Popover.Target>
          {/* Its keys are not the field's. */}
          <Popover.Dropdown onKeyDown={(event) => event.stopPropagation()}>
            <MonthPicker
              locale={language === 'zh' ? 'zh-cn' : 'en'}
              value={`${value}-01`}
              defaultDate={`${value}-01`}
              {...(min === undefined ? {} : { minDate: `${min}-01` })}
              onChange={(day) => {
                if (day === null) return;
                setDraft(null);
                take(day.slice(0, 7));
                setOpened(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
