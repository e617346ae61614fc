import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPoint } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, isEnabled, keyWord } from './action-words.ts';
import { useWords } from './words.tsx';

/** An icon button that is its action: name, key, icon, enabled. `active` marks a tool that is on. */
export function IconAction({ action, active, size }: { action: Action; active?: boolean; size?: number }) {
  const words = useWords();
  const Icon = action.icon ?? IconPoint;
  const word = actionWord(action, words);
  const key = action.keys?.[0];
  return (
    <Tooltip label={key ? `${word}  ${keyWord(key)}` : word}>
      <ActionIcon
        aria-label={word}
        {...(active === undefined ? {} : { 'aria-pressed': active })}
        variant={active ? 'light' : 'subtle'}
        color={active ? 'vermilion' : 'gray'}
        {...(size === undefined ? {} : { size })}
        disabled={!isEnabled(action)}
        onClick={() => runAction(action)}
      >
        <Icon size={18} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}
