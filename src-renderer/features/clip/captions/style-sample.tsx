import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { layoutCue, noInsets } from '#shared/clip/captions/layout-cue.ts';
import type { CaptionStyle } from '#shared/clip/edit/captions.ts';
import { drawCaptions } from './draw-captions.ts';
import styles from './caption-style.module.css';

/** CSS px. */
const size = { width: 124, height: 62 };
/** Percent of the sample's height that letters take, whatever their size in the clip. */
const letters = 27;

/** The style with its letters as large as a sample wants them, everything else in proportion. */
function forSample(style: CaptionStyle): CaptionStyle {
  const by = letters / style.size;
  return {
    ...style,
    size: letters,
    width: 96,
    position: 0.5,
    lines: 1,
    outline: style.outline && { ...style.outline, width: style.outline.width * by },
    box: style.box && { ...style.box, padding: style.box.padding * by, radius: style.box.radius * by },
  };
}

/** A look painted by the engine that paints the clip, its word being said standing out. `fonts` counts fonts that came. */
export function StyleSample({ style, fonts }: { style: CaptionStyle; fonts: number }) {
  const { t } = useWords();
  const text = t('clip-captions.sample');
  const canvas = useRef<HTMLCanvasElement>(null);
  const cue = useMemo(() => ({ id: 'sample', from: 0, to: 1, text }), [text]);
  useEffect(() => {
    if (!canvas.current) return;
    const { node } = layoutCue(cue, forSample(style), size, noInsets, style.highlight === 'none' ? null : 0);
    drawCaptions(canvas.current, [node], { ...size, scale: 1 });
    // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when fonts have come
  }, [cue, style, fonts]);
  return <canvas ref={canvas} className={styles.sample} style={size} aria-hidden />;
}
