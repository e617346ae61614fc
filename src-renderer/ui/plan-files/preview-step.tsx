import { Button, Loader, Progress, ScrollArea, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import type { PlanPreviewRow } from '#shared/contract/plan-files.ts';
import { asGalleyError, type GalleyError, isCancellation } from '#shared/contract/failure.ts';
import { FailureNote } from '../failure-note.tsx';
import { notifyFailure } from '../notify.tsx';
import { PlatformBadge } from '../platform-badge.tsx';
import { useWords } from '../words.tsx';
import type { ChosenFile, ImportOutcome } from './import-dialog.tsx';
import styles from './plan-files.module.css';

type Filter = 'all' | PlanPreviewRow['action'];

/** Rows that are drawn; the rest is counted. */
const mostShown = 300;

/** What would happen to each row, and the button that lets it happen. */
export function PreviewStep({
  chosen,
  onBack,
  onDone,
}: {
  chosen: ChosenFile;
  onBack(): void;
  onDone(outcome: ImportOutcome): void;
}) {
  const { t, say, locale } = useWords();
  const [rows, setRows] = useState<PlanPreviewRow[] | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [running, setRunning] = useState<{ abort: AbortController; part: number } | null>(null);
  const { input } = chosen;
  useEffect(() => {
    const abort = new AbortController();
    runJob('planfile.preview', input, { signal: abort.signal })
      .then((answer) => setRows(answer.rows))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setFailure(asGalleyError(error));
      });
    return () => abort.abort();
  }, [input]);
  const start = async (): Promise<void> => {
    const abort = new AbortController();
    setRunning({ abort, part: 0 });
    try {
      const onProgress = ({ done, total }: { done: number; total: number }): void =>
        setRunning({ abort, part: total > 0 ? (done / total) * 100 : 0 });
      onDone(await runJob('planfile.import', input, { signal: abort.signal, onProgress }));
    } catch (error) {
      if (!isCancellation(error)) notifyFailure(error);
      setRunning(null);
    }
  };
  if (failure) {
    return (
      <div className={styles.step}>
        <FailureNote error={failure} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onBack}>
            {t('plan-files.back')}
          </Button>
        </div>
      </div>
    );
  }
  if (!rows) {
    return (
      <div className={styles.waiting} role="status">
        <Loader size="sm" />
        {t('plan-files.looking')}
      </div>
    );
  }
  const number = new Intl.NumberFormat(locale);
  const count = (action: Filter): number =>
    action === 'all' ? rows.length : rows.filter((row) => row.action === action).length;
  const words: Record<Filter, string> = {
    all: t('plan-files.all'),
    new: t('plan-files.new'),
    update: t('plan-files.update'),
    same: t('plan-files.same'),
    refuse: t('plan-files.refuse'),
  };
  const filters: Filter[] = ['all', 'new', 'update', 'same', 'refuse'];
  const chosenRows = filter === 'all' ? rows : rows.filter((row) => row.action === filter);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const toWrite = count('new') + count('update');
  return (
    <div className={styles.step}>
      <SegmentedControl
        aria-label={t('plan-files.shown')}
        value={filter}
        data={filters.map((value) => ({ value, label: `${words[value]} ${number.format(count(value))}` }))}
        onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'all')}
      />
      <ScrollArea.Autosize mah={380} type="auto" className={styles.frame ?? ''}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('plan-files.row')}</th>
              <th scope="col">{t('plan-files.action')}</th>
              <th scope="col">{t('plan-files.post')}</th>
              <th scope="col">{t('plan-files.when')}</th>
            </tr>
          </thead>
          <tbody>
            {chosenRows.slice(0, mostShown).map((row) => (
              // The dates of an event that repeats share its number.
              <tr key={`${row.row} ${row.local}`}>
                <td className={styles.number}>{row.row}</td>
                <td>
                  <span className={styles.mark} data-action={row.action}>
                    {words[row.action]}
                  </span>
                </td>
                <td className={styles.post}>
                  <span className={styles.title}>
                    {row.targets.slice(0, 5).map((format) => (
                      <PlatformBadge key={format} format={format} size={14} />
                    ))}
                    {row.title}
                  </span>
                  {row.problems.map((problem) => (
                    <span key={problem.en} className={styles.problem} data-action={row.action}>
                      {say(problem)}
                    </span>
                  ))}
                </td>
                <td className={styles.when}>
                  {row.local === null && row.action === 'refuse'
                    ? ''
                    : row.local === null
                      ? t('plan-files.unscheduled')
                      : time.format(new Date(`${row.local}:00Z`))}
                  {row.zone !== null && <span className={styles.zone}>{row.zone}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {chosenRows.length === 0 && <p className={styles.none}>{t('plan-files.none')}</p>}
        {chosenRows.length > mostShown && (
          <p className={styles.none}>
            {t('plan-files.further', { count: number.format(chosenRows.length - mostShown) })}
          </p>
        )}
      </ScrollArea.Autosize>
      {running && <Progress value={Math.max(4, running.part)} aria-label={t('plan-files.importing')} />}
      <div className={styles.buttons}>
        {running ? (
          <Button variant="default" onClick={() => running.abort.abort()}>
            {t('plan-files.cancel')}
          </Button>
        ) : (
          <Button variant="default" onClick={onBack}>
            {t('plan-files.back')}
          </Button>
        )}
        <Button disabled={toWrite === 0} loading={running !== null} onClick={() => void start()}>
          {toWrite === 0 ? t('plan-files.nothing') : t('plan-files.bring', { count: number.format(toWrite) })}
        </Button>
      </div>
    </div>
  );
}
