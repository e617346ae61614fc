import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { densities, type Density } from './session/remembered.ts';

const densityOf = (value: string): Density => densities.find((each) => each === value) ?? 'comfortable';

/** How much the cards show, and in which zone the times are. */
export function DisplayMenu({
  density,
  onDensity,
  zones,
}: {
  density: Density;
  onDensity(density: Density): void;
  /** Absent where the viewer is in the workspace's zone. */
  zones?: { workspace: string; viewer: string; own: boolean; onOwn(own: boolean): void };
}) {
  const { t } = useWords();
  const words: Record<Density, string> = {
    compact: t('calendar.density-compact'),
    comfortable: t('calendar.density-comfortable'),
    pictures: t('calendar.density-pictures'),
  };
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Tooltip label={t('calendar.display')}>
          <ActionIcon
            aria-label={t('calendar.display')}
            color={zones?.own ? 'vermilion' : 'gray'}
            variant={zones?.own ? 'light' : 'subtle'}
          >
            <IconAdjustmentsHorizontal size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('calendar.density')}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(value) => onDensity(densityOf(value))}>
          {densities.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {words[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {zones && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('calendar.times-in')}</Menu.Label>
            <Menu.RadioGroup
              value={zones.own ? 'viewer' : 'workspace'}
              onChange={(value) => zones.onOwn(value === 'viewer')}
            >
              <Menu.RadioItem value="workspace">
                {t('calendar.times-workspace', { zone: zones.workspace })}
              </Menu.RadioItem>
              <Menu.RadioItem value="viewer">
                {t('calendar.times-own', { zone: zones.viewer })}
              </Menu.RadioItem>
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
