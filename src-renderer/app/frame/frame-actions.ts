import {
  IconDeviceFloppy,
  IconFileImport,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebarLeftExpand,
  IconLayoutSidebarRight,
  IconMovie,
  IconPencilPlus,
  IconPlus,
  IconSearch,
  IconSunMoon,
} from '@tabler/icons-react';
import { useMantineColorScheme } from '@mantine/core';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { createClipFromFile, createDesign, createPost } from '#renderer/commands/create.ts';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { openKeySheet, openPalette } from './overlays.ts';
import { places } from './places.ts';

export interface FrameActions {
  palette: Action;
  keys: Action;
  toggleRail: Action;
  toggleInspector: Action;
}

/** The intents that are there on every screen. Screens may take a key over: the latest registered wins. */
export function useFrameActions(panels: { toggleRail(): void; toggleInspector(): void }): FrameActions {
  const [, navigate] = useLocation();
  const { t, language } = useWords();
  const { colorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || document.documentElement.dataset['mantineColorScheme'] === 'dark';

  const go = (address: string | null): void => {
    if (address !== null) navigate(address);
  };
  const actions: FrameActions = {
    palette: { id: 'app.palette', icon: IconSearch, keys: ['mod+K'], run: openPalette, hidden: true },
    keys: { id: 'app.keys', icon: IconKeyboard, keys: ['?'], run: openKeySheet },
    toggleRail: { id: 'app.toggle-rail', icon: IconLayoutSidebarLeftExpand, run: panels.toggleRail },
    toggleInspector: {
      id: 'app.toggle-inspector',
      icon: IconLayoutSidebarRight,
      keys: ['mod+\\'],
      run: panels.toggleInspector,
    },
  };
  useActions([
    {
      id: 'app.new-post',
      icon: IconPencilPlus,
      keys: ['alt+N'],
      run: async () => go(await createPost()),
    },
    {
      id: 'app.new-design',
      icon: IconPlus,
      run: async () => go(await createDesign({ name: t('app.untitled-design'), width: 1080, height: 1350 })),
    },
    { id: 'app.new-clip', icon: IconMovie, run: async () => go(await createClipFromFile()) },
    {
      id: 'app.import',
      icon: IconFileImport,
      keys: ['mod+O'],
      run: async () => void (await importFiles(await pickFiles())),
    },
    actions.palette,
    actions.keys,
    actions.toggleRail,
    actions.toggleInspector,
    ...places.map(
      ({ path, word, icon }, index): Action => ({
        id: word,
        icon,
        keys: [`alt+${index + 1}`],
        run: () => navigate(path),
      }),
    ),
    {
      id: 'app.save',
      icon: IconDeviceFloppy,
      keys: ['mod+S'],
      hidden: true,
      run: () => notify(t('app.saved-already')),
    },
    {
      id: 'app.switch-theme',
      icon: IconSunMoon,
      run: async () => void (await call('settings.set', { theme: dark ? 'light' : 'dark' })),
    },
    {
      id: 'app.switch-language',
      icon: IconLanguage,
      run: async () => void (await call('settings.set', { language: language === 'zh' ? 'en' : 'zh' })),
    },
  ]);
  return actions;
}
