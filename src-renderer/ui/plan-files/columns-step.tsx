import { Button, ScrollArea, SegmentedControl, Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { tableEncodings } from '#shared/contract/plan-files.ts';
import { repeatWays } from '#shared/plan/files/ics-repeats.ts';
import { kindOnPlatform, onPlatform, planFields } from '#shared/plan/files/fields.ts';
import type { TablePreset } from '#shared/plan/files/presets.ts';
import { notifyFailure } from '../notify.tsx';
import { useRulePack } from '../rule-pack.ts';
import { useWords } from '../words.tsx';
import { useFieldWords } from './field-words.ts';
import type { ChosenFile, ImportInput } from './import-dialog.tsx';
import styles from './plan-files.module.css';

const tools: Record<Exclude<TablePreset, 'other' | 'ics'>, string> = {
  galley: 'Galley',
  buffer: 'Buffer',
  publer: 'Publer',
  metricool: 'Metricool',
  hootsuite: 'Hootsuite',
};

const zones = Intl.supportedValuesOf('timeZone');

/** What the file is and what its columns mean; everything the file leaves open is asked for here. */
export function ColumnsStep({
  chosen,
  onChange,
  onNext,
}: {
  chosen: ChosenFile;
  onChange(chosen: ChosenFile): void;
  onNext(): void;
}) {
  const { t, say, locale } = useWords();
  const fields = useFieldWords();
  const pack = useRulePack();
  const workspace = useCall('workspace.current', {}).data;
  const [busy, setBusy] = useState(false);
  const { read, input } = chosen;
  const mapping = input.mapping ?? read.mapping;
  const change = (part: Partial<ImportInput>): void => onChange({ ...chosen, input: { ...input, ...part } });
  /** Another sheet or encoding is another table. */
  const readAgain = async (part: Partial<ImportInput>): Promise<void> => {
    setBusy(true);
    try {
      const { mapping: _, ...rest } = input;
      const next = { ...rest, ...part };
      onChange({ ...chosen, input: next, read: await runJob('planfile.read', next) });
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const platformName = (id: string): string => {
    const found = pack?.platforms.find((platform) => platform.id === id);
    return found ? say(found.name) : id;
  };
  const meanings = (present: string) => {
    const platform = onPlatform.exec(present)?.[1];
    const kind = kindOnPlatform.exec(present)?.[1];
    return [
      ...(kind === undefined
        ? []
        : [{ value: present, label: t('plan-files.field-kind-on', { platform: platformName(kind) }) }]),
      ...(platform === undefined
        ? []
        : [{ value: present, label: t('plan-files.field-on', { platform: platformName(platform) }) }]),
      ...planFields.map((field) => ({ value: field, label: fields[field] })),
    ];
  };
  const formats = (pack?.platforms ?? []).map((platform) => ({
    group: say(platform.name),
    items: platform.formats.map((format) => ({
      value: `${platform.id}/${format.id}`,
      label: `${say(platform.name)} · ${say(format.name)}`,
    })),
  }));
  const asksOrder = read.dateOrder === 'ambiguous' || input.dateOrder !== undefined;
  const isTable = read.kind === 'table' || (read.kind === 'json' && read.preset !== 'galley');
  const preset =
    read.preset === 'other'
      ? t('plan-files.preset-other')
      : read.preset === 'ics'
        ? t('plan-files.preset-ics')
        : tools[read.preset];
  const ready = read.dateOrder !== 'ambiguous' || input.dateOrder !== undefined;
  return (
    <div className={styles.step}>
      <p className={styles.lead}>
        {t('plan-files.found', {
          file: chosen.file.name,
          preset,
          count: new Intl.NumberFormat(locale).format(read.rows),
        })}
      </p>
      <div className={styles.options}>
        {read.sheets.length > 1 && (
          <Select
            label={t('plan-files.sheet')}
            data={read.sheets}
            value={input.sheet ?? read.sheets[0] ?? null}
            onChange={(sheet) => sheet !== null && void readAgain({ sheet })}
          />
        )}
        {read.kind === 'table' && read.encoding !== '' && (
          <Select
            label={t('plan-files.encoding')}
            data={[...new Set([read.encoding, ...tableEncodings])]}
            value={read.encoding}
            onChange={(value) => {
              const encoding = tableEncodings.find((each) => each === value);
              if (encoding) void readAgain({ encoding });
            }}
          />
        )}
        {read.preset !== 'galley' && (
          <>
            <Select
              label={t('plan-files.zone')}
              searchable
              limit={50}
              data={[...new Set([...(workspace ? [workspace.zone] : []), ...zones])]}
              value={input.zone ?? workspace?.zone ?? null}
              onChange={(zone) => zone !== null && change({ zone })}
            />
            <Select
              label={t('plan-files.platform')}
              placeholder={t('plan-files.platform-none')}
              searchable
              clearable
              data={formats}
              value={input.format ?? null}
              onChange={(format) => {
                const { format: _, ...rest } = input;
                onChange({ ...chosen, input: format === null ? rest : { ...rest, format } });
              }}
            />
          </>
        )}
      </div>
      {read.repeating > 0 && (
        <div className={styles.question} role="group" aria-label={t('plan-files.repeats')}>
          <p className={styles.lead}>{t('plan-files.repeats-lead', { count: read.repeating })}</p>
          <SegmentedControl
            aria-label={t('plan-files.repeats')}
            value={input.repeats ?? 'first'}
            data={[
              { value: 'first', label: t('plan-files.repeats-first') },
              { value: 'dates', label: t('plan-files.repeats-dates') },
              { value: 'series', label: t('plan-files.repeats-series') },
            ]}
            onChange={(value) => change({ repeats: repeatWays.find((way) => way === value) ?? 'first' })}
          />
        </div>
      )}
      {asksOrder && (
        <div className={styles.question} role="group" aria-label={t('plan-files.order')}>
          <p className={styles.lead}>{t('plan-files.order-lead')}</p>
          <SegmentedControl
            aria-label={t('plan-files.order')}
            value={input.dateOrder ?? ''}
            data={[
              { value: 'dmy', label: t('plan-files.order-dmy') },
              { value: 'mdy', label: t('plan-files.order-mdy') },
            ]}
            onChange={(value) => change({ dateOrder: value === 'mdy' ? 'mdy' : 'dmy' })}
          />
        </div>
      )}
      <ScrollArea.Autosize mah={320} type="auto" className={styles.frame ?? ''}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('plan-files.column')}</th>
              <th scope="col">{t('plan-files.means')}</th>
              <th scope="col">{t('plan-files.sample')}</th>
            </tr>
          </thead>
          <tbody>
            {read.columns.map((column, index) => {
              const meaning = mapping[index] ?? 'ignore';
              return (
                // Columns may share a name; their place tells them apart.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <tr key={index} data-ignored={meaning === 'ignore'}>
                  <th scope="row">{column}</th>
                  <td>
                    {isTable ? (
                      <Select
                        aria-label={t('plan-files.means-of', { column })}
                        size="xs"
                        allowDeselect={false}
                        data={meanings(meaning)}
                        value={meaning}
                        onChange={(value) => {
                          if (value !== null)
                            change({ mapping: mapping.map((each, at) => (at === index ? value : each)) });
                        }}
                      />
                    ) : (
                      meanings(meaning).find(({ value }) => value === meaning)?.label
                    )}
                  </td>
                  <td className={styles.cells}>
                    {read.sample
                      .map((row) => row[index]?.trim() ?? '')
                      .filter((cell) => cell !== '')
                      .slice(0, 3)
                      .join(' · ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea.Autosize>
      <div className={styles.buttons}>
        <Button
          disabled={!ready}
          loading={busy}
          rightSection={<IconArrowRight size={14} stroke={1.5} />}
          onClick={onNext}
        >
          {t('plan-files.look')}
        </Button>
      </div>
    </div>
  );
}
