import { Select, Textarea } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { AuditList } from '#renderer/ui/comments/audit-list.tsx';
import { CommentsPane } from '#renderer/ui/comments/comments-pane.tsx';
import { TasksOf } from '#renderer/ui/comments/tasks-of.tsx';
import { useTeam } from '#renderer/ui/comments/use-team.ts';
import { useLooking } from '#renderer/ui/comments/use-looking.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { attachmentsOf } from '#shared/domain/content-of.ts';
import type { Place } from '#shared/team/comment.ts';
import type { PostSession } from '../session/post-session.ts';
import { ApprovalsBox } from './approvals-box.tsx';
import { ChecklistBox } from './checklist-box.tsx';
import styles from './team.module.css';

/** Whose post it is, who agrees, what was said, what is to do, and who did what. */
export function TeamPanel({ session }: { session: PostSession }) {
  const { t } = useWords();
  const { post } = useSyncExternalStore(session.subscribe, session.snapshot);
  const { members } = useTeam();
  const names = members.filter(({ active }) => active).map(({ name }) => name);
  const owners = post.owner !== '' && !names.includes(post.owner) ? [post.owner, ...names] : names;
  const { looking } = useLooking();
  /** A review points at an attachment as the reader saw it: `<id>[/page][~n]`. */
  const placeWords = (place: Place): string => {
    if (!('page' in place)) return '';
    const [id = '', page] = (place.page.split('~', 1)[0] ?? '').split('/');
    const all = [null, ...post.targets].map((target) => attachmentsOf(post, target));
    const number = Math.max(-1, ...all.map((attachments) => attachments.findIndex((each) => each.id === id)));
    if (number === -1) return t('team.place-gone-picture');
    return page === undefined
      ? t('team.place-picture', { number: number + 1 })
      : t('team.place-picture-page', { number: number + 1, page });
  };
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
            readOnly={looking}
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
          readOnly={looking}
          value={post.brief}
          onChange={(event) => session.change({ brief: event.currentTarget.value })}
        />
      </Panel>
      <Panel title={t('team.approvals')} remember="composer.approvals">
        <ApprovalsBox session={session} postId={post.id} />
      </Panel>
      <Panel title={t('team.comments')} remember="composer.comments">
        <CommentsPane subject={subject} placeWords={placeWords} />
      </Panel>
      <Panel title={t('team.tasks')} remember="composer.tasks">
        <TasksOf subject={subject} />
      </Panel>
      <Panel title={t('team.checklist')} remember="composer.checklist">
        <fieldset className={styles.plain} disabled={looking}>
          <ChecklistBox session={session} checklist={post.checklist} />
        </fieldset>
      </Panel>
      <Panel title={t('team.audit')} remember="composer.audit">
        <AuditList subject={subject} />
      </Panel>
    </>
  );
}
