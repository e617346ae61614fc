import { useEffect, useState } from 'react';

/** Counts changes of theme, language and density, for what is drawn rather than styled. */
export function useThemeTick(): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => setTick((count) => count + 1));
    const attributeFilter = ['data-mantine-color-scheme', 'data-density', 'lang'];
    observer.observe(document.documentElement, { attributes: true, attributeFilter });
    void document.fonts.ready.then(() => setTick((count) => count + 1));
    return () => observer.disconnect();
  }, []);
  return tick;
}
