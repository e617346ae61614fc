import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './toolbar.module.css';

/** Asks for a name of one to 200 letters. */
export function NameDialog({
  title,
  name,
  onName,
  onClose,
}: {
  title: string;
  name: string;
  onName(name: string): void;
  onClose(): void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(name);
  const wanted = text.trim();
  return (
    <Modal opened title={title} size="sm" onClose={onClose}>
      <form
        className={styles.naming}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') onName(wanted);
        }}
      >
        <TextInput
          label={t('calendar-views.view-name')}
          value={text}
          maxLength={200}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" disabled={wanted === ''}>
          {t('calendar-views.save')}
        </Button>
      </form>
    </Modal>
  );
}
