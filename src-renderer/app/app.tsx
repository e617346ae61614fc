import { MantineProvider } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { NotePlace } from '#renderer/ui/notify.tsx';
import { createWords, type Language, WordsProvider } from '#renderer/ui/words.tsx';
import type { Settings } from '#shared/contract/system.ts';
import { keepFocus } from './frame/keep-focus.ts';
import { Shell } from './frame/shell.tsx';
import { PlanCheckNotice } from './plan-check-notice.tsx';
import { createGalleyTheme, galleyVariables } from './theme/theme.ts';

const systemLanguage: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** Until the settings are here: what they were last time in this window's place, so that nothing flashes. */
const rememberedKey = 'galley.appearance';

type Appearance = Pick<Settings, 'language' | 'theme' | 'density'>;

function rememberedAppearance(): Appearance {
  try {
    return JSON.parse(localStorage.getItem(rememberedKey) ?? '') as Appearance;
  } catch {
    return { language: 'system', theme: 'system', density: 'compact' };
  }
}

/** Theme, language and density of the whole window; they change at once and lose no state. */
export function App() {
  const settings = useCall('settings.get', {}, ['settings.changed']);
  const remembered = useMemo(() => rememberedAppearance(), []);
  const appearance: Appearance = settings.data ?? remembered;
  const language = appearance.language === 'system' ? systemLanguage : appearance.language;
  const theme = useMemo(
    () => createGalleyTheme(appearance.density, createWords(language).t('ui.close')),
    [appearance.density, language],
  );

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['density'] = appearance.density;
    const { language: chosen, theme: scheme, density } = appearance;
    localStorage.setItem(rememberedKey, JSON.stringify({ language: chosen, theme: scheme, density }));
  }, [appearance, language]);

  useEffect(keepFocus, []);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={galleyVariables}
      defaultColorScheme="auto"
      {...(appearance.theme === 'system' ? {} : { forceColorScheme: appearance.theme })}
    >
      <WordsProvider language={language}>
        <Router hook={useHashLocation}>
          {settings.data || !settings.failure ? (
            settings.data && (
              <>
                <Shell />
                <PlanCheckNotice />
              </>
            )
          ) : (
            <div style={{ padding: 'calc(var(--g-unit) * 8)' }}>
              <FailureNote error={settings.failure} onRetry={settings.reload} />
            </div>
          )}
        </Router>
        <NotePlace />
      </WordsProvider>
    </MantineProvider>
  );
}
