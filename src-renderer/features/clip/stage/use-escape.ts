import { useEffect } from 'react';
import { changeStage } from './stage-state.ts';

/** Escape leaves a tool of the stage before it means anything else. */
export function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      changeStage({ mode: 'view', exact: false });
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
