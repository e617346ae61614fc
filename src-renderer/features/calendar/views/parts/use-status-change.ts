import { notifyOffer } from '#renderer/ui/notify.tsx';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry, PostStatus } from '#shared/domain/post.ts';
import { usePlanTools } from '../../session/plan-tools.ts';

/** What a post is called in a sentence. */
export function shortTitle(entry: PlanEntry, untitled: string): string {
  const title = entry.title || entry.excerpt || untitled;
  return title.length > 40 ? `${title.slice(0, 39)}…` : title;
}

/**
 * Gives posts another status, as one step of undo. Publishing is recorded in the hand-off with its time and link, so
 * that is explained and the post is offered; what is published stays so.
 */
export function useStatusChange(): (entries: readonly PlanEntry[], status: PostStatus) => void {
  const { t } = useWords();
  const words = useStatusWords();
  const { changes, openHandOff } = usePlanTools();
  return (entries, status) => {
    const changing = entries.filter((entry) => entry.status !== status);
    const first = changing[0];
    if (!first) return;
    const published = changing.find((entry) => entry.status === 'published');
    if (status === 'published' || published) {
      const about = published ?? first;
      notifyOffer(
        status === 'published' ? t('calendar-views.publish-in-handoff') : t('calendar-views.published-stays'),
        t('calendar-views.open-hand-off'),
        () => openHandOff(about),
      );
      return;
    }
    void changes.change(
      changing,
      { status },
      changing.length === 1
        ? t('calendar-views.status-set', {
            title: shortTitle(first, t('ui.untitled')),
            status: words[status],
          })
        : t('calendar-views.status-set-many', { count: changing.length, status: words[status] }),
    );
  };
}
