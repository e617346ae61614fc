import { Button, Checkbox, CloseButton } from '@mantine/core';
import { IconCheck, IconDownload, IconPencilPlus } from '@tabler/icons-react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatBytes, formatSeconds } from '../fields/spans.ts';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import type { Range } from '../session/range.ts';
import { useConsequence } from './cut-modes.tsx';
import type { CutPlanRow } from './cut-plans.ts';
import styles from './inspector.module.css';
import { RunningExport } from './running-export.tsx';
import type { CutResult, CutWork } from './use-cut.ts';

function Result({
  result,
  clock,
  onPost,
  onDismiss,
}: {
  result: CutResult;
  clock: FrameClock;
  onPost(): void;
  onDismiss(): void;
}) {
  const { t, say, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const facts = [
    `${timecode(clock, result.actual.from)} – ${timecode(clock, result.actual.to)}`,
    [
      clock.soundOnly
        ? formatSeconds(result.seconds, locale)
        : t('clip.result-frames', {
            frames: number.format(result.frames),
            reencoded: number.format(result.reencodedFrames),
          }),
      formatBytes(result.bytes, locale),
    ].join(' · '),
  ];
  return (
    <section className={styles.result} aria-label={t('clip.result')}>
      <header className={styles.resultHead}>
        <IconCheck size={16} stroke={1.5} aria-hidden />
        <strong>{t('clip.exported')}</strong>
        <CloseButton size="sm" aria-label={t('clip.dismiss')} onClick={onDismiss} />
      </header>
      {facts.map((fact) => (
        <span className={styles.fact} key={fact}>
          {fact}
        </span>
      ))}
      {result.note && <span className={styles.modeNote}>{say(result.note)}</span>}
      {result.asset && (
        <span className={styles.modeNote}>{t('clip.in-library', { name: result.asset.name })}</span>
      )}
      <div className={styles.resultActions}>
        <Button
          component="a"
          href={mediaUrl(result.url)}
          download
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} stroke={1.5} />}
        >
          {t('clip.download')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPencilPlus size={14} stroke={1.5} />}
          onClick={onPost}
        >
          {t('clip.use-in-post')}
        </Button>
      </div>
    </section>
  );
}

/** The foot of the inspector: what the chosen cut costs, right beside the button that makes it. */
export function ExportCard({
  clock,
  range,
  plan,
  work,
  action,
  toLibrary,
  onLibrary,
  onPost,
  onDismiss,
}: {
  clock: FrameClock;
  range: Range;
  plan: CutPlanRow | undefined;
  work: CutWork;
  action: Action;
  toLibrary: boolean;
  onLibrary(wanted: boolean): void;
  onPost(): void;
  onDismiss(): void;
}) {
  const { t } = useWords();
  const consequence = useConsequence(clock);
  return (
    <footer className={styles.foot}>
      {work.stage === 'failed' && <FailureNote error={work.error} />}
      {work.stage === 'done' && (
        <Result result={work.result} clock={clock} onPost={onPost} onDismiss={onDismiss} />
      )}
      {work.stage === 'running' ? (
        <RunningExport job={work.job} cancel={work.cancel} />
      ) : (
        <>
          {plan && (
            <p className={styles.consequence} data-warns={plan.actual.from < range.from - 0.5 / clock.fps}>
              {consequence(plan, range).join(' ')}
            </p>
          )}
          <div className={styles.exportRow}>
            <Checkbox
              label={t('clip.add-to-library')}
              checked={toLibrary}
              onChange={(event) => onLibrary(event.currentTarget.checked)}
            />
            <ActionButton action={action} primary size="sm" />
          </div>
        </>
      )}
    </footer>
  );
}
