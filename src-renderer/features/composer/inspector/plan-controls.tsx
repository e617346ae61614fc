import { Select } from '@mantine/core';
import { memo } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type Disclosure, type PostStatus, postStatuses } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PostSession } from '../session/post-session.ts';
import { DisclosureControl } from './disclosure-control.tsx';
import classes from './inspector.module.css';
import { OwnTimes } from './own-times.tsx';
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
          if (!chosen || chosen === status) return;
          // Reopening a published post is a change of the post; all else is a step of the plan that can be refused.
          if (status === 'published') session.change({ status: chosen });
          else
            session
              .around(() => call('plan.change', { ids: [postId], change: { status: chosen } }))
              .catch(notifyFailure);
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
      <OwnTimes session={session} postId={postId} zone={zone} />
      <DisclosureControl session={session} disclosure={disclosure} sources={sources} />
    </div>
  );
});
