import { Tooltip } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { Unit } from '#shared/platforms/rule-pack.ts';
import type { FieldMeasure } from '../session/measure.ts';
import classes from './targets.module.css';

/** A count against its limit, in the platform's unit; vermilion when it is too much. */
export function CountText({ measure }: { measure: FieldMeasure }) {
  const { t, locale } = useWords();
  const { count, limit, ok, approximate, unit } = measure.count;
  const number = new Intl.NumberFormat(locale);
  const units: Record<Unit, string> = {
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
  const words = `${approximate ? '≈' : ''}${number.format(count)}${limit === null ? '' : `/${number.format(limit)}`}`;
  const about = approximate ? ` · ${t('composer.approximate')}` : '';
  return (
    <Tooltip label={`${measure.field.id}: ${units[unit]}${about}`}>
      <span className={classes['count']} data-over={!ok}>
        {words}
      </span>
    </Tooltip>
  );
}
