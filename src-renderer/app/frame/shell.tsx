import { useEffect } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { listenForHotkeys } from '#renderer/commands/hotkeys.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { ReviewPlace } from '#renderer/ui/review/review-place.tsx';
import { SlotProvider } from '#renderer/ui/slots.tsx';
import { JobsProvider } from '../jobs/jobs.tsx';
import { Palette } from '../palette/palette.tsx';
import { OpenProblemDialog } from '../welcome/open-problem.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { ReminderWatch } from '../reminders/reminder-watch.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { FileDrop } from './file-drop.tsx';
import { Frame } from './frame.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { KeySheet } from './key-sheet.tsx';
import styles from './shell.module.css';

/** The window once the settings are known: the welcome page without a workspace, else the frame. */
export function Shell() {
  const workspace = useCall('workspace.current', {}, ['workspace.changed', 'records.changed']);
  useEffect(listenForHotkeys, []);

  if (workspace.failure && workspace.data === undefined) {
    return (
      <div className={styles.alone}>
        <FailureNote error={workspace.failure} onRetry={workspace.reload} />
      </div>
    );
  }
  if (workspace.data === undefined) return null;
  return (
    <JobsProvider>
      <SlotProvider>
        <div className={styles.window}>
          <ConnectionBanner />
          {workspace.data ? <Frame workspace={workspace.data} /> : <Welcome />}
        </div>
        {workspace.data && (
          <>
            <FileDrop />
            <ImportOutcome />
            <ReviewPlace />
            <ReminderWatch />
            <OpenProblemDialog />
            <Palette />
          </>
        )}
        <KeySheet />
      </SlotProvider>
    </JobsProvider>
  );
}
