import { ActionIcon, Menu, Select, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { runAction } from '#renderer/commands/run-action.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { actionWord, isEnabled, keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Action } from '#renderer/commands/action.ts';
import { type Post, type PostStatus, postStatuses } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import { ScheduleControl } from './schedule-control.tsx';

/** Status, time, hand-off and the rest of what can be done with the post. */
export function TopBarTools({
  session,
  post,
  zone,
  handoff,
  menu,
  scheduling,
  onScheduling,
}: {
  session: PostSession;
  post: Post;
  zone: string;
  handoff: Action;
  menu: readonly (Action | null)[];
  scheduling: boolean;
  onScheduling(open: boolean): void;
}) {
  const words = useWords();
  const { t } = words;
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
    <>
      <Select
        aria-label={t('composer.status')}
        w={116}
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
      <ActionButton action={handoff} primary />
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('composer.more')}>
            <ActionIcon aria-label={t('composer.more')}>
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {menu.map((action, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no identity
            if (action === null) return <Menu.Divider key={`divider-${index}`} />;
            const Icon = action.icon;
            const key = action.keys?.[0];
            return (
              <Menu.Item
                key={action.id}
                disabled={!isEnabled(action)}
                {...(Icon ? { leftSection: <Icon size={16} stroke={1.5} /> } : {})}
                {...(key ? { rightSection: keyWord(key) } : {})}
                onClick={() => runAction(action)}
              >
                {actionWord(action, words)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
