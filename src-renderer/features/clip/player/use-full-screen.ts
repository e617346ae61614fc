import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** The picture and what plays it over the whole screen: the nearest parent that is marked `data-full-screen`, else the window. */
export function useFullScreen(): { on: boolean; toggle(): void } {
  const on = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  return {
    on,
    toggle() {
      if (document.fullscreenElement) void document.exitFullscreen();
      else {
        const whole = document.querySelector('[data-full-screen]') ?? document.documentElement;
        // Refused without a gesture; the button is one.
        whole.requestFullscreen().catch(() => {});
      }
    },
  };
}
