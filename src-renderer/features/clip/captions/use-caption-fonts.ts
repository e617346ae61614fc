import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import { loadBrand, onBrand } from '#renderer/ui/fonts/brand.ts';
import { loadFamilies, onFonts } from '#renderer/ui/fonts/fonts.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { familiesOfText } from '#shared/design/text/families.ts';

let round = 0;
function count(): void {
  round += 1;
}
onFonts(count);
onBrand(count);

function subscribe(listener: () => void): () => void {
  const stops = [onFonts(listener), onBrand(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Loads what captions are drawn with: the families of their styles, emoji when some have them, the brand. Answers a
 * number that changes whenever something of it has come, so that everything is drawn anew.
 */
export function useCaptionFonts(tracks: readonly Pick<CaptionTrack, 'cues' | 'style'>[]): number {
  const later = useDeferredValue(tracks);
  const families = useMemo(
    () =>
      later
        .flatMap(({ cues, style }) => {
          const text = cues.map((cue) => cue.text).join('\n');
          return [...familiesOfText({ text, fontFamily: style.fontFamily })];
        })
        .toSorted()
        .join('\n'),
    [later],
  );
  useEffect(() => {
    loadBrand().catch(notifyFailure);
  }, []);
  useEffect(() => {
    loadFamilies(new Set(families.split('\n').filter(Boolean))).catch(notifyFailure);
  }, [families]);
  return useSyncExternalStore(subscribe, () => round);
}
