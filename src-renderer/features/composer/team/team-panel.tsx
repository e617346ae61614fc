import { Select, Textarea } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { AuditList } from '#renderer/ui/comments/audit-list.tsx';
import { CommentsPane } from '#renderer/ui/comments/comments-pane.tsx';
import { TasksOf } from '#renderer/ui/comments/tasks-of.tsx';
import { useTeam } from '#renderer/ui/comments/use-team.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSession } from '../session/post-session.ts';
import { ApprovalsBox } from './approvals-box.tsx';
import { ChecklistBox } from './checklist-box.tsx';

/** Whose post it is, who agrees, what was said, what is to do, and who did what. */
export function TeamPanel({ session }: { session: PostSession }) {
  const { t } = useWords();
  const { post } = useSyncExternalStore(session.subscribe, session.snapshot);
  const { members } = useTeam();
  const names = members.filter(({ active }) => active).map(({ name }) => name);
  const owners = post.owner !== '' && !names.includes(post.owner) ? [post.owner, ...names] : names;
  const subject = { kind: 'post' as const, id: post.id };
  return (
    <>
      <Panel title={t('team.brief')} remember="composer.brief">
        {owners.length > 0 && (
          <Select
            size="xs"
            mb="xs"
            label={t('team.owner')}
            placeholder={t('team.nobody')}
            clearable
            clearButtonProps={{ 'aria-label': t('team.owner-clear') }}
            data={owners}
            value={post.owner === '' ? null : post.owner}
            onChange={(owner) => session.change({ owner: owner ?? '' })}
          />
        )}
        <Textarea
          size="xs"
          aria-label={t('team.brief')}
          placeholder={t('team.brief-hint')}
          autosize
          minRows={2}
          maxRows={10}
          value={post.brief}
          onChange={(event) => session.change({ brief: event.currentTarget.value })}
        />
      </Panel>
      <Panel title={t('team.approvals')} remember="composer.approvals">
        <ApprovalsBox session={session} postId={post.id} />
      </Panel>
      <Panel title={t('team.comments')} remember="composer.comments">
        <CommentsPane subject={subject} />
      </Panel>
      <Panel title={t('team.tasks')} remember="composer.tasks">
        <TasksOf subject={subject} />
      </Panel>
      <Panel title={t('team.checklist')} remember="composer.checklist">
        <ChecklistBox session={session} checklist={post.checklist} />
      </Panel>
      <Panel title={t('team.audit')} remember="composer.audit">
        <AuditList subject={subject} />
      </Panel>
    </>
  );
}
