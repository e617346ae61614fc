import { useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Comment, Subject } from '#shared/team/comment.ts';

export interface CommentThread {
  thread: Comment;
  answers: Comment[];
}

/** What was said about something, in threads, the oldest first. */
export function useComments(subject: Subject): {
  threads: CommentThread[];
  failure: ReturnType<typeof useCall>['failure'];
  reload(): void;
} {
  const { data, failure, reload } = useCall('comments.list', { subject }, ['records.changed'], {
    concerns: ({ kind }) => kind === 'comment',
  });
  const threads = useMemo(() => {
    const all = data ?? [];
    return all
      .filter(({ parentId }) => parentId === null)
      .map((thread) => ({ thread, answers: all.filter(({ parentId }) => parentId === thread.id) }));
  }, [data]);
  return { threads, failure, reload };
}
