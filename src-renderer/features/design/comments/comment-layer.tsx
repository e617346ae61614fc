import { useLocalStorage } from '@mantine/hooks';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { point, usePointing } from '#renderer/ui/comments/pointing.ts';
import { useComments } from '#renderer/ui/comments/use-comments.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Point } from '#shared/design/geometry.ts';
import type { Region } from '#shared/team/comment.ts';
import { useEditor, useEditorState, useView } from '../session/editor.ts';
import styles from './comments.module.css';

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Pins of the open threads of this page, the region that is spoken of now, and the drag that draws one. */
export function CommentLayer() {
  const { t } = useWords();
  const { id, viewport } = useEditor();
  const { body, pageId } = useEditorState();
  const view = useView();
  const { arming, draft, marked } = usePointing();
  const { threads } = useComments({ kind: 'design', id });
  const [, openDrawer] = useLocalStorage<string>({ key: 'galley.design.drawer' });
  const area = useRef<HTMLDivElement>(null);
  const from = useRef<Point | null>(null);
  const [drawn, setDrawn] = useState<Region | null>(null);
  useEffect(() => () => point(null), []);
  useEffect(() => {
    if (!arming) return;
    const stop = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      point({ arming: false });
    };
    window.addEventListener('keydown', stop, { capture: true });
    return () => window.removeEventListener('keydown', stop, { capture: true });
  }, [arming]);

  const pageWidth = body.width * view.scale;
  const pageHeight = body.height * view.scale;
  const boxOf = ({ x, y, width, height }: Region) => ({
    left: view.x + x * pageWidth,
    top: view.y + y * pageHeight,
    width: width * pageWidth,
    height: height * pageHeight,
  });
  const at = (event: PointerEvent): Point => {
    const frame = area.current?.getBoundingClientRect();
    const page = viewport.toPage({
      x: event.clientX - (frame?.left ?? 0),
      y: event.clientY - (frame?.top ?? 0),
    });
    return { x: within(page.x / body.width), y: within(page.y / body.height) };
  };
  const regionTo = (end: Point): Region | null => {
    const start = from.current;
    if (!start) return null;
    return {
      page: pageId,
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y),
    };
  };
  const open = threads.flatMap(({ thread }, index) =>
    thread.place && 'page' in thread.place && thread.place.page === pageId && thread.resolvedAt === null
      ? [{ id: thread.id, region: thread.place, number: index + 1, text: thread.text }]
      : [],
  );
  const shown = open.find((each) => each.id === marked)?.region ?? null;
  const framed = drawn ?? (draft && 'page' in draft && draft.page === pageId ? draft : null) ?? shown;
  return (
    <>
      {framed && <div className={styles.region} style={boxOf(framed)} data-testid="comment-region" />}
      {open.map(({ id: thread, region, number, text }) => {
        const { left, top, width } = boxOf(region);
        return (
          <button
            key={thread}
            type="button"
            className={styles.pin}
            data-canvas-part
            data-marked={thread === marked}
            style={{ left: left + width, top }}
            aria-label={t('team.pin-number', { number })}
            title={text}
            onClick={() => {
              openDrawer('comments');
              point({ marked: thread === marked ? null : thread });
            }}
          >
            {number}
          </button>
        );
      })}
      {arming && (
        <div
          ref={area}
          className={styles.catcher}
          data-canvas-part
          data-testid="comment-catcher"
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            from.current = at(event);
          }}
          onPointerMove={(event) => {
            event.stopPropagation();
            if (from.current) setDrawn(regionTo(at(event)));
          }}
          onPointerUp={(event) => {
            event.stopPropagation();
            const region = regionTo(at(event));
            from.current = null;
            setDrawn(null);
            if (region) point({ arming: false, draft: region, marked: null });
          }}
        />
      )}
    </>
  );
}
