import { useWords } from '#renderer/ui/words.tsx';
import type { Unit } from '#shared/platforms/rule-pack.ts';

/** What each unit counts, in words. */
export function useUnitNames(): Record<Unit, string> {
  const { t } = useWords();
  return {
    'x-weighted': t('composer.unitWeighted'),
    'weibo-zi': t('composer.unitZi'),
    'xhs-title': t('composer.unitZi'),
    mastodon: t('composer.unitMastodon'),
    bluesky: t('composer.unitGraphemes'),
    threads: t('composer.unitThreads'),
    utf16: t('composer.unitUtf16'),
    'utf8-byte': t('composer.unitBytes'),
    codepoint: t('composer.unitCodepoints'),
    grapheme: t('composer.unitGraphemes'),
    zi: t('composer.unitZi'),
    characters: t('composer.unitCharacters'),
  };
}
