import { Select } from '@mantine/core';
import { memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type Disclosure, type PostStatus, postStatuses } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PostSession } from '../session/post-session.ts';
import { DisclosureControl } from './disclosure-control.tsx';
import classes from './inspector.module.css';
import { ScheduleControl } from './schedule-control.tsx';

/** Where the post stands, when it is due, and what its readers must be told. */
export const PlanControls = memo(function PlanControls({
  session,
  postId,
  status,
  schedule,
  disclosure,
  sources,
  zone,
  scheduling,
  onScheduling,
}: {
  session: PostSession;
  postId: string;
  status: PostStatus;
  schedule: Schedule | null;
  disclosure: Disclosure;
  sources: string;
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
  const choices = postStatuses.filter((each) => each !== 'published' || status === 'published');
  return (
    <div className={classes['plan']}>
      <Select
        aria-label={t('composer.status')}
        data={choices.map((value) => ({ value, label: names[value] }))}
        value={status}
        onChange={(value) => {
          const chosen = postStatuses.find((each) => each === value);
          if (chosen) session.change({ status: chosen });
        }}
      />
      <ScheduleControl
        session={session}
        postId={postId}
        schedule={schedule}
        zone={zone}
        opened={scheduling}
        onOpened={onScheduling}
      />
      <DisclosureControl session={session} disclosure={disclosure} sources={sources} />
    </div>
  );
});
