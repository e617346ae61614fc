import { Autocomplete, Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { templateCategories } from '#shared/design/template.ts';
import { useEditor } from '../session/editor.ts';
import { useCategoryWord } from './category-words.ts';
import styles from './templates.module.css';

/** Keeps the design as a template of the workspace's own; its locks come along. */
export function SaveTemplateDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { id, saving } = useEditor();
  const categoryWord = useCategoryWord();
  const [name, setName] = useState(saving.snapshot().name);
  const [shelf, setShelf] = useState('');
  const known = useCall('designs.templates', {});
  const words = new Map<string, string>(
    templateCategories.map((category) => [categoryWord(category), category]),
  );
  for (const { own, category } of known.data ?? []) if (own) words.set(categoryWord(category), category);
  const save = async (): Promise<void> => {
    await saving.flush();
    const category = words.get(shelf.trim()) ?? shelf.trim();
    await call('designs.saveTemplate', { id, name: name.trim(), category });
    notify(t('design-templates.saved', { name: name.trim() }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('design-templates.save-template')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(notifyFailure);
        }}
      >
        <p className={styles.lead}>{t('design-templates.save-lead')}</p>
        <TextInput
          label={t('design-templates.name')}
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Autocomplete
          label={t('design-templates.shelf')}
          placeholder={t('design-templates.shelf-hint')}
          maxLength={60}
          data={[...words.keys()]}
          value={shelf}
          onChange={setShelf}
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('design-templates.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === '' || shelf.trim() === ''}>
            {t('design-templates.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
