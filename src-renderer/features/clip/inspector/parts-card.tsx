import { Button, CloseButton, SegmentedControl } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatBytes, formatSeconds } from '../fields/spans.ts';
import type { ClipExport } from '../use-export.ts';
import type { CutMode } from './cut-plans.ts';
import styles from './inspector.module.css';
import type { PartsOutlook } from './parts-outlook.ts';
import { RunningExport } from './running-export.tsx';
import type { PartsWork } from './use-cut.ts';

/** In words what a mode would do to all parts. */
function useOutlookWords(): (row: PartsOutlook) => string {
  const { t, locale } = useWords();
  return (row) =>
    [
      row.more > 0.005
        ? t('clip-timeline.parts-more', { seconds: formatSeconds(row.more, locale) })
        : t('clip-timeline.parts-exact'),
      row.reencoded > 0.005
        ? t('clip.reencodes', { time: formatSeconds(row.reencoded, locale) })
        : t('clip.reencodes-nothing'),
    ].join(' ');
}

/** Several kept parts of one recording: as files of their own or joined, in which of the three cuts. */
export function PartsPanel({ exporting }: { exporting: ClipExport }) {
  const { t, locale } = useWords();
  const words = useOutlookWords();
  const names: Record<CutMode, string> = {
    lossless: t('clip.mode-lossless'),
    smart: t('clip.mode-smart'),
    exact: t('clip.mode-exact'),
  };
  const parts = exporting.several?.parts ?? [];
  const seconds = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  return (
    <Panel title={t('clip-timeline.parts')} remember="clip.parts">
      <p className={styles.dim}>
        {t('clip-timeline.parts-count', {
          count: new Intl.NumberFormat(locale).format(parts.length),
          seconds: formatSeconds(seconds, locale),
        })}
      </p>
      <SegmentedControl
        fullWidth
        aria-label={t('clip-timeline.parts')}
        value={exporting.joined ? 'joined' : 'separate'}
        onChange={(value) => exporting.setJoined(value === 'joined')}
        data={[
          { value: 'separate', label: t('clip-timeline.parts-separate') },
          { value: 'joined', label: t('clip-timeline.parts-joined') },
        ]}
      />
      <div
        className={styles.modes}
        role="radiogroup"
        aria-label={t('clip.cut')}
        data-fresh={exporting.outlook !== null}
      >
        {(['lossless', 'smart', 'exact'] as const).map((mode) => {
          const row = exporting.outlook?.find((one) => one.mode === mode);
          return (
            <label className={styles.mode} key={mode} data-chosen={mode === exporting.partsMode}>
              <input
                type="radio"
                name="clip-parts-mode"
                className={styles.radio}
                checked={mode === exporting.partsMode}
                disabled={!row?.possible}
                onChange={() => exporting.ask(mode)}
              />
              <span className={styles.modeWords}>
                <span className={styles.modeName}>{names[mode]}</span>
                <span className={styles.modeLine}>
                  {row === undefined
                    ? t('clip-timeline.parts-looking')
                    : row.possible
                      ? words(row)
                      : t('clip-timeline.parts-impossible')}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </Panel>
  );
}

/** The export of parts under way, and the files that came of it. */
export function PartsOutcome({ work, onDismiss }: { work: PartsWork; onDismiss(): void }) {
  const { t, say, locale } = useWords();
  if (work.stage === 'failed') return <FailureNote error={work.error} />;
  if (work.stage === 'running') return <RunningExport job={work.job} cancel={work.cancel} />;
  if (work.stage !== 'done') return null;
  return (
    <section className={styles.result} aria-label={t('clip.result')}>
      <header className={styles.resultHead}>
        <IconCheck size={16} stroke={1.5} aria-hidden />
        <strong>{t('clip.exported')}</strong>
        <CloseButton size="sm" aria-label={t('clip.dismiss')} onClick={onDismiss} />
      </header>
      {work.result.note && <span className={styles.modeNote}>{say(work.result.note)}</span>}
      <ul className={styles.files}>
        {work.result.files.map((file) => (
          <li key={file.url}>
            <span className={styles.fileName} title={file.name}>
              {file.name}
            </span>
            <span className={styles.dim}>
              {`${formatSeconds(file.seconds, locale)} · ${formatBytes(file.bytes, locale)}`}
            </span>
            <Button
              component="a"
              href={mediaUrl(file.url)}
              download
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={t('clip-timeline.download-file', { name: file.name })}
            >
              <IconDownload size={14} stroke={1.5} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
