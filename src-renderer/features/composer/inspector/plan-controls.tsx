import { Select } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import { type Post, type PostStatus, postStatuses } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './inspector.module.css';
import { ScheduleControl } from './schedule-control.tsx';

/** Where the post stands and when it is due. */
export function PlanControls({
  session,
  post,
  zone,
  scheduling,
  onScheduling,
}: {
  session: PostSession;
  post: Post;
  zone: string;
  scheduling: boolean;
  onScheduling(open: boolean): void;
}) {
  const { t } = useWords();
  const names: Record<PostStatus, string> = {
    idea: t('composer.statusIdea'),
    draft: t('composer.statusDraft'),
    review: t('composer.statusReview'),
    approved: t('composer.statusApproved'),
    published: t('composer.statusPublished'),
  };
  // "Published" is recorded at hand-off, never chosen; a published post keeps showing it.
  const choices = postStatuses.filter((status) => status !== 'published' || post.status === 'published');
  return (
    <div className={classes['plan']}>
      <Select
        aria-label={t('composer.status')}
        data={choices.map((value) => ({ value, label: names[value] }))}
        value={post.status}
        onChange={(value) => {
          const status = postStatuses.find((each) => each === value);
          if (status) session.change({ status });
        }}
      />
      <ScheduleControl
        session={session}
        postId={post.id}
        schedule={post.schedule}
        zone={zone}
        opened={scheduling}
        onOpened={onScheduling}
      />
    </div>
  );
}
