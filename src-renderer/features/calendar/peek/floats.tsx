import { notifyFailure } from '#renderer/ui/notify.tsx';
import { scheduleAt } from '#shared/domain/calendar-zone.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Arrangement } from '../session/arrange.ts';
import type { PlanChanges } from '../session/use-plan-changes.ts';
import { DayList } from './day-list.tsx';
import { Peek } from './peek.tsx';
import { QuickAdd } from './quick-add.tsx';

/** What floats above the calendar, beside the place it was asked from. */
export type Floated =
  | { kind: 'peek'; key: string; beside: DOMRect }
  | { kind: 'day'; day: Day; beside: DOMRect }
  | { kind: 'add'; wall: string; beside: DOMRect };

export function Floats({
  floated,
  arrangement,
  known,
  zone,
  homeZone,
  now,
  changes,
  onClose,
  onOpen,
  onMade,
}: {
  floated: Floated;
  arrangement: Arrangement;
  /** Every entry there is on the screen, by key. */
  known: ReadonlyMap<string, PlanEntry>;
  /** The shown one. */
  zone: string;
  /** The workspace's. */
  homeZone: string;
  now: string;
  changes: PlanChanges;
  onClose(): void;
  onOpen(id: string): void;
  onMade(id: string): void;
}) {
  if (floated.kind === 'add')
    return (
      <QuickAdd
        key={floated.wall}
        wall={floated.wall}
        schedule={scheduleAt(floated.wall, zone, homeZone)}
        changes={changes}
        beside={floated.beside}
        onClose={onClose}
        onMade={(id, open) => {
          onMade(id);
          onClose();
          if (open) onOpen(id);
        }}
      />
    );
  if (floated.kind === 'day')
    return (
      <DayList
        day={floated.day}
        posts={arrangement.byDay.get(floated.day) ?? []}
        now={now}
        beside={floated.beside}
        onClose={onClose}
      />
    );
  const post = known.get(floated.key);
  if (!post) return null;
  const then = (work: Promise<unknown>): void => {
    onClose();
    work.catch(notifyFailure);
  };
  return (
    <Peek
      key={post.key}
      post={post}
      zone={homeZone}
      beside={floated.beside}
      onClose={onClose}
      actions={{
        open: () => onOpen(post.id),
        duplicate: () => then(changes.copy([{ post, schedule: post.schedule }])),
        unschedule: () => then(changes.move([{ post, schedule: null }])),
        trash: () => then(changes.trash([post])),
        setTime: (schedule) => then(changes.move([{ post, schedule }])),
      }}
    />
  );
}
