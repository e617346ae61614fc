import { Button } from '@mantine/core';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { actionWord, isEnabled, keyWord } from './action-words.ts';
import { useWords } from './words.tsx';

/** A button that is its action. One `primary` per screen. */
export function ActionButton({
  action,
  primary,
  size,
}: {
  action: Action;
  primary?: boolean;
  size?: 'xs' | 'sm' | 'md';
}) {
  const words = useWords();
  const Icon = action.icon;
  const key = action.keys?.[0];
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      {...(size ? { size } : {})}
      {...(Icon ? { leftSection: <Icon size={16} stroke={1.5} /> } : {})}
      {...(key ? { title: keyWord(key) } : {})}
      disabled={!isEnabled(action)}
      onClick={() => runAction(action)}
    >
      {actionWord(action, words)}
    </Button>
  );
}
