import { useEffect, useRef, useState } from 'react';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import { useEditor, useEditorState } from '../session/editor.ts';

/** Milliseconds after the last change before the small pictures follow. */
const quiet = 250;

/** A page as it is now, drawn into a canvas of a size in CSS px. */
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
  const drawn = useRef<{ body: unknown; round: number; width: number } | null>(null);

  useEffect(() => pictures.onLoaded(() => setRound((count) => count + 1)), [pictures]);
  useEffect(() => {
    const { current: last } = drawn;
    // Another page's change leaves this picture as it is: its layers and its background are the same records.
    if (last?.body === body && last.round === round && last.width === width) return;
    const timer = setTimeout(
      () => {
        const context = canvas.current?.getContext('2d');
        if (!context || !canvas.current) return;
        drawn.current = { body, round, width };
        const ratio = window.devicePixelRatio;
        canvas.current.width = Math.round(width * ratio);
        canvas.current.height = Math.round(height * ratio);
        context.scale((width * ratio) / body.width, (height * ratio) / body.height);
        drawPage(context as unknown as Canvas2D, body, pageId, pictures.environment);
      },
      last ? quiet : 0,
    );
    return () => clearTimeout(timer);
  }, [body, pageId, pictures, width, height, round]);

  return <canvas ref={canvas} className={className} style={{ width, height }} aria-hidden />;
}
