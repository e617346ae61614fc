import { TextInput } from '@mantine/core';
import {
  IconCopyPlus,
  IconLayout,
  IconPencil,
  IconPlus,
  IconSearch,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignSummary } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import styles from './designs/designs.module.css';
import { NewDesignDialog } from './designs/new-design-dialog.tsx';

/** All designs as proof sheets; the last changed first. */
export default function DesignsScreen() {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const grid = useRef<HTMLUListElement>(null);
  const wanted = search.trim();
  const designs = useCall('designs.list', wanted === '' ? {} : { search: wanted }, ['records.changed']);
  const items = designs.data?.items ?? [];
  const chosen = items.find((design) => design.id === current) ?? null;
  const some = (): boolean => chosen !== null;

  const open = (design: DesignSummary): void => navigate(`/designs/${design.id}`);
  const rename = async (id: string, name: string): Promise<void> => {
    const record = await call('designs.get', { id });
    if (name !== '' && name !== record.name) {
      await call('designs.save', { id, revision: record.revision, document: record.document, name });
    }
  };
  const trash = async (design: DesignSummary): Promise<void> => {
    await call('designs.trash', { ids: [design.id] });
    notifyUndo(t('design.trashed', { name: design.name }), async () => {
      await call('designs.restore', { ids: [design.id] });
    });
  };
  const putInPost = async (design: DesignSummary): Promise<void> => {
    const attachment = { id: newId(), kind: 'design' as const, refId: design.id, alt: '', crop: null };
    const post = await call('posts.create', {
      change: { title: design.name, attachments: [{ ...attachment, trim: null, coverAt: null }] },
    });
    navigate(`/posts/${post.id}`);
  };
  const create: Action = { id: 'design.new', icon: IconPlus, keys: ['N'], run: () => setCreating(true) };
  const menu: Action[] = [
    { id: 'design.open', icon: IconPencil, enabled: some, run: () => (chosen ? open(chosen) : undefined) },
    { id: 'design.rename', keys: ['F2'], enabled: some, run: () => setRenaming(current) },
    {
      id: 'design.duplicate',
      icon: IconCopyPlus,
      keys: ['mod+D'],
      enabled: some,
      run: async () => {
        if (chosen) setCurrent((await call('designs.duplicate', { id: chosen.id })).id);
      },
    },
    {
      id: 'design.use-in-post',
      icon: IconSend,
      enabled: some,
      run: () => (chosen ? putInPost(chosen) : undefined),
    },
    {
      id: 'design.trash',
      icon: IconTrash,
      keys: ['Delete'],
      enabled: some,
      run: () => (chosen ? trash(chosen) : undefined),
    },
  ];
  useActions([create, ...menu]);

  /** Arrow keys move among the sheets, as they lie on the screen. */
  const step = (key: string): boolean => {
    const buttons = [...(grid.current?.querySelectorAll<HTMLButtonElement>('[data-sheet]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (at < 0) return false;
    const top = buttons[0]?.offsetTop;
    const columns = Math.max(1, buttons.filter((button) => button.offsetTop === top).length);
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
    const next = by === undefined ? undefined : buttons[at + by];
    next?.focus();
    return by !== undefined;
  };
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });

  return (
    <div className={styles.screen}>
      <Slot name="topbar-actions">
        <ActionButton action={create} primary />
      </Slot>
      {(items.length > 0 || wanted !== '') && (
        <div className={styles.bar}>
          <TextInput
            className={styles.search ?? ''}
            aria-label={t('design.search')}
            placeholder={t('design.search')}
            leftSection={<IconSearch size={14} stroke={1.5} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      )}
      {designs.failure && <FailureNote error={designs.failure} onRetry={designs.reload} />}
      {designs.data && items.length === 0 && wanted !== '' && (
        <EmptyState icon={IconSearch} title={t('design.no-match')} body={t('design.no-match-body')} />
      )}
      {designs.data && items.length === 0 && wanted === '' && (
        <EmptyState icon={IconLayout} title={t('design.none')} body={t('design.none-body')}>
          <ActionButton action={create} size="md" />
        </EmptyState>
      )}
      <ul
        ref={grid}
        className={styles.grid}
        aria-label={t('design.all-designs')}
        onKeyDown={(event) => {
          if (step(event.key)) event.preventDefault();
        }}
      >
        {items.map((design) => (
          <li key={design.id}>
            <ContextMenu actions={menu} onOpen={() => setCurrent(design.id)}>
              <div className={styles.card} data-current={design.id === current}>
                <button
                  type="button"
                  className={styles.sheet}
                  aria-label={design.name}
                  data-sheet
                  onFocus={() => setCurrent(design.id)}
                  onClick={() => open(design)}
                >
                  <Thumb path={design.thumbnail} alt="" fit="contain" />
                  {design.pages > 1 && (
                    <span className={styles.count}>{t('design.page-count', { count: design.pages })}</span>
                  )}
                </button>
                {renaming === design.id ? (
                  <TextInput
                    autoFocus
                    aria-label={t('design.rename')}
                    defaultValue={design.name}
                    onFocus={(event) => event.currentTarget.select()}
                    onBlur={(event) => {
                      setRenaming(null);
                      rename(design.id, event.currentTarget.value.trim()).catch(notifyFailure);
                    }}
                    onKeyDown={(event) => {
                      if (event.nativeEvent.isComposing) return;
                      if (event.key === 'Enter') event.currentTarget.blur();
                      if (event.key === 'Escape') setRenaming(null);
                      event.stopPropagation();
                    }}
                  />
                ) : (
                  <button
                    type="button"
                    className={styles.title}
                    tabIndex={-1}
                    onDoubleClick={() => setRenaming(design.id)}
                    onClick={() => setCurrent(design.id)}
                  >
                    {design.name}
                  </button>
                )}
                <span className={styles.facts}>
                  {design.width} × {design.height} · {date.format(new Date(design.updatedAt))}
                </span>
              </div>
            </ContextMenu>
          </li>
        ))}
      </ul>
      {creating && <NewDesignDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
