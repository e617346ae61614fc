import {
  IconCalendarRepeat,
  IconClockPlay,
  IconLeaf,
  IconPlaylistAdd,
  IconTransform,
} from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import { EvergreenDialog } from './evergreen-dialog.tsx';
import { RepeatDialog } from './repeat-dialog.tsx';
import { SeriesDialog } from './series-dialog.tsx';
import { ShiftDialog } from './shift-dialog.tsx';

type Open = { what: 'repeat'; entry: PlanEntry } | { what: 'shift' | 'evergreen' } | null;

/** Actions over time: queueing, repeating, shifting, telling again; and their dialogs. */
export function TimingHost() {
  const { t, locale } = useWords();
  const { selection, postsOf, changes } = usePlanTools();
  const [open, setOpen] = useState<Open>(null);
  const meant = (): PlanEntry[] => postsOf(selection.meant());
  const isMeant = (): boolean => selection.meant().length > 0;
  const queue = async (): Promise<void> => {
    const entries = meant();
    const ids = [...new Set(entries.map(({ id }) => id))];
    if (ids.length === 0) return;
    const done = await call('timing.queue', { ids });
    const [first] = done.placed;
    if (first && done.step.undoable) {
      const said =
        done.placed.length === 1
          ? t('timing.queued-one', {
              title: entries[0]?.title || entries[0]?.excerpt || t('ui.untitled'),
              when: formatWallTime(first.schedule.local, locale),
            })
          : t('timing.queued', { count: done.placed.length });
      await changes.run(() => Promise.resolve(), said);
    }
    if (done.left.length > 0) notify(t('timing.queue-left', { count: done.left.length }));
  };
  const actions: Action[] = [
    { id: 'timing.next-slot', icon: IconClockPlay, keys: ['Q'], enabled: isMeant, run: queue },
    {
      id: 'timing.queue',
      icon: IconPlaylistAdd,
      enabled: () => selection.chosen.size > 1,
      run: queue,
    },
    {
      id: 'timing.repeat',
      icon: IconCalendarRepeat,
      enabled: isMeant,
      run: () => {
        const [entry] = meant();
        if (entry) setOpen({ what: 'repeat', entry });
      },
    },
    { id: 'timing.shift', icon: IconTransform, run: () => setOpen({ what: 'shift' }) },
    { id: 'timing.evergreen', icon: IconLeaf, run: () => setOpen({ what: 'evergreen' }) },
  ];
  useActions(actions);
  const close = (): void => setOpen(null);
  if (open?.what === 'repeat') {
    return open.entry.seriesId === null ? (
      <RepeatDialog entry={open.entry} onClose={close} />
    ) : (
      <SeriesDialog entry={open.entry} seriesId={open.entry.seriesId} onClose={close} />
    );
  }
  if (open?.what === 'shift') return <ShiftDialog onClose={close} />;
  return open?.what === 'evergreen' ? <EvergreenDialog onClose={close} /> : null;
}
