import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { downloadText } from '#renderer/ui/download.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { schedulingTools } from '#shared/contract/handoff.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import styles from './export-table.module.css';

type Tool = (typeof schedulingTools)[number];
type Span = 'all' | 'month' | 'own';

const names: Record<Tool, string> = {
  buffer: 'Buffer',
  publer: 'Publer',
  metricool: 'Metricool',
  hootsuite: 'Hootsuite',
};

/** The plan as the tables of a scheduling tool, with what they cannot carry told before anything is saved. */
export function ExportTable({ onClose }: { onClose(): void }) {
  const { t, say, locale } = useWords();
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'));
  const [tool, setTool] = useLocalStorage<Tool>({
    key: 'galley.posts.table',
    defaultValue: 'buffer',
    getInitialValueInEffect: false,
  });
  const [span, setSpan] = useState<Span>('all');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(addDays(today, 30));
  const range =
    span === 'month'
      ? { from: today, to: addDays(today, 30) }
      : span === 'own' && from !== '' && to !== ''
        ? { from, to }
        : {};
  const answer = useCall('handoff.table', { tool, ...range }, ['records.changed']);
  const number = new Intl.NumberFormat(locale);
  const words = { left: t('posts.table-left'), note: t('posts.table-note') };
  return (
    <Modal opened onClose={onClose} title={t('posts.table-title')} size={640}>
      <div className={styles.body}>
        <p className={styles.lead}>{t('posts.table-lead')}</p>
        <SegmentedControl
          aria-label={t('posts.table-tool')}
          value={tool}
          data={schedulingTools.map((value) => ({ value, label: names[value] }))}
          onChange={(value) => setTool(schedulingTools.find((each) => each === value) ?? 'buffer')}
        />
        <div className={styles.span}>
          <SegmentedControl
            aria-label={t('posts.table-range')}
            value={span}
            data={[
              { value: 'all', label: t('posts.table-all') },
              { value: 'month', label: t('posts.table-month') },
              { value: 'own', label: t('posts.table-own') },
            ]}
            onChange={(value) => setSpan(value)}
          />
          {span === 'own' && (
            <>
              <DayField aria-label={t('posts.table-from')} value={from} max={to} onChange={setFrom} />
              <DayField aria-label={t('posts.table-to')} value={to} min={from} onChange={setTo} />
            </>
          )}
        </div>
        {answer.failure && <FailureNote error={answer.failure} onRetry={answer.reload} />}
        {answer.data?.tables.length === 0 && <p className={styles.none}>{t('posts.table-none')}</p>}
        <ul className={styles.tables}>
          {answer.data?.tables.map((table) => (
            <li key={table.name} className={styles.table}>
              <span className={styles.name}>{table.name}</span>
              <span className={styles.rows}>
                {t('posts.table-rows', { count: number.format(table.rows) })}
              </span>
              <Button
                size="compact-sm"
                leftSection={<IconDownload size={14} stroke={1.5} />}
                onClick={() => downloadText(table.name, table.text, 'text/csv;charset=utf-8')}
              >
                {t('posts.table-save', { name: table.name })}
              </Button>
            </li>
          ))}
        </ul>
        {answer.data && answer.data.notes.length > 0 && (
          <ul className={styles.notes}>
            {answer.data.notes.map((note, index) => (
              <li key={`${note.postId} ${index}`}>
                <b data-severity={note.severity}>{words[note.severity]}</b> {note.title}: {say(note.reason)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}
