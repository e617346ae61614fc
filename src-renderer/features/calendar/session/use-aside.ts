import { useEffect, useMemo, useRef } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { EventPayload } from '#shared/contract/index.ts';
import { entryKey, type PlanEntry, type PostSummary } from '#shared/domain/post.ts';

const nothing: readonly PlanEntry[] = [];
const mostOverdue = 500;
const mostUnscheduled = 1000;
const refresh = ['records.changed', 'workspace.changed'] as const;
/** Milliseconds within which announcements of changes are read as one. */
const refreshing = {
  concerns: ({ kind }: EventPayload<'records.changed'>) => kind !== 'kit',
  quiet: 80,
};

/** A post without a time as an entry of the plan. */
export function asEntry(post: PostSummary): PlanEntry {
  return { ...post, key: entryKey(post.id, null), targetId: null };
}

/** What stands beside the shown range: what was due and is not published, and posts without a time. */
export function useAside(now: string, withUnscheduled: boolean) {
  const overdue = useCall('plan.overdue', { limit: mostOverdue }, refresh, refreshing);
  // The minute is no part of the question; a new one asks it again.
  const asked = useRef(now);
  const { reload } = overdue;
  useEffect(() => {
    if (asked.current === now) return;
    asked.current = now;
    reload();
  }, [now, reload]);
  const unscheduled = useCall(
    'posts.list',
    withUnscheduled ? { scheduled: false, limit: mostUnscheduled } : null,
    refresh,
    refreshing,
  );
  const drafts = unscheduled.data?.items;
  return {
    overdue: overdue.data?.items ?? nothing,
    overdueTotal: overdue.data?.total ?? 0,
    unscheduled: useMemo(() => drafts?.map(asEntry) ?? nothing, [drafts]),
    unscheduledTotal: unscheduled.data?.total ?? 0,
  };
}
