import { useCallback } from 'react';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';

/** `Instagram · Reel` for `instagram/reel`; the name itself for one that the rule pack no longer has. */
export function useFormatName(): (format: string) => string {
  const { say } = useWords();
  const pack = useRulePack();
  return useCallback(
    (name) => {
      const [platformId, formatId] = name.split('/');
      const platform = pack?.platforms.find(({ id }) => id === platformId);
      const format = platform?.formats.find(({ id }) => id === formatId);
      return platform && format ? `${say(platform.name)} · ${say(format.name)}` : name;
    },
    [pack, say],
  );
}
