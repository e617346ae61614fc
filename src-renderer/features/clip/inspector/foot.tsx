import { Checkbox } from '@mantine/core';
import type { Action } from '#renderer/commands/action.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { FrameClock } from '../fields/time-text.ts';
import type { ClipExport } from '../use-export.ts';
import { sourceClock } from './clip-page.tsx';
import { ExportCard } from './export-card.tsx';
import styles from './inspector.module.css';
import { PartsOutcome } from './parts-card.tsx';

/** The foot of the inspector while the clip needs no rendering: what the cut costs beside the button that makes it. */
export function InspectorFoot({
  clock,
  exporting,
  action,
  onPost,
}: {
  clock: FrameClock;
  exporting: ClipExport;
  action: Action;
  onPost(): void;
}) {
  const { t } = useWords();
  const { single, several, cut, parts } = exporting;
  if (single || cut.work.stage !== 'idle')
    return (
      <ExportCard
        clock={sourceClock(exporting, clock)}
        range={single?.part ?? { from: 0, to: 0 }}
        plan={single ? exporting.plan : undefined}
        work={cut.work}
        action={action}
        toLibrary={exporting.toLibrary}
        onLibrary={exporting.setToLibrary}
        onPost={onPost}
        onDismiss={cut.dismiss}
      />
    );
  if (!several && parts.work.stage === 'idle') return null;
  return (
    <footer className={styles.foot}>
      <PartsOutcome work={parts.work} onDismiss={parts.dismiss} />
      {parts.work.stage !== 'running' && several && (
        <div className={styles.exportRow}>
          <Checkbox
            label={t('clip.add-to-library')}
            checked={exporting.toLibrary}
            onChange={(event) => exporting.setToLibrary(event.currentTarget.checked)}
          />
          <ActionButton action={action} primary size="sm" />
        </div>
      )}
    </footer>
  );
}
