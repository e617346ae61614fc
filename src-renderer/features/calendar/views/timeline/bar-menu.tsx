import { Menu, Portal } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';

/** What can be done with a campaign's bar, under its name, where the pointer asked for it. */
export function BarMenu({
  name,
  at,
  onOpen,
  onClose,
}: {
  name: string;
  /** On the screen; null while nobody asks. */
  at: { x: number; y: number } | null;
  /** Shows the campaign's page. */
  onOpen(): void;
  onClose(): void;
}) {
  const { t } = useWords();
  return (
    // The rows are moved into their places, which would move what is fixed on the screen too.
    <Portal>
      <Menu
        opened={at !== null}
        onChange={(opened) => !opened && onClose()}
        position="bottom-start"
        offset={2}
        returnFocus
      >
        <Menu.Target>
          <span style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{name}</Menu.Label>
          <Menu.Item leftSection={<IconTarget size={16} stroke={1.5} />} onClick={onOpen}>
            {t('calendar-views.open-campaign')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Portal>
  );
}
