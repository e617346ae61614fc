import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Confidence } from '#shared/platforms/rule-pack.ts';
import type { Loss } from '#shared/wechat/clean/clean.ts';
import { type ArticleFix, ruleOf } from '#shared/wechat/clean/rules.ts';
import classes from './studio.module.css';

/** How sure the studio is of a rule, in words. */
const confidenceWords: Record<Confidence, string> = {
  official: 'wechat.confidence-official',
  'official-quoted': 'wechat.confidence-official',
  user: 'wechat.confidence-user',
  'ui-observed': 'wechat.confidence-observed',
  'tool-code': 'wechat.confidence-tools',
  vendor: 'wechat.confidence-reported',
  remembered: 'wechat.confidence-remembered',
};

const fixWords: Record<ArticleFix, string> = {
  footnotes: 'wechat.fix-footnotes',
  placeholder: 'wechat.fix-placeholder',
};

/** What the platform would take out of the article, why, how sure that is, and what can be done about it. */
export function Losses({
  lost,
  limits,
  onFix,
}: {
  lost: readonly Loss[];
  limits: { characters: number; bytes: number; most: number; mostBytes: number };
  onFix(fixes: readonly ArticleFix[]): void;
}) {
  const { t, say, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const tooLong = limits.characters > limits.most || limits.bytes > limits.mostBytes;
  const fixes = [...new Set(lost.flatMap(({ fix }) => (fix ? [fix] : [])))];
  // What is empty only because something else was taken out needs no line of its own.
  const told = lost.filter(({ rule }) => rule !== 'empty' || lost.length === 1);
  if (told.length === 0 && !tooLong)
    return (
      <p className={classes['nothing']}>
        <IconCircleCheck size={18} stroke={1.5} aria-hidden />
        {t('wechat.nothing-lost')}
      </p>
    );
  return (
    <div className={classes['losses']}>
      {tooLong && (
        <section className={classes['loss']} data-severity="error">
          <b>{t('wechat.too-long')}</b>
          <p>
            {t('wechat.too-long-why', {
              count: number.format(limits.characters),
              most: number.format(limits.most),
            })}
          </p>
        </section>
      )}
      {fixes.length > 1 && <Button onClick={() => onFix(fixes)}>{t('wechat.fix-all')}</Button>}
      <ul aria-label={t('wechat.losses')}>
        {told.map(({ rule, detail, count, where, fix }) => {
          const { what, why, confidence, source } = ruleOf(rule);
          return (
            <li key={`${rule} ${detail}`} className={classes['loss']}>
              <b>
                {say(what)}
                {count > 1 && <small> ×{number.format(count)}</small>}
              </b>
              {where !== '' && <q>{where}</q>}
              <code>{detail}</code>
              <p>{say(why)}</p>
              <p className={classes['source']} title={source}>
                {t(confidenceWords[confidence])}
              </p>
              {fix && (
                <Button variant="default" onClick={() => onFix([fix])}>
                  {t(fixWords[fix])}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
