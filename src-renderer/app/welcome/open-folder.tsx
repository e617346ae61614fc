import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { OpenProblemNote } from './open-problem.tsx';
import { openWorkspaceAt } from './open-workspace.ts';
import styles from './welcome.module.css';

/** Where the host has no folder dialog: the path as text. */
export function OpenFolder() {
  const { t } = useWords();
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await openWorkspaceAt(path.trim());
    setBusy(false);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('app.workspace-folder')}
        description={t('app.open-folder-hint')}
        data-autofocus
        spellCheck={false}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <OpenProblemNote />
      <div className={styles.foot}>
        <Button type="submit" loading={busy} disabled={path.trim() === ''}>
          {t('app.open')}
        </Button>
      </div>
    </form>
  );
}
