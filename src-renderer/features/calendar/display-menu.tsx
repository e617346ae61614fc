import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { densities, type Density } from './session/remembered.ts';

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
  const tick = (on: boolean) => <IconCheck size={15} stroke={1.75} style={{ opacity: on ? 1 : 0 }} />;
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
        {densities.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={density === each}
            rightSection={tick(density === each)}
            onClick={() => onDensity(each)}
          >
            {words[each]}
          </Menu.Item>
        ))}
        {zones && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('calendar.times-in')}</Menu.Label>
            {[false, true].map((own) => (
              <Menu.Item
                key={String(own)}
                role="menuitemradio"
                aria-checked={zones.own === own}
                rightSection={tick(zones.own === own)}
                onClick={() => zones.onOwn(own)}
              >
                {own
                  ? t('calendar.times-own', { zone: zones.viewer })
                  : t('calendar.times-workspace', { zone: zones.workspace })}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
