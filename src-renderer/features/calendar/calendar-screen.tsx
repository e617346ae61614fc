import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { Calendar } from './calendar.tsx';
import styles from './calendar.module.css';

/** The plan of the workspace, in the workspace's zone: everybody who works on it sees the same days. */
export default function CalendarScreen() {
  const { locale } = useWords();
  const workspace = useCall('workspace.current', {}, ['workspace.changed']);
  const settings = useCall('settings.get', {}, ['settings.changed']);
  if (workspace.failure && !workspace.data)
    return (
      <div className={styles.failure}>
        <FailureNote error={workspace.failure} onRetry={workspace.reload} />
      </div>
    );
  if (!workspace.data || !settings.data) return <div className={styles.screen} aria-busy="true" />;
  return (
    <Calendar
      key={workspace.data.zone}
      homeZone={workspace.data.zone}
      locale={locale}
      wantedWeekStart={settings.data.weekStart}
    />
  );
}
