import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError } from '#shared/contract/failure.ts';
import styles from './welcome.module.css';

/** A name, and the folder it would get, which can be changed. */
export function StartEmpty() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [name, setName] = useState(t('app.workspace-name-default'));
  const [folder, setFolder] = useState<string | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked] = useDebouncedValue(name.trim(), 150);
  const suggestion = useCall('workspace.suggestFolder', asked === '' ? null : { name: asked });
  const path = folder ?? suggestion.data?.path ?? '';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await call('workspace.create', { name: name.trim(), ...(folder === null ? {} : { path: folder }) });
      navigate('/');
    } catch (error) {
      if (error instanceof GalleyError) setFailure(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('app.workspace-name')}
        data-autofocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('app.workspace-folder')}
        description={t('app.workspace-folder-hint')}
        value={path}
        onChange={(event) => setFolder(event.currentTarget.value)}
      />
      {failure && <FailureNote error={failure} />}
      <div className={styles.foot}>
        <Button type="submit" loading={busy} disabled={name.trim() === '' || path === ''}>
          {t('app.create')}
        </Button>
      </div>
    </form>
  );
}
