import { IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Page } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { movePage, renamePage } from '../session/page-edits.ts';
import { CarouselPreview } from './carousel-preview.tsx';
import { PagePicture } from './page-picture.tsx';
import styles from './pages-strip.module.css';

/** CSS px. */
const height = 64;

function PageName({ page, onDone }: { page: Page; onDone(name: string | null): void }) {
  const { t } = useWords();
  return (
    <input
      className={styles.rename}
      aria-label={t('design-arrange.page-name')}
      defaultValue={page.name}
      placeholder={t('design-arrange.page-name')}
      // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}

interface PagesStripProps {
  add: Action;
  duplicate: Action;
  remove: Action;
}

/** The pages in order: choose, drag, name, add, swipe through; a right click has the rest. */
export function PagesStrip({ add, duplicate, remove }: PagesStripProps) {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, pageId, readOnly } = useEditorState();
  const [dragged, setDragged] = useState<string | null>(null);
  /** The page over which the dragged one is held: it will take that place. */
  const [over, setOver] = useState<string | null>(null);
  const [naming, setNaming] = useState<string | null>(null);
  const [preview, setPreview] = useState(false);
  const pages = pagesInOrder(body);
  const from = pages.findIndex((page) => page.id === dragged);
  const width = Math.max(24, Math.min(160, Math.round((height * body.width) / body.height)));
  const endDrag = (): void => {
    setDragged(null);
    setOver(null);
  };
  const shift = (id: string, to: number): void => store.apply(movePage(body, id, to));
  const rename: Action = {
    id: 'design-arrange.rename-page',
    keys: ['F2'],
    enabled: () => !readOnly,
    run: () => setNaming(pageId),
  };
  return (
    <nav className={styles.strip} aria-label={t('design.pages')}>
      {pages.map((page, index) => {
        const words = t('design.page-number', { number: index + 1 });
        const mark = over !== page.id || over === dragged || dragged === null ? undefined : from < index;
        return (
          <ContextMenu
            key={page.id}
            actions={[rename, duplicate, remove]}
            onOpen={() => store.showPage(page.id)}
          >
            <div className={styles.place}>
              <button
                type="button"
                className={styles.page}
                aria-current={page.id === pageId ? 'page' : undefined}
                aria-label={page.name === '' ? words : `${words}: ${page.name}`}
                title={page.name}
                draggable={!readOnly}
                data-dragged={page.id === dragged}
                data-over={mark === undefined ? undefined : mark ? 'after' : 'before'}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(page.id);
                }}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  setOver(page.id);
                }}
                onDragLeave={() => setOver(null)}
                onDragEnd={endDrag}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged !== null && dragged !== page.id) shift(dragged, index);
                  endDrag();
                }}
                onClick={() => store.showPage(page.id)}
                onDoubleClick={() => !readOnly && setNaming(page.id)}
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                  if (step !== 0 && event.altKey) shift(page.id, index + step);
                  else if (step !== 0) {
                    const next = pages[index + step];
                    if (next) store.showPage(next.id);
                    const buttons = event.currentTarget
                      .closest('nav')
                      ?.querySelectorAll<HTMLButtonElement>('button[draggable]');
                    buttons?.[index + step]?.focus();
                  } else if (event.key === 'Delete') runAction(remove);
                  else if (event.key === 'F2' && !readOnly) setNaming(page.id);
                  else return;
                  event.preventDefault();
                  event.stopPropagation();
                }}
              >
                <PagePicture pageId={page.id} width={width} height={height} className={styles.picture} />
                <span className={styles.number}>{page.name === '' ? index + 1 : page.name}</span>
              </button>
              {naming === page.id && (
                <PageName
                  page={page}
                  onDone={(name) => {
                    setNaming(null);
                    if (name !== null && name !== page.name) store.apply(renamePage(body, page.id, name));
                  }}
                />
              )}
            </div>
          </ContextMenu>
        );
      })}
      <button
        type="button"
        className={styles.add}
        aria-label={t('design.add-page')}
        title={t('design.add-page')}
        disabled={readOnly}
        onClick={() => runAction(add)}
      >
        <IconPlus size={18} stroke={1.5} />
      </button>
      {pages.length > 1 && (
        <button
          type="button"
          className={styles.add}
          aria-label={t('design-arrange.preview-carousel')}
          title={t('design-arrange.preview-carousel')}
          onClick={() => setPreview(true)}
        >
          <IconPlayerPlay size={18} stroke={1.5} />
        </button>
      )}
      {preview && <CarouselPreview onClose={() => setPreview(false)} />}
    </nav>
  );
}
