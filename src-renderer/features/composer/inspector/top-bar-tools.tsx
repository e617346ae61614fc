import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, isEnabled, keyWord } from '#renderer/ui/action-words.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/words.tsx';

/** Hand-off and the rest of what can be done with the post. */
export const TopBarTools = memo(function TopBarTools({
  handoff,
  menu,
}: {
  handoff: Action;
  menu: readonly (Action | null)[];
}) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <ActionButton action={handoff} primary />
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('composer.more')}>
            <ActionIcon aria-label={t('composer.more')}>
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {menu.map((action, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no identity
            if (action === null) return <Menu.Divider key={`divider-${index}`} />;
            const Icon = action.icon;
            const key = action.keys?.[0];
            return (
              <Menu.Item
                key={action.id}
                disabled={!isEnabled(action)}
                {...(Icon ? { leftSection: <Icon size={16} stroke={1.5} /> } : {})}
                {...(key ? { rightSection: keyWord(key) } : {})}
                onClick={() => runAction(action)}
              >
                {actionWord(action, words)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </>
  );
});
