import { Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import styles from './insights.module.css';

type Result = CallOutput<'results.import'>;

/** Brings in a table of results for one platform or account, and says what came of it. */
export function ImportDialog({ zone, onClose }: { zone: string; onClose(): void }) {
  const { t, say, locale } = useWords();
  const pack = useRulePack();
  const accounts = useKit('account') ?? [];
  const [place, setPlace] = useState<string | null>(null);
  const [dateOrder, setDateOrder] = useState<'mdy' | 'dmy'>('mdy');
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const number = new Intl.NumberFormat(locale);
  const take = async (): Promise<void> => {
    const [file] = await pickFiles('.csv,.tsv,.txt,.xlsx');
    if (!file || place === null) return;
    const [platform = '', accountId = null] = place.split(' ');
    setBusy(true);
    try {
      const source = await currentTransport().offer(file, () => {}, new AbortController().signal);
      const wanted = { source, name: file.name, platform, accountId, zone, dateOrder };
      setResult(await runJob('results.import', wanted));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('insight.import')}
      closeButtonProps={{ 'aria-label': t('insight.close') }}
    >
      {result ? (
        <div className={styles.form}>
          <p>
            {t('insight.imported', {
              added: number.format(result.added),
              changed: number.format(result.changed),
              same: number.format(result.same),
            })}
          </p>
          <p className={styles.hint}>
            {t('insight.columns-read', {
              columns: new Intl.ListFormat(locale).format(result.columns.map(({ name }) => name)),
            })}
          </p>
          {result.refused.length > 0 && (
            <ul className={styles.refused} aria-label={t('insight.refused')}>
              {result.refused.slice(0, 8).map(({ row, reason }) => (
                <li key={row}>{t('insight.refused-row', { row, reason: say(reason) })}</li>
              ))}
            </ul>
          )}
          <div className={styles.buttons}>
            <Button variant="default" onClick={() => setResult(null)}>
              {t('insight.import-more')}
            </Button>
            <Button onClick={onClose}>{t('insight.done')}</Button>
          </div>
        </div>
      ) : (
        <div className={styles.form}>
          <p className={styles.hint}>{t('insight.import-hint')}</p>
          <Select
            label={t('insight.import-of')}
            placeholder={t('insight.import-choose')}
            searchable
            data={[
              ...(accounts.length > 0
                ? [
                    {
                      group: t('insight.accounts'),
                      items: accounts.map(({ id, name, body }) => ({
                        value: `${body.platform} ${id}`,
                        label: name,
                      })),
                    },
                  ]
                : []),
              {
                group: t('insight.platforms'),
                items: (pack?.platforms ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
              },
            ]}
            value={place}
            onChange={setPlace}
          />
          <div>
            <span className={styles.label}>{t('insight.date-order')}</span>
            <SegmentedControl
              size="xs"
              aria-label={t('insight.date-order')}
              value={dateOrder}
              onChange={(value) => setDateOrder(value === 'dmy' ? 'dmy' : 'mdy')}
              data={[
                { value: 'mdy', label: t('insight.order-mdy') },
                { value: 'dmy', label: t('insight.order-dmy') },
              ]}
            />
          </div>
          <div className={styles.buttons}>
            <Button
              loading={busy}
              disabled={place === null}
              leftSection={<IconUpload size={14} stroke={1.5} />}
              onClick={() => void take()}
            >
              {t('insight.choose-file')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
