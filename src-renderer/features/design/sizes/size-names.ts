import { useCallback } from 'react';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Variant } from '#shared/design/schema.ts';
import { useSizeWord } from '../designs/size-words.ts';

export interface SizeName {
  /** '' for free sizes. */
  platform: string;
  name: string;
}

/** What linked sizes are called: their own name, else that of the platform's format. */
export function useSizeName(): (variant: Pick<Variant, 'format' | 'name' | 'width' | 'height'>) => SizeName {
  const { say, t } = useWords();
  const pack = useRulePack();
  const sizeWord = useSizeWord();
  return useCallback(
    ({ format, name, width, height }) => {
      const [platformId, formatId, size] = format.split('/');
      const platform = pack?.platforms.find((each) => each.id === platformId);
      const stated = platform?.formats.find((each) => each.id === formatId);
      const words = [stated ? say(stated.name) : '', size ? sizeWord(size) : ''].filter(
        (word) => word !== '',
      );
      const free = t('design-sizes.free-size', { width, height });
      return {
        platform: platform ? say(platform.name) : '',
        // A format of one size may call it what it is called itself: “Story”, once.
        name: name !== '' ? name : words.length > 0 ? [...new Set(words)].join(' · ') : free,
      };
    },
    [pack, say, sizeWord, t],
  );
}
