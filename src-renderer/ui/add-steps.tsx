import { Button, Menu, TextInput } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import styles from './add-steps.module.css';
import { useKit } from './kit.ts';
import { notifyFailure } from './notify.tsx';
import { useWords } from './words.tsx';

type Steps = Post['checklist'];

/** The row below a checklist: one more step in words, or all steps of a list that is kept. */
export function AddSteps({
  steps,
  fieldName,
  listsName,
  choices,
  onChange,
}: {
  steps: Steps;
  fieldName: string;
  listsName: string;
  /** Further entries of the menu of lists. */
  choices?: ReactNode;
  onChange(steps: Steps): void;
}) {
  const { t } = useWords();
  const kept = useKit('checklist') ?? [];
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const add = (texts: readonly string[]): void =>
    onChange([...steps, ...texts.map((each) => ({ id: newId(), text: each, done: false }))]);
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') add([text.trim()]);
        setText('');
      }}
    >
      <TextInput
        size="xs"
        className={styles.text ?? ''}
        aria-label={fieldName}
        placeholder={fieldName}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconChecklist size={15} stroke={1.5} />}>
            {listsName}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kept.map((list) => (
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
          {kept.length > 0 && <Menu.Divider />}
          {choices}
          <Menu.Item onClick={() => navigate('/settings/kit?shelf=checklist')}>
            {t('kit.manage-lists')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </form>
  );
}
