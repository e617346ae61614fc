import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { useCategoryWord } from './category-words.ts';
import styles from './templates.module.css';

export type Template = CallOutput<'designs.templates'>[number];

/** All templates with a search and shelves; `columns` fit its place. A press takes one. */
export function TemplateShelf({ columns, onPick }: { columns: number; onPick(template: Template): void }) {
  const { t, say, language } = useWords();
  const categoryWord = useCategoryWord();
  const templates = useCall('designs.templates', { language }, ['records.changed'], {
    concerns: ({ kind }) => kind === 'template',
  });
  const [search, setSearch] = useState('');
  const [shelf, setShelf] = useState('');
  const all = templates.data ?? [];
  const shelves = [...new Set(all.map(({ category }) => category))];
  const wanted = search.trim().toLowerCase();
  const shown = all.filter(
    (template) =>
      (shelf === '' || (shelf === 'own' ? template.own : template.category === shelf)) &&
      `${template.name.en} ${template.name.zh} ${categoryWord(template.category)} ${template.category} ${template.width}x${template.height}`
        .toLowerCase()
        .includes(wanted),
  );
  const remove = async (template: Template): Promise<void> => {
    await call('designs.removeTemplate', { id: template.id });
    notifyUndo(
      t('design-templates.removed', { name: say(template.name) }),
      () => void call('designs.restoreTemplate', { id: template.id }).catch(notifyFailure),
    );
  };
  return (
    <div className={styles.shelf}>
      <div className={styles.filter}>
        <TextInput
          className={styles.search ?? ''}
          aria-label={t('design-templates.search')}
          placeholder={t('design-templates.search')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          className={styles.category ?? ''}
          aria-label={t('design-templates.shelf')}
          data={[
            { value: '', label: t('design-templates.all') },
            ...(all.some(({ own }) => own) ? [{ value: 'own', label: t('design-templates.own') }] : []),
            ...shelves.map((value) => ({ value, label: categoryWord(value) })),
          ]}
          value={shelf}
          allowDeselect={false}
          onChange={(next) => setShelf(next ?? '')}
        />
      </div>
      {templates.failure && <FailureNote error={templates.failure} onRetry={templates.reload} />}
      {templates.data && shown.length === 0 && <p className={styles.none}>{t('design-templates.none')}</p>}
      <ul className={styles.grid} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {shown.map((template) => (
          <li key={template.id} className={styles.item}>
            <button
              type="button"
              className={styles.template}
              aria-label={say(template.name)}
              onClick={() => onPick(template)}
            >
              <span className={styles.preview}>
                <Thumb path={template.thumbnail} alt="" fit="contain" />
              </span>
              <span className={styles.name}>{say(template.name)}</span>
              <span className={styles.facts}>
                {template.width} × {template.height}
              </span>
            </button>
            {template.own && (
              <ActionIcon
                className={styles.remove ?? ''}
                variant="default"
                aria-label={t('design-templates.remove', { name: say(template.name) })}
                title={t('design-templates.remove', { name: say(template.name) })}
                onClick={() => void remove(template).catch(notifyFailure)}
              >
                <IconTrash size={14} stroke={1.5} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
