import 'dayjs/locale/zh-cn';
import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconChevronDown } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Day } from '#shared/domain/calendar-days.ts';
import styles from './toolbar.module.css';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** The title of what is shown; opens a small month to jump anywhere. */
export function DayJump({
  title,
  day,
  weekStart,
  opened,
  onOpened,
  onJump,
}: {
  title: string;
  day: Day;
  weekStart: number;
  opened: boolean;
  onOpened(opened: boolean): void;
  onJump(day: Day): void;
}) {
  const { t, language } = useWords();
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className={styles.title}
          rightSection={<IconChevronDown size={15} stroke={1.5} />}
          aria-label={`${title}, ${t('calendar.jump')}`}
          onClick={() => onOpened(!opened)}
        >
          <h1 className={styles.heading}>{title}</h1>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          key={day}
          size="xs"
          value={day}
          defaultDate={day}
          locale={language === 'zh' ? 'zh-cn' : 'en'}
          firstDayOfWeek={weekdays.find((each) => each === weekStart) ?? 1}
          ariaLabels={{
            nextMonth: t('calendar.next-month'),
            previousMonth: t('calendar.previous-month'),
            nextYear: t('calendar.next-year'),
            previousYear: t('calendar.previous-year'),
            nextDecade: t('calendar.next-decade'),
            previousDecade: t('calendar.previous-decade'),
            monthLevelControl: t('calendar.choose-month'),
            yearLevelControl: t('calendar.choose-year'),
          }}
          onChange={(chosen) => {
            if (chosen === null) return;
            onOpened(false);
            onJump(chosen.slice(0, 10));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
