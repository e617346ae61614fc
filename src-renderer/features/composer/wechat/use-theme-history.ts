import { useCallback, useRef, useState } from 'react';
import type { ArticleTheme } from '#shared/wechat/theme.ts';

/** Milliseconds within which changes of one field are one step back. */
const oneGesture = 700;
const mostSteps = 200;

interface ThemeHistory {
  theme: ArticleTheme;
  /** `gesture` names what is changed: repeated changes of it are one step. */
  change(next: ArticleTheme, gesture: string): void;
  undo(): void;
  redo(): void;
  canUndo: boolean;
  canRedo: boolean;
}

interface Steps {
  past: readonly ArticleTheme[];
  now: ArticleTheme;
  future: readonly ArticleTheme[];
}

/** A theme that is being edited, with its steps back and forth; `onChange` keeps each. */
export function useThemeHistory(first: ArticleTheme, onChange: (theme: ArticleTheme) => void): ThemeHistory {
  const [steps, setSteps] = useState<Steps>({ past: [], now: first, future: [] });
  const last = useRef({ gesture: '', at: 0 });
  const go = useCallback(
    (next: Steps): void => {
      setSteps(next);
      onChange(next.now);
    },
    [onChange],
  );
  const { past, now, future } = steps;
  return {
    theme: now,
    change(next, gesture) {
      const at = performance.now();
      const same = last.current.gesture === gesture && at - last.current.at < oneGesture;
      last.current = { gesture, at };
      go({ past: same ? past : [...past, now].slice(-mostSteps), now: next, future: [] });
    },
    undo() {
      const before = past.at(-1);
      if (!before) return;
      last.current = { gesture: '', at: 0 };
      go({ past: past.slice(0, -1), now: before, future: [now, ...future] });
    },
    redo() {
      const [after, ...rest] = future;
      if (!after) return;
      last.current = { gesture: '', at: 0 };
      go({ past: [...past, now], now: after, future: rest });
    },
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  };
}
