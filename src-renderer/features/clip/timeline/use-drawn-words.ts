import { useMemo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DrawnWords } from './draw/canvas.ts';

/** Words that the canvas writes; the same object until the language changes. */
export function useDrawnWords(): DrawnWords {
  const { t } = useWords();
  const words: DrawnWords = {
    reversed: t('clip-timeline.badge-reversed'),
    frozen: t('clip-timeline.badge-frozen'),
    muted: t('clip-timeline.badge-muted'),
    unnamed: t('clip-timeline.unnamed'),
    colour: t('clip-timeline.colour-card'),
    design: t('clip-timeline.design-page'),
  };
  const key = JSON.stringify(words);
  // Read back so that it depends on nothing but its own text.
  return useMemo(() => JSON.parse(key) as DrawnWords, [key]);
}
