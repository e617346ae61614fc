import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { pagesInOrder } from '#shared/design/tree.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import styles from './carousel-preview.module.css';
import { PagePicture } from './page-picture.tsx';

/** CSS px kept free around the page. */
const aroundX = 200;
const aroundY = 140;

function useWindowSize(): { width: number; height: number } {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const listener = (): void => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', listener);
    return () => window.removeEventListener('resize', listener);
  }, []);
  return size;
}

/** The pages one after another as a reader swipes through them: arrow keys, buttons, swipe. */
export function CarouselPreview({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, pageId } = useEditorState();
  const room = useWindowSize();
  const strip = useRef<HTMLDivElement>(null);
  const pages = pagesInOrder(body);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pages.findIndex((page) => page.id === pageId),
    ),
  );
  const scale = Math.min((room.width - aroundX) / body.width, (room.height - aroundY) / body.height);
  const width = Math.round(body.width * scale);
  const height = Math.round(body.height * scale);
  const first = useRef(true);
  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches || first.current;
    strip.current?.scrollTo({ left: at * width, behavior: still ? 'instant' : 'smooth' });
    first.current = false;
  }, [at, width]);
  const go = (to: number): void => setAt(Math.max(0, Math.min(pages.length - 1, to)));
  const close = (): void => {
    const page = pages[at];
    if (page) store.showPage(page.id);
    onClose();
  };
  return (
    <Modal
      opened
      fullScreen
      withCloseButton={false}
      padding={0}
      title={null}
      aria-label={t('design-arrange.preview-carousel')}
      onClose={close}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
    >
      <section
        className={styles.stage}
        aria-roledescription={t('design-arrange.carousel')}
        aria-label={t('design-arrange.preview-carousel')}
        onKeyDown={(event) => {
          const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: pages.length - 1 }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          go(to);
        }}
      >
        <ActionIcon className={styles.close ?? ''} size={36} aria-label={t('design.close')} onClick={close}>
          <IconX size={20} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          size={44}
          radius="xl"
          data-autofocus={at > 0 || undefined}
          disabled={at === 0}
          aria-label={t('design-arrange.previous-page')}
          onClick={() => go(at - 1)}
        >
          <IconChevronLeft size={24} stroke={1.5} />
        </ActionIcon>
        <div
          ref={strip}
          className={styles.strip}
          style={{ width, height }}
          onScrollEnd={(event) => go(Math.round(event.currentTarget.scrollLeft / Math.max(1, width)))}
        >
          {pages.map((page, index) => (
            <div
              key={page.id}
              className={styles.page}
              role="img"
              aria-label={page.name || t('design.page-number', { number: index + 1 })}
              aria-hidden={index !== at}
            >
              {Math.abs(index - at) < 3 && (
                <PagePicture pageId={page.id} width={width} height={height} className={styles.picture} />
              )}
            </div>
          ))}
        </div>
        <ActionIcon
          size={44}
          radius="xl"
          data-autofocus={at === 0 || undefined}
          disabled={at === pages.length - 1}
          aria-label={t('design-arrange.next-page')}
          onClick={() => go(at + 1)}
        >
          <IconChevronRight size={24} stroke={1.5} />
        </ActionIcon>
        <p className={styles.place} aria-live="polite">
          {t('design-arrange.page-of', { number: at + 1, count: pages.length })}
        </p>
        <div className={styles.dots} aria-hidden>
          {pages.map((page, index) => (
            <span key={page.id} className={styles.dot} data-on={index === at} />
          ))}
        </div>
      </section>
    </Modal>
  );
}
