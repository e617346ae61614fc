import { useCallback, useMemo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';

/** What the rule pack's names of picture sizes are called; a name of a newer pack is shown as it stands. */
export function useSizeWord(): (name: string) => string {
  const { t } = useWords();
  const words = useMemo(
    (): Readonly<Record<string, string>> => ({
      cover: t('design.size-cover'),
      'cover-hd': t('design.size-cover-hd'),
      'cover-4x3-crop': t('design.size-cover-4x3-crop'),
      'cover-portrait': t('design.size-cover-portrait'),
      'cover-landscape': t('design.size-cover-landscape'),
      'cover-full': t('design.size-cover-full'),
      portrait: t('design.size-portrait'),
      square: t('design.size-square'),
      link: t('design.size-link'),
      story: t('design.size-story'),
      'portrait-3x4': t('design.size-portrait-3x4'),
      landscape: t('design.size-landscape'),
      standard: t('design.size-standard'),
      'cover-secondary': t('design.size-cover-secondary'),
      thumbnail: t('design.size-thumbnail'),
      'thumbnail-4k': t('design.size-thumbnail-4k'),
    }),
    [t],
  );
  return useCallback((name) => words[name] ?? name, [words]);
}
