import { ActionIcon, Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { IconChecklist, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import styles from './team.module.css';

/** The steps of the post: tick off, add, take away, or put in a list that is kept. */
export function ChecklistBox({ session, checklist }: { session: PostSession; checklist: Post['checklist'] }) {
  const { t } = useWords();
  const kept = useKit('checklist');
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const set = (next: Post['checklist']): void => session.change({ checklist: next });
  const add = (texts: readonly string[]): void =>
    set([...checklist, ...texts.map((each) => ({ id: newId(), text: each, done: false }))]);
  return (
    <div>
      {checklist.length > 0 && (
        <ul className={styles.steps} aria-label={t('team.checklist')}>
          {checklist.map((step) => (
            <li key={step.id} className={styles.step}>
              <Checkbox
                size="xs"
                label={step.text}
                checked={step.done}
                onChange={(event) => {
                  const done = event.currentTarget.checked;
                  set(checklist.map((each) => (each === step ? { ...each, done } : each)));
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={22}
                aria-label={t('team.step-remove', { text: step.text })}
                onClick={() => set(checklist.filter((each) => each !== step))}
              >
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          add([text.trim()]);
          setText('');
        }}
      >
        <TextInput
          size="xs"
          className={styles.grow ?? ''}
          aria-label={t('team.step-new')}
          placeholder={t('team.step-new')}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconChecklist size={15} stroke={1.5} />}>
              {t('team.step-from')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kept?.map((list) => (
              <Menu.Item
                key={list.id}
                onClick={() => {
                  add(list.body.items);
                  call('kit.used', { id: list.id }).catch(notifyFailure);
                }}
              >
                {list.name}
              </Menu.Item>
            ))}
            {kept && kept.length > 0 && <Menu.Divider />}
            <Menu.Item onClick={() => navigate('/settings/kit?shelf=checklist')}>
              {t('kit.manage-lists')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </form>
    </div>
  );
}
