import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';

/** How the wall shows the previews; kept for this browser. */
export interface Look {
  view: 'one' | 'all';
  scheme: 'light' | 'dark' | 'both';
  safeAreas: boolean;
  /** The platform's own buttons speak this language; `auto` is the one of the account, else of the platform. */
  language: 'auto' | 'zh' | 'en';
  altTexts: boolean;
  /** The profile page with its cropped covers, where the platform has one. */
  grid: boolean;
  /** The whole cover with what each place keeps of it, where the format has a cover. */
  cover: boolean;
  folded: boolean;
  size: Size;
}

/** Widths in pixels: the least of a frame among others, and the most of a frame alone. */
export const sizes = {
  small: { least: 160, most: 300 },
  medium: { least: 220, most: 390 },
  large: { least: 320, most: 429 },
} as const;
export type Size = keyof typeof sizes;

export const usualLook: Look = {
  view: 'one',
  scheme: 'light',
  safeAreas: false,
  language: 'auto',
  altTexts: false,
  grid: false,
  cover: false,
  folded: true,
  size: 'medium',
};

/** What was kept, with the usual for all that is missing or unknown: an older studio kept less. */
export function readLook(kept: unknown): Look {
  const known: Partial<Record<keyof Look, unknown>> = typeof kept === 'object' && kept !== null ? kept : {};
  const flag = (name: 'safeAreas' | 'altTexts' | 'grid' | 'cover' | 'folded'): boolean => {
    const value = known[name];
    return typeof value === 'boolean' ? value : usualLook[name];
  };
  const one = <T extends string>(value: unknown, of: readonly T[], usual: T): T =>
    of.find((each) => each === value) ?? usual;
  return {
    view: one(known.view, ['one', 'all'], usualLook.view),
    scheme: one(known.scheme, ['light', 'dark', 'both'], usualLook.scheme),
    safeAreas: flag('safeAreas'),
    language: one(known.language, ['auto', 'zh', 'en'], usualLook.language),
    altTexts: flag('altTexts'),
    grid: flag('grid'),
    cover: flag('cover'),
    folded: flag('folded'),
    size: one(known.size, ['small', 'medium', 'large'], usualLook.size),
  };
}

export function useLook(): [Look, (change: Partial<Look>) => void] {
  const [kept, keep] = useLocalStorage<unknown>({
    key: 'galley.composer.previews',
    defaultValue: usualLook,
    getInitialValueInEffect: false,
  });
  const look = useMemo(() => readLook(kept), [kept]);
  const change = useCallback(
    (next: Partial<Look>): void => keep((before: unknown) => ({ ...readLook(before), ...next })),
    [keep],
  );
  return [look, change];
}
