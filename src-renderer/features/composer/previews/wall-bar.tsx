import { ActionIcon, Menu, SegmentedControl } from '@mantine/core';
import {
  IconAccessible,
  IconAdjustmentsHorizontal,
  IconBrightness,
  IconCrop,
  IconDeviceMobile,
  IconFold,
  IconLayoutColumns,
  IconLayoutGrid,
  IconMoon,
  IconShieldHalf,
  IconSun,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { actionWord, keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { type Look, type Size, sizes } from './look.ts';
import classes from './wall.module.css';

const nextScheme = { light: 'dark', dark: 'both', both: 'light' } as const;
const schemeIcons = { light: IconMoon, dark: IconBrightness, both: IconSun };
/** Name of the button: what a press will show. */
const schemeWords = { light: 'preview.dark', dark: 'preview.bothSchemes', both: 'preview.light' } as const;
const languageWords = {
  auto: 'preview.languageAuto',
  zh: 'preview.languageZh',
  en: 'preview.languageEn',
} as const;
const sizeWords: Record<Size, string> = {
  small: 'preview.sizeSmall',
  medium: 'preview.sizeMedium',
  large: 'preview.sizeLarge',
};

/** What the wall shows and how: every switch is an action with a key. */
export const WallBar = memo(function WallBar({
  look,
  onLook,
  onStep,
}: {
  look: Look;
  onLook(change: Partial<Look>): void;
  /** Chooses the target before or behind the chosen one. */
  onStep(by: 1 | -1): void;
}) {
  const words = useWords();
  const { t } = words;
  const wall: Action = {
    id: 'preview.wall',
    icon: IconLayoutColumns,
    keys: ['alt+shift+W'],
    run: () => onLook({ view: look.view === 'all' ? 'one' : 'all' }),
  };
  const scheme: Action = {
    id: 'preview.scheme',
    label: schemeWords[look.scheme],
    icon: schemeIcons[look.scheme],
    keys: ['alt+shift+D'],
    run: () => onLook({ scheme: nextScheme[look.scheme] }),
  };
  const safeAreas: Action = {
    id: 'preview.safeAreas',
    icon: IconShieldHalf,
    keys: ['alt+shift+S'],
    run: () => onLook({ safeAreas: !look.safeAreas }),
  };
  const unfolded: Action = {
    id: 'preview.unfolded',
    icon: IconFold,
    keys: ['alt+shift+F'],
    run: () => onLook({ folded: !look.folded }),
  };
  const altTexts: Action = {
    id: 'preview.altTexts',
    icon: IconAccessible,
    keys: ['alt+shift+A'],
    run: () => onLook({ altTexts: !look.altTexts }),
  };
  const grid: Action = {
    id: 'preview.grid',
    icon: IconLayoutGrid,
    keys: ['alt+shift+G'],
    run: () => onLook({ grid: !look.grid, cover: false }),
  };
  const cover: Action = {
    id: 'preview.cover',
    icon: IconCrop,
    keys: ['alt+shift+C'],
    run: () => onLook({ cover: !look.cover, grid: false }),
  };
  const next: Action = { id: 'preview.next', keys: ['alt+shift+ArrowRight'], run: () => onStep(1) };
  const previous: Action = { id: 'preview.previous', keys: ['alt+shift+ArrowLeft'], run: () => onStep(-1) };
  useActions([wall, scheme, safeAreas, unfolded, altTexts, grid, cover, next, previous]);
  return (
    <header className={classes['bar']}>
      <SegmentedControl
        aria-label={t('preview.view')}
        value={look.view}
        onChange={(view) => onLook({ view })}
        data={[
          { value: 'one', label: <View icon={IconDeviceMobile} word={t('preview.one')} /> },
          { value: 'all', label: <View icon={IconLayoutColumns} word={t('preview.all')} /> },
        ]}
      />
      <span className={classes['space']} />
      <IconAction action={unfolded} active={!look.folded} />
      <IconAction action={safeAreas} active={look.safeAreas} />
      <IconAction action={scheme} />
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <ActionIcon aria-label={t('preview.look')} title={t('preview.look')}>
            <IconAdjustmentsHorizontal size={18} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {[
            { action: altTexts, on: look.altTexts },
            { action: grid, on: look.grid },
            { action: cover, on: look.cover },
          ].map(({ action, on }) => (
            <Menu.CheckboxItem
              key={action.id}
              checked={on}
              rightSection={<span className={classes['key']}>{keyWord(action.keys?.[0] ?? '')}</span>}
              onChange={() => runAction(action)}
            >
              {actionWord(action, words)}
            </Menu.CheckboxItem>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('preview.language')}</Menu.Label>
          {(['auto', 'zh', 'en'] as const).map((language) => (
            <Menu.RadioItem
              key={language}
              value={language}
              checked={look.language === language}
              onChange={() => onLook({ language })}
            >
              {t(languageWords[language])}
            </Menu.RadioItem>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('preview.size')}</Menu.Label>
          {(Object.keys(sizes) as Size[]).map((size) => (
            <Menu.RadioItem
              key={size}
              value={size}
              checked={look.size === size}
              onChange={() => onLook({ size })}
            >
              {t(sizeWords[size])}
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </header>
  );
});

function View({ icon: Icon, word }: { icon: typeof IconMoon; word: string }) {
  return (
    <span className={classes['view']}>
      <Icon size={14} stroke={1.5} aria-hidden />
      {word}
    </span>
  );
}
