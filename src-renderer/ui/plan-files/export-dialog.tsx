import { Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { planFileKinds } from '#shared/contract/plan-files.ts';
import { DayField } from '../day-field.tsx';
import { MonthField } from '../month-field.tsx';
import { notifyFailure } from '../notify.tsx';
import { useWords } from '../words.tsx';
import styles from './plan-files.module.css';

type Kind = (typeof planFileKinds)[number];

/** The plan, or a part of it, as a file to keep, to hand on, or to subscribe to. */
export default function ExportDialog({ month: shown, onClose }: { month?: string; onClose(): void }) {
  const { t, locale } = useWords();
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'));
  const [format, setFormat] = useState<Kind>('xlsx');
  const [span, setSpan] = useState<'all' | 'own'>('all');
  const [from, setFrom] = useState(`${(shown ?? today).slice(0, 7)}-01`);
  const [to, setTo] = useState('');
  const [month, setMonth] = useState((shown ?? today).slice(0, 7));
  const [lastMonth, setLastMonth] = useState(month);
  const [alarm, setAlarm] = useState('');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<CallOutput<'planfile.export'> | null>(null);
  const sheet = format === 'pdf' || format === 'png';
  const leads: Record<Kind, string> = {
    csv: t('plan-files.lead-csv'),
    xlsx: t('plan-files.lead-xlsx'),
    ics: t('plan-files.lead-ics'),
    json: t('plan-files.lead-json'),
    pdf: t('plan-files.lead-pdf'),
    png: t('plan-files.lead-png'),
  };
  const number = new Intl.NumberFormat(locale);
  const write = async (): Promise<void> => {
    setBusy(true);
    setMade(null);
    try {
      const range = sheet
        ? { month, lastMonth }
        : span === 'own'
          ? { ...(from ? { from } : {}), ...(to ? { to } : {}) }
          : {};
      const answer = await runJob('planfile.export', {
        format,
        language: locale.startsWith('zh') ? 'zh' : 'en',
        ...range,
        ...(format === 'ics' && alarm !== '' ? { alarmMinutes: Number(alarm) } : {}),
      });
      setMade(answer);
      const link = document.createElement('a');
      link.href = mediaUrl(answer.url);
      link.download = answer.name;
      link.click();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('plan-files.export-title')} size={640}>
      <div className={styles.step}>
        <SegmentedControl
          aria-label={t('plan-files.format')}
          value={format}
          data={planFileKinds.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(value) => setFormat(planFileKinds.find((kind) => kind === value) ?? 'xlsx')}
        />
        <p className={styles.lead}>{leads[format]}</p>
        <div className={styles.options}>
          {sheet ? (
            <>
              <MonthField
                label={t('plan-files.first-month')}
                value={month}
                onChange={(first) => {
                  setMonth(first);
                  // Months that were one stay one; the last one is never before the first.
                  if (lastMonth === month || lastMonth < first) setLastMonth(first);
                }}
              />
              <MonthField
                label={t('plan-files.last-month')}
                value={lastMonth}
                min={month}
                onChange={setLastMonth}
              />
            </>
          ) : (
            <>
              <Select
                label={t('plan-files.range')}
                allowDeselect={false}
                value={span}
                data={[
                  { value: 'all', label: t('plan-files.range-all') },
                  { value: 'own', label: t('plan-files.range-own') },
                ]}
                onChange={(value) => setSpan(value === 'own' ? 'own' : 'all')}
              />
              {span === 'own' && (
                <>
                  <DayField label={t('plan-files.from')} value={from} max={to} onChange={setFrom} />
                  <DayField label={t('plan-files.to')} value={to} min={from} onChange={setTo} />
                </>
              )}
            </>
          )}
          {format === 'ics' && (
            <Select
              label={t('plan-files.alarm')}
              allowDeselect={false}
              value={alarm}
              data={[
                { value: '', label: t('plan-files.alarm-none') },
                { value: '0', label: t('plan-files.alarm-due') },
                { value: '15', label: t('plan-files.alarm-quarter') },
                { value: '60', label: t('plan-files.alarm-hour') },
              ]}
              onChange={(value) => setAlarm(value ?? '')}
            />
          )}
        </div>
        {made && (
          <p className={styles.hint} role="status">
            {t('plan-files.written', { name: made.name, count: number.format(made.rows) })}{' '}
            {made.left > 0 && t('plan-files.left', { count: number.format(made.left) })}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            loading={busy}
            leftSection={<IconDownload size={14} stroke={1.5} />}
            onClick={() => void write()}
          >
            {t('plan-files.download')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
