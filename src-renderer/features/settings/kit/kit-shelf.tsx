import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { KitUses } from '#renderer/ui/kit-parts.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { RowButton } from '#renderer/ui/row-button.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody, KitItem, KitKind } from '#shared/kit/schema.ts';
import styles from './kit.module.css';

/** Milliseconds of rest after which what was typed is kept. */
const rest = 400;

export interface ShelfKind<K extends KitKind> {
  kind: K;
  /** What the first one is called, and what it holds. */
  blank: { name: string; body: KitBody<K> };
  empty: { title: string; body: string; icon: typeof IconPlus };
  add: string;
  /** One line about it, under its name. */
  about(item: KitItem<K>): string;
  form(body: KitBody<K>, onChange: (body: KitBody<K>) => void): ReactNode;
}

/** Things of one kind: found by words, made, changed in place (kept at once), taken away with Undo. */
export function KitShelf<K extends KitKind>({ shelf }: { shelf: ShelfKind<K> }) {
  const { t } = useWords();
  const items = useKit(shelf.kind);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const wanted = search.trim().toLowerCase();
  const shown = (items ?? []).filter(
    (item) =>
      wanted === '' ||
      item.id === open ||
      `${item.name} ${JSON.stringify(item.body)}`.toLowerCase().includes(wanted),
  );
  const add = (): void =>
    void call('kit.save', { kind: shelf.kind, name: shelf.blank.name, body: shelf.blank.body }).then(
      (made) => {
        setSearch('');
        setOpen(made.id);
      },
      notifyFailure,
    );
  const trash = async (item: KitItem<K>): Promise<void> => {
    await call('kit.trash', { ids: [item.id], trashed: true });
    if (open === item.id) setOpen(null);
    notifyUndo(t('kit.trashed', { name: item.name }), async () => {
      await call('kit.trash', { ids: [item.id], trashed: false });
    });
  };
  const addButton = (
    <Button size="xs" leftSection={<IconPlus size={15} stroke={1.75} />} onClick={add}>
      {shelf.add}
    </Button>
  );
  if (items?.length === 0) {
    return (
      <EmptyState icon={shelf.empty.icon} title={shelf.empty.title} body={shelf.empty.body}>
        {addButton}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar} role="search">
        <TextInput
          className={styles.search ?? ''}
          leftSection={<IconSearch size={15} stroke={1.5} />}
          aria-label={t('kit.search')}
          placeholder={t('kit.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {addButton}
      </div>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.id} className={styles.item} data-open={item.id === open}>
            <div className={styles.head}>
              <RowButton
                name={item.name}
                about={shelf.about(item)}
                open={item.id === open}
                close
                onToggle={() => setOpen(item.id === open ? null : item.id)}
              />
              <KitUses count={item.uses} />
              <Tooltip label={t('kit.trash')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('kit.trash')}: ${item.name}`}
                  onClick={() => void trash(item).catch(notifyFailure)}
                >
                  <IconTrash size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </div>
            {item.id === open && <ItemForm key={item.id} item={item} form={shelf.form} />}
          </li>
        ))}
      </ul>
      {shown.length === 0 && items && <p className={styles.none}>{t('kit.none-found')}</p>}
    </>
  );
}

function ItemForm<K extends KitKind>({ item, form }: { item: KitItem<K>; form: ShelfKind<K>['form'] }) {
  const { t } = useWords();
  const [draft, setDraft] = useState({ name: item.name, body: item.body });
  const save = useDebouncedCallback(
    (next: typeof draft) => {
      if (next.name.trim() === '') return;
      call('kit.save', { kind: item.kind, id: item.id, ...next, name: next.name.trim() }).catch(
        notifyFailure,
      );
    },
    { delay: rest, flushOnUnmount: true },
  );
  // Leaving the page keeps the last letters too.
  useEffect(() => {
    window.addEventListener('pagehide', save.flush);
    return () => window.removeEventListener('pagehide', save.flush);
  }, [save]);
  const change = (part: Partial<typeof draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    save(next);
  };
  return (
    <div className={styles.form}>
      <TextInput
        label={t('kit.name')}
        value={draft.name}
        maxLength={200}
        data-autofocus
        error={draft.name.trim() === '' ? t('kit.name-needed') : null}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {form(draft.body, (body) => change({ body }))}
    </div>
  );
}
