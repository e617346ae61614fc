import { SegmentedControl } from '@mantine/core';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Settings } from '#shared/contract/system.ts';
import { SettingRow } from './setting-row.tsx';

/** Language, theme, density and the first day of the week. */
export function AppearancePage() {
  const { t, locale } = useWords();
  const settings = useCall('settings.get', {}, ['settings.changed']);
  if (!settings.data) return null;
  const { language, theme, density, weekStart } = settings.data;
  const set = (change: Partial<Settings>): void => void call('settings.set', change).catch(notifyFailure);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <>
      <SettingRow name={t('settings.language')} hint={t('settings.language-hint')}>
        {(labels) => (
          <SegmentedControl
            {...labels}
            value={language}
            data={[
              { value: 'system', label: t('settings.system') },
              { value: 'en', label: 'English' },
              { value: 'zh', label: t('settings.chinese') },
            ]}
            onChange={(value) => set({ language: value })}
          />
        )}
      </SettingRow>
      <SettingRow name={t('settings.theme')}>
        {(labels) => (
          <SegmentedControl
            {...labels}
            value={theme}
            data={[
              { value: 'system', label: t('settings.system') },
              { value: 'light', label: t('settings.light') },
              { value: 'dark', label: t('settings.dark') },
            ]}
            onChange={(value) => set({ theme: value })}
          />
        )}
      </SettingRow>
      <SettingRow name={t('settings.density')} hint={t('settings.density-hint')}>
        {(labels) => (
          <SegmentedControl
            {...labels}
            value={density}
            data={[
              { value: 'compact', label: t('settings.compact') },
              { value: 'comfortable', label: t('settings.comfortable') },
            ]}
            onChange={(value) => set({ density: value })}
          />
        )}
      </SettingRow>
      <SettingRow name={t('settings.week-start')}>
        {(labels) => (
          <SegmentedControl
            {...labels}
            value={weekStart === null ? 'locale' : String(weekStart)}
            data={[
              { value: 'locale', label: t('settings.by-language') },
              // 4 January 1970 was a Sunday.
              { value: '0', label: weekday.format(new Date('1970-01-04')) },
              { value: '1', label: weekday.format(new Date('1970-01-05')) },
            ]}
            onChange={(value) => set({ weekStart: value === 'locale' ? null : value === '0' ? 0 : 1 })}
          />
        )}
      </SettingRow>
    </>
  );
}
