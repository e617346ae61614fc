import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';

type Known = CallOutput<'evergreen.next'>[number];

/** A day in the words of the locale. */
export function dayIn(locale: string, day: string): string {
  const form = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T12:00:00Z`));
}

/** When a post that is told again was told, in which words it comes, and whether its turn is there. */
export function useTellingWords(
  known: Known,
  today: string,
): { about: string; turn: string; ready: boolean } {
  const { t, locale } = useWords();
  const { last, variant, versions, restedOn, paused } = known;
  const resting = restedOn !== null && restedOn > today;
  const about = [
    last === null ? t('timing.evergreen-never') : t('timing.evergreen-last', { day: dayIn(locale, last) }),
    variant === 0
      ? t('timing.evergreen-own-words')
      : t('timing.evergreen-version', { next: variant + 1, count: versions }),
  ].join(' · ');
  const turn = paused
    ? t('timing.evergreen-waits')
    : resting
      ? t('timing.evergreen-rests', { day: dayIn(locale, restedOn) })
      : t('timing.evergreen-ready');
  return { about, turn, ready: !paused && !resting };
}
