import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import styles from './welcome.module.css';

/** Where the host has no folder dialog: the path as text. */
export function OpenFolder() {
  const { t } = useWords();
  const [path, setPath] = useState('');
  const [failure, setFailure] = useState<GalleyError | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    try {
      await call('workspace.open', { path: path.trim() });
    } catch (error) {
      if (error instanceof GalleyError) setFailure(error);
      else throw error;
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('app.workspace-folder')}
        description={t('app.open-folder-hint')}
        data-autofocus
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      {failure && <FailureNote error={failure} />}
      <div className={styles.foot}>
        <Button type="submit" disabled={path.trim() === ''}>
          {t('app.open')}
        </Button>
      </div>
    </form>
  );
}
