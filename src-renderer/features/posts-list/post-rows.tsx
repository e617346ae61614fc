import { IconArrowBackUp, IconCopy, IconMailForward, IconPencil, IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { notify, notifyUndo } from '#renderer/ui/notify.tsx';
import { PostRow } from '#renderer/ui/post-row.tsx';
import { openReviewPackage } from '#renderer/ui/review/review-store.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from './posts-list.module.css';

/** Pixels; the row's own height in `posts-list.module.css`. */
const rowHeight = 57;

/** The rows as one list box: arrows move, Shift or Ctrl select more, Enter opens, Delete moves to the trash. */
export function PostRows({ posts, trashed }: { posts: readonly PostSummary[]; trashed: boolean }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [current, setCurrent] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const rows = useVirtualizer({
    count: posts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const at = Math.min(current, posts.length - 1);
  const here = posts[at];
  const selected = posts.filter((post) => chosen.has(post.id));
  const meant = selected.length > 0 ? selected : here ? [here] : [];
  const ids = meant.map((post) => post.id);

  const trash = async (): Promise<void> => {
    await call('posts.trash', { ids });
    setChosen(new Set());
    notifyUndo(
      t('posts.did-trash', { count: ids.length }),
      async () => void (await call('posts.restore', { ids })),
    );
  };
  const restore = async (): Promise<void> => {
    await call('posts.restore', { ids });
    setChosen(new Set());
    notify(t('posts.did-restore', { count: ids.length }));
  };
  const some = (): boolean => meant.length > 0;
  const actions: Action[] = [
    {
      id: 'posts.open',
      icon: IconPencil,
      keys: ['Enter'],
      enabled: () => here !== undefined,
      run: () => {
        if (here) navigate(`/posts/${here.id}`);
      },
    },
    {
      id: 'posts.duplicate',
      icon: IconCopy,
      keys: ['mod+D'],
      enabled: () => here !== undefined && !trashed,
      run: async () => {
        if (!here) return;
        const copy = await call('posts.duplicate', { id: here.id });
        navigate(`/posts/${copy.id}`);
      },
    },
    {
      id: 'review.make',
      icon: IconMailForward,
      enabled: () => some() && !trashed,
      run: () => openReviewPackage(ids),
    },
    trashed
      ? { id: 'posts.restore', icon: IconArrowBackUp, keys: ['mod+Backspace'], enabled: some, run: restore }
      : { id: 'posts.trash', icon: IconTrash, keys: ['Delete', 'Backspace'], enabled: some, run: trash },
  ];
  useActions(actions);

  const moveTo = (next: number, extend: boolean): void => {
    const target = Math.max(0, Math.min(posts.length - 1, next));
    setCurrent(target);
    rows.scrollToIndex(target);
    const from = posts[at];
    const to = posts[target];
    if (extend && from && to) setChosen(new Set([...chosen, from.id, to.id]));
    else if (!extend) setChosen(new Set());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: posts.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next, event.shiftKey);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setChosen(new Set(posts.map((post) => post.id)));
    } else if (event.key === 'Escape') setChosen(new Set());
  };

  return (
    <ContextMenu actions={actions}>
      <div
        className={styles.rows}
        ref={scroller}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('posts.list')}
        tabIndex={0}
        {...(here ? { 'aria-activedescendant': `post-${here.id}` } : {})}
        onKeyDown={onKeyDown}
      >
        <div className={styles.all} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const post = posts[index];
            if (!post) return null;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
              <div
                className={styles.row}
                key={post.id}
                id={`post-${post.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={chosen.has(post.id) || index === at}
                data-current={index === at}
                style={{ transform: `translateY(${start}px)` }}
                onContextMenu={() => setCurrent(index)}
                onClick={(event) => {
                  setCurrent(index);
                  if (event.ctrlKey || event.metaKey) {
                    const next = new Set(chosen);
                    if (!next.delete(post.id)) next.add(post.id);
                    setChosen(next);
                  } else if (event.shiftKey)
                    setChosen(
                      new Set(
                        posts.slice(Math.min(at, index), Math.max(at, index) + 1).map((each) => each.id),
                      ),
                    );
                  else navigate(`/posts/${post.id}`);
                }}
              >
                <PostRow post={post} />
              </div>
            );
          })}
        </div>
      </div>
    </ContextMenu>
  );
}
