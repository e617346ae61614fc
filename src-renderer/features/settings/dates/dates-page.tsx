import { MultiSelect, Switch } from '@mantine/core';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { holidayCountries } from '#shared/dates/countries.ts';
import { defaultDateSettings } from '#shared/dates/settings.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import { SettingRow } from '../setting-row.tsx';
import settings from '../settings.module.css';
import { Calendars } from './calendars.tsx';
import { OwnDates } from './own-dates.tsx';

/** Which dates the calendar shows: countries, the Chinese calendar, festivals, one's own, calendars from files. */
export function DatesPage() {
  const { t, locale } = useWords();
  const items = useKit('date-settings');
  if (!items) return null;
  const kept = items[0];
  const body = kept?.body ?? defaultDateSettings;
  const change = (part: Partial<KitBody<'date-settings'>>): void =>
    void call('plan.saveKit', {
      kind: 'date-settings',
      name: 'dates',
      body: { ...body, ...part },
      ...(kept ? { id: kept.id, revision: kept.revision } : {}),
    }).catch(notifyFailure);
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = holidayCountries
    .map((value) => ({ value, label: regions.of(value) ?? value }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  const switches = [
    { key: 'lunar', name: t('dates.lunar'), hint: t('dates.lunar-hint') },
    { key: 'terms', name: t('dates.terms'), hint: t('dates.terms-hint') },
    { key: 'festivals', name: t('dates.festivals'), hint: t('dates.festivals-hint') },
  ] as const;
  return (
    <>
      <p className={settings.lead}>{t('dates.lead')}</p>
      <MultiSelect
        mb="sm"
        inputWrapperOrder={['label', 'description', 'input']}
        label={t('dates.holidays')}
        description={t('dates.holidays-hint')}
        data={countries}
        value={body.countries}
        searchable
        hidePickedOptions
        maxValues={40}
        nothingFoundMessage={t('dates.none')}
        onChange={(chosen) => change({ countries: chosen })}
      />
      {switches.map(({ key, name, hint }) => (
        <SettingRow key={key} name={name} hint={hint}>
          {(labels) => (
            <Switch
              {...labels}
              checked={body[key]}
              onChange={(event) => change({ [key]: event.currentTarget.checked })}
            />
          )}
        </SettingRow>
      ))}
      <OwnDates />
      <Calendars />
    </>
  );
}
