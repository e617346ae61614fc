import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { PlanFilter } from '#shared/plan/filter.ts';
import { PanelButtons } from './panels/panel-place.tsx';
import type { View } from './session/remembered.ts';
import type { CalendarActions } from './session/use-calendar-actions.ts';
import { FilterBar } from './toolbar/filter-bar.tsx';
import toolbar from './toolbar/toolbar.module.css';
import { ViewSwitch } from './toolbar/view-switch.tsx';

/** Two rows above the days: tray, steps, views and tools; and what of the plan is shown. */
export function CalendarBar({
  actions,
  view,
  onView,
  trayOpen,
  posts,
  filter,
  onFilter,
  panel,
  onPanel,
  children,
}: {
  actions: CalendarActions;
  view: View;
  onView(view: View): void;
  trayOpen: boolean;
  posts: readonly PlanEntry[];
  filter: PlanFilter;
  onFilter(filter: PlanFilter): void;
  panel: string;
  onPanel(id: string): void;
  /** How the plan is displayed. */
  children: ReactNode;
}) {
  return (
    <>
      <div className={toolbar.bar}>
        <IconAction action={actions.tray} active={trayOpen} />
        <span className={toolbar.step}>
          <span className={toolbar.flip} data-drop="previous">
            <IconAction action={actions.previous} />
          </span>
          <ActionButton action={actions.today} />
          <span className={toolbar.flip} data-drop="next">
            <IconAction action={actions.next} />
          </span>
        </span>
        <ViewSwitch view={view} onChange={onView} />
        <span className={toolbar.rest} />
        {children}
        <PanelButtons open={panel} onOpen={onPanel} />
      </div>
      <FilterBar posts={posts} filter={filter} onChange={onFilter} view={view} onView={onView} />
    </>
  );
}
