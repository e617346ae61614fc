import { Button } from '@mantine/core';
import { IconCalendarPlus, IconFilterOff } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './calendar.module.css';
import type { View } from './session/remembered.ts';

/** What to do with days that have no posts; the days themselves stay usable. */
export function Teach({
  filtering,
  view,
  onClear,
  onAdd,
}: {
  filtering: boolean;
  view: Exclude<View, 'agenda' | 'board' | 'timeline' | 'year'>;
  onClear(): void;
  onAdd(): void;
}) {
  const { t } = useWords();
  const words = {
    month: t('calendar.empty-month'),
    week: t('calendar.empty-week'),
    day: t('calendar.empty-day'),
  };
  const Icon = filtering ? IconFilterOff : IconCalendarPlus;
  return (
    <div className={styles.teach}>
      <div className={styles.lesson} role="note">
        <Icon size={22} stroke={1.5} aria-hidden />
        <span>
          <strong>{filtering ? t('calendar.none-found') : words[view]}</strong>
          {filtering ? t('calendar.none-found-body') : t('calendar.empty-body')}
        </span>
        <Button variant="default" onClick={filtering ? onClear : onAdd}>
          {filtering ? t('calendar.filter-clear') : t('calendar.new-post')}
        </Button>
      </div>
    </div>
  );
}
