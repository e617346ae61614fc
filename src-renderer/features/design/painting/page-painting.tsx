import { useEffect, useRef, useState } from 'react';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { useEditor } from '../session/editor.ts';

/** A page of any state of the design, painted as large as fits into `largest` CSS px each way. */
export function PagePainting({
  body,
  pageId,
  largest,
  className,
}: {
  body: DesignBody;
  pageId: string;
  largest: { width: number; height: number };
  className: string;
}) {
  const { pictures } = useEditor();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [round, setRound] = useState(0);
  const scale = Math.min(1, largest.width / body.width, largest.height / body.height);
  const width = Math.max(1, Math.round(body.width * scale));
  const height = Math.max(1, Math.round(body.height * scale));

  useEffect(() => pictures.onLoaded(() => setRound((count) => count + 1)), [pictures]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !canvas.current) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    const output = canvas.current.width / body.width;
    context.scale(output, canvas.current.height / body.height);
    drawPage(context as unknown as Canvas2D, body, pageId, { ...pictures.environment, scale: () => output });
  }, [body, pageId, pictures, width, height, round]);

  return <canvas ref={canvas} className={className} style={{ width, height }} aria-hidden />;
}
