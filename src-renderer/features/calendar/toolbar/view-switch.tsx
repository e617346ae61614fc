import { SegmentedControl } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import { type View, views } from '../session/remembered.ts';
import styles from './toolbar.module.css';

/** What the views are called. */
export function useViewWords(): Record<View, string> {
  const { t } = useWords();
  return {
    month: t('calendar.month'),
    week: t('calendar.week'),
    day: t('calendar.day'),
    agenda: t('calendar.agenda'),
    board: t('calendar.board'),
    timeline: t('calendar.timeline'),
    year: t('calendar.year'),
  };
}

/** All views of the plan, one of them shown. */
export function ViewSwitch({ view, onChange }: { view: View; onChange(view: View): void }) {
  const { t } = useWords();
  const words = useViewWords();
  return (
    <SegmentedControl
      className={styles.views ?? ''}
      aria-label={t('calendar.view')}
      value={view}
      data={views.map((value) => ({ value, label: words[value] }))}
      onChange={onChange}
    />
  );
}
