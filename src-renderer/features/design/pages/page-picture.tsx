import { useEffect, useRef, useState } from 'react';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';
import { changedArea } from '../canvas/changed-area.ts';
import { useEditor, useEditorState } from '../session/editor.ts';

/** Milliseconds after the last change before the small pictures follow. */
const quiet = 250;
/** Milliseconds that a small picture waits at most for the window to have nothing better to do. */
const patience = 1500;

interface Drawn {
  body: DesignBody;
  round: number;
  width: number;
}

/** Whether a page looks the same in two states of a design: another page's change leaves its picture as it is. */
function looksAlike(before: DesignBody, after: DesignBody, pageId: string): boolean {
  return (
    before === after ||
    (before.width === after.width &&
      before.height === after.height &&
      before.pages[pageId] === after.pages[pageId] &&
      changedArea(paintOrder(before, pageId), paintOrder(after, pageId)) === null)
  );
}

/** A page as it is now, drawn into a canvas of a size in CSS px when the window has time for it. */
export function PagePicture({
  pageId,
  width,
  height,
  className,
}: {
  pageId: string;
  width: number;
  height: number;
  className: string | undefined;
}) {
  const { pictures } = useEditor();
  const { body } = useEditorState();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [round, setRound] = useState(0);
  const drawn = useRef<Drawn | null>(null);

  useEffect(() => pictures.onLoaded(() => setRound((count) => count + 1)), [pictures]);
  useEffect(() => {
    let idle = 0;
    const draw = (): void => {
      const context = canvas.current?.getContext('2d');
      if (!context || !canvas.current) return;
      const { current: last } = drawn;
      drawn.current = { body, round, width };
      if (last?.round === round && last.width === width && looksAlike(last.body, body, pageId)) return;
      const ratio = window.devicePixelRatio;
      canvas.current.width = Math.round(width * ratio);
      canvas.current.height = Math.round(height * ratio);
      const scale = (width * ratio) / body.width;
      context.scale(scale, (height * ratio) / body.height);
      // Of its own scale, and all of the page: the large canvas may show a part of it only.
      const environment = { ...pictures.environment, scale: () => scale };
      delete environment.visible;
      drawPage(context as unknown as Canvas2D, body, pageId, environment);
      pictures.surfaces.release();
    };
    const timer = setTimeout(
      () => {
        idle = requestIdleCallback(draw, { timeout: patience });
      },
      drawn.current ? quiet : 0,
    );
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [body, pageId, pictures, width, height, round]);

  return <canvas ref={canvas} className={className} style={{ width, height }} aria-hidden />;
}
