import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { runAction } from '#renderer/commands/run-action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { movePage } from '../session/page-edits.ts';
import styles from './pages-strip.module.css';

/** Milliseconds after the last change before the small pictures follow. */
const quiet = 250;
/** CSS px. */
const height = 64;

function PagePicture({ pageId }: { pageId: string }) {
  const { pictures } = useEditor();
  const { body } = useEditorState();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [round, setRound] = useState(0);
  const drawn = useRef(false);
  const width = Math.max(24, Math.min(160, Math.round((height * body.width) / body.height)));

  useEffect(() => pictures.onLoaded(() => setRound((count) => count + 1)), [pictures]);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        const context = canvas.current?.getContext('2d');
        if (!context || !canvas.current) return;
        drawn.current = true;
        const ratio = window.devicePixelRatio;
        canvas.current.width = width * ratio;
        canvas.current.height = height * ratio;
        context.scale((width * ratio) / body.width, (height * ratio) / body.height);
        drawPage(context as unknown as Canvas2D, body, pageId, pictures.environment);
      },
      drawn.current ? quiet : 0,
    );
    return () => clearTimeout(timer);
  }, [body, pageId, pictures, width, round]);

  return <canvas ref={canvas} className={styles.picture} style={{ width, height }} aria-hidden />;
}

/** The pages in order: choose, drag, add; a right click has the rest. */
export function PagesStrip({ add, duplicate, remove }: { add: Action; duplicate: Action; remove: Action }) {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, pageId, readOnly } = useEditorState();
  const [dragged, setDragged] = useState<string | null>(null);
  /** The page over which the dragged one is held: it will take that place. */
  const [over, setOver] = useState<string | null>(null);
  const pages = pagesInOrder(body);
  const from = pages.findIndex((page) => page.id === dragged);
  const endDrag = (): void => {
    setDragged(null);
    setOver(null);
  };
  const shift = (id: string, to: number): void => store.apply(movePage(body, id, to));
  return (
    <nav className={styles.strip} aria-label={t('design.pages')}>
      {pages.map((page, index) => (
        <ContextMenu key={page.id} actions={[duplicate, remove]} onOpen={() => store.showPage(page.id)}>
          <button
            type="button"
            className={styles.page}
            aria-current={page.id === pageId ? 'page' : undefined}
            aria-label={t('design.page-number', { number: index + 1 })}
            draggable={!readOnly}
            data-dragged={page.id === dragged}
            data-over={
              over !== page.id || over === dragged || dragged === null
                ? undefined
                : from < index
                  ? 'after'
                  : 'before'
            }
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
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              if (step === 0) return;
              event.preventDefault();
              event.stopPropagation();
              if (event.altKey) shift(page.id, index + step);
              else store.showPage(pages[index + step]?.id ?? page.id);
            }}
          >
            <PagePicture pageId={page.id} />
            <span className={styles.number}>{index + 1}</span>
          </button>
        </ContextMenu>
      ))}
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
    </nav>
  );
}
