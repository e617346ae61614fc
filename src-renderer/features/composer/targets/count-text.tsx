import { memo, useLayoutEffect, useRef } from 'react';
import { useWords, type Words } from '#renderer/ui/words.tsx';
import { unitWords } from '../counters/unit-names.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import type { FieldMeasure } from '../session/measure.ts';
import classes from './targets.module.css';

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs more than all counting of a keystroke, so each language has one. */
function numberFormat(locale: string): Intl.NumberFormat {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format;
}

/** What a count shows. */
function shownOf({ t, locale }: Words, { field, count: counted }: FieldMeasure) {
  const number = numberFormat(locale);
  const { count, limit, ok, approximate, unit } = counted;
  const about = approximate ? ` · ${t('composer.approximate')}` : '';
  return {
    words: `${approximate ? '≈' : ''}${number.format(count)}${limit === null ? '' : `/${number.format(limit)}`}`,
    title: `${field.id}: ${t(unitWords[unit])}${about}`,
    over: !ok,
  };
}

/** A count against its limit, in the platform's unit; vermilion when it is too much. */
export const CountText = memo(function CountText({ measure }: { measure: FieldMeasure }) {
  const { words, title, over } = shownOf(useWords(), measure);
  return (
    <span className={classes['count']} data-over={over} title={title}>
      {words}
    </span>
  );
});

/**
 * The tightest count of a target. There is one for every target and all of them change with every key, so the
 * numbers are written into the page by themselves: drawing them through React costs more than counting.
 */
export const LiveCount = memo(function LiveCount({ live, target }: { live: LiveMeasures; target: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const language = useWords();
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const text = document.createTextNode('');
    element.replaceChildren(text);
    let shown: FieldMeasure | null | undefined;
    // What the page has is known here; asking it again for every count of every key would not be free.
    const has = { words: '', title: '', over: false };
    element.dataset['over'] = 'false';
    const write = (): void => {
      const measure = live.all().get(target)?.tightest ?? null;
      if (measure === shown) return;
      if (!shown || !measure) element.hidden = measure === null;
      shown = measure;
      if (measure === null) return;
      const { words, title, over } = shownOf(language, measure);
      if (has.words !== words) text.data = has.words = words;
      if (has.title !== title) element.title = has.title = title;
      if (has.over !== over) element.dataset['over'] = String(over);
      has.over = over;
    };
    write();
    return live.subscribe(write);
  }, [live, target, language]);
  return <span ref={place} className={classes['count']} />;
});
