import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import { useAllActions } from '#renderer/commands/registry.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import styles from './calendar.module.css';
import { cardActionIds } from './panels/panels.tsx';
import type { Selection } from './session/selection.ts';
import type { CalendarActions } from './session/use-calendar-actions.ts';

/** Where the days are: keys, drawing a frame around posts, and the menu of what is under the pointer. */
export function CalendarArea({
  actions,
  selection,
  onKeyDown,
  onMarquee,
  children,
}: {
  actions: CalendarActions;
  selection: Selection;
  onKeyDown(event: KeyboardEvent): void;
  onMarquee(event: PointerEvent): void;
  children: ReactNode;
}) {
  const cardActions = useAllActions().filter(({ id }) => cardActionIds.includes(id));
  const takePlace = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const key = target?.closest<HTMLElement>('[data-post]')?.dataset['post'] ?? null;
    const day = target?.closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (key === null || !selection.chosen.has(key)) selection.clear();
    if (day ?? key) selection.goTo(day ?? selection.place.day, key);
  };
  return (
    <ContextMenu
      actions={[
        actions.add,
        null,
        actions.toToday,
        actions.earlier,
        actions.later,
        actions.copy,
        actions.paste,
        actions.duplicate,
        ...cardActions,
        actions.review,
        actions.unschedule,
        actions.trash,
        null,
        actions.undo,
        actions.redo,
      ]}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the role */}
      <div
        className={styles.grow}
        onKeyDown={onKeyDown}
        onPointerDown={onMarquee}
        onContextMenuCapture={takePlace}
      >
        {children}
      </div>
    </ContextMenu>
  );
}
