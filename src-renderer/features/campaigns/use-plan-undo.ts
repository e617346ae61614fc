import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';

/** Undo and redo of the plan, which campaigns, ideas and live sessions are part of. */
export function usePlanUndo(before: () => Promise<void> = () => Promise.resolve()): Action[] {
  const { t, say } = useWords();
  return [
    {
      id: 'campaigns.undo',
      icon: IconArrowBackUp,
      keys: ['mod+Z'],
      run: async () => {
        await before();
        const { label } = await call('plan.undo', {});
        notify(label ? t('campaigns.undid', { what: say(label) }) : t('campaigns.nothing-to-undo'));
      },
    },
    {
      id: 'campaigns.redo',
      icon: IconArrowForwardUp,
      keys: ['mod+shift+Z', 'mod+Y'],
      run: async () => {
        await before();
        const { label } = await call('plan.redo', {});
        notify(label ? t('campaigns.redid', { what: say(label) }) : t('campaigns.nothing-to-redo'));
      },
    },
  ];
}
