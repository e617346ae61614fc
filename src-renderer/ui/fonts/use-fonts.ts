import { useEffect, useState } from 'react';
import { onEvent } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Font } from './fonts.ts';
import { forgetFonts, listFonts } from './fonts.ts';

const listeners = new Set<() => void>();

/** Asks for the fonts anew wherever they are shown: one was brought or removed. */
export function fontsChanged(): void {
  forgetFonts();
  for (const listener of listeners) listener();
}

/** The fonts there are; undefined until the studio has named them. */
export function useFonts(): Font[] | undefined {
  const [fonts, setFonts] = useState<Font[]>();
  useEffect(() => {
    let gone = false;
    const ask = (): void => {
      listFonts().then((list) => {
        if (!gone) setFonts(list);
      }, notifyFailure);
    };
    ask();
    listeners.add(ask);
    // Another workspace has other fonts of its own.
    const stops = [
      onEvent('workspace.changed', fontsChanged),
      onEvent('records.changed', ({ kind }) => {
        if (kind === 'font') fontsChanged();
      }),
    ];
    return () => {
      gone = true;
      listeners.delete(ask);
      for (const stop of stops) stop();
    };
  }, []);
  return fonts;
}
