import { Button, NumberInput, Switch } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { changeWarningSettings } from '#renderer/ui/insight/warning-settings.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { wallClockSchema } from '#shared/kit/plan-bodies.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import { defaultWarningSettings } from '#shared/plan/warnings-context.ts';
import { SettingRow } from '../setting-row.tsx';
import settings from '../settings.module.css';
import styles from './goals.module.css';

type Rules = KitBody<'warning-settings'>;

/** Milliseconds of rest after which what was typed is kept. */
const rest = 500;

/** Hours that are quiet when somebody asks for it. */
const usualQuiet = { from: '22:00', to: '07:00' };

/** From when on the calendar warns; 0 is never. */
export function WarningRules() {
  const items = useKit('warning-settings');
  if (!items) return null;
  return <Fields kept={items[0]?.body ?? defaultWarningSettings} />;
}

function Fields({ kept }: { kept: Rules }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(kept);
  const save = useDebouncedCallback(
    (rules: Rules) =>
      changeWarningSettings(({ dismissed }) => ({ ...rules, dismissed })).catch(notifyFailure),
    { delay: rest, flushOnUnmount: true },
  );
  const change = (part: Partial<Rules>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    const { quiet } = next;
    const whole =
      quiet === null || [quiet.from, quiet.to].every((time) => wallClockSchema.safeParse(time).success);
    if (whole) save(next);
  };
  const numbers = [
    { key: 'leadHours', most: 720, name: t('insight.lead-hours'), hint: t('insight.lead-hours-hint') },
    { key: 'textDays', most: 365, name: t('insight.text-days'), hint: t('insight.text-days-hint') },
    { key: 'mediaDays', most: 365, name: t('insight.media-days'), hint: t('insight.media-days-hint') },
    { key: 'topicDays', most: 90, name: t('insight.topic-days'), hint: t('insight.topic-days-hint') },
  ] as const;
  const { quiet } = draft;
  return (
    <section aria-label={t('insight.warnings')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('insight.warnings')}</h3>
      </div>
      {numbers.map(({ key, most, name, hint }) => (
        <SettingRow key={key} name={name} hint={hint}>
          {(labels) => (
            <NumberInput
              {...labels}
              className={styles.number ?? ''}
              size="xs"
              value={draft[key]}
              min={0}
              max={most}
              allowDecimal={false}
              clampBehavior="strict"
              onChange={(value) => change({ [key]: typeof value === 'number' ? value : 0 })}
            />
          )}
        </SettingRow>
      ))}
      <SettingRow name={t('insight.quiet')} hint={t('insight.quiet-hint')}>
        {(labels) => (
          <div className={styles.quiet}>
            {quiet && (
              <>
                <TimeInput
                  size="xs"
                  aria-label={t('insight.quiet-from')}
                  value={quiet.from}
                  onChange={(event) => change({ quiet: { ...quiet, from: event.currentTarget.value } })}
                />
                <span className={styles.unit}>–</span>
                <TimeInput
                  size="xs"
                  aria-label={t('insight.quiet-to')}
                  value={quiet.to}
                  onChange={(event) => change({ quiet: { ...quiet, to: event.currentTarget.value } })}
                />
              </>
            )}
            <Switch
              {...labels}
              checked={quiet !== null}
              onChange={(event) => change({ quiet: event.currentTarget.checked ? usualQuiet : null })}
            />
          </div>
        )}
      </SettingRow>
      {kept.dismissed.length > 0 && (
        <SettingRow name={t('insight.dismissed', { count: kept.dismissed.length })}>
          {() => (
            <Button
              size="xs"
              variant="default"
              onClick={() => void changeWarningSettings(() => ({ dismissed: [] })).catch(notifyFailure)}
            >
              {t('insight.show-all-again')}
            </Button>
          )}
        </SettingRow>
      )}
    </section>
  );
}
