import { memo } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Post } from '#shared/domain/post.ts';
import { targetKey } from '#shared/domain/post.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { useAccounts } from '../previews/accounts.ts';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import type { FieldMeasure } from '../session/measure.ts';
import { CountText } from '../targets/count-text.tsx';
import classes from './counters.module.css';
import { foldOf, linkCost, overflowCount } from './facts.ts';
import { unitWords } from './unit-names.ts';

const Row = memo(function Row({
  target,
  profile,
  measure,
  handle,
  marked,
  onMark,
}: {
  target: string;
  profile: FormatProfile;
  measure: FieldMeasure;
  handle: string;
  marked: boolean;
  onMark(target: string | null): void;
}) {
  const { t, say } = useWords();
  const { field, text, count, posts } = measure;
  const roles = {
    title: t('composer.title'),
    body: t('composer.body'),
    comment: t('composer.firstComment'),
    link: t('composer.link'),
    other: field.id,
  };
  const name = [say(profile.platformName), say(profile.name), handle]
    .filter((word) => word !== '')
    .join(' · ');
  const link = linkCost(profile, field);
  const fold = foldOf(profile, field, text);
  const over = overflowCount(measure);
  const unit = t(unitWords[count.unit]);
  return (
    <tr
      tabIndex={0}
      data-marked={marked}
      onMouseEnter={() => onMark(target)}
      onMouseLeave={() => onMark(null)}
      onFocus={() => onMark(target)}
      onBlur={() => onMark(null)}
    >
      <th scope="row" className={classes['target']} title={name}>
        <span className={classes['platform']}>
          <PlatformBadge format={profile.id} size={14} />
          <span className={classes['name']}>{name}</span>
        </span>
      </th>
      <td>{roles[field.role]}</td>
      <td className={classes['number']}>
        <CountText measure={measure} />
        {posts > 1 && <span className={classes['posts']}>{t('adapt.posts', { count: posts })}</span>}
      </td>
      <td className={classes['unit']} title={unit}>
        {unit}
      </td>
      <td className={classes['number']}>{link ?? t('adapt.linkAsWritten')}</td>
      <td className={classes['number']}>{fold ?? '–'}</td>
      <td className={classes['number']} data-over={over > 0}>
        {over > 0 ? `+${over}` : '–'}
      </td>
    </tr>
  );
});

/**
 * Counts of all targets at once, each in its platform's unit. The row under the pointer or with the focus marks in
 * the text what does not fit there, and where it folds.
 */
export function CounterTable({
  live,
  post,
  marked,
  onMark,
}: {
  live: LiveMeasures;
  post: Post;
  marked: string | null;
  onMark(target: string | null): void;
}) {
  const { t } = useWords();
  const accounts = useAccounts();
  const measures = useMeasured(live, (all) => all);
  const rows = post.targets.flatMap((each) => {
    const key = targetKey(each);
    const measure = measures.get(key);
    const account = each.accountId === null ? undefined : accounts.get(each.accountId);
    const shown = measure?.fields.filter(
      ({ field, text }) =>
        (field.role === 'title' || field.role === 'body') && (field.max !== null || text !== ''),
    );
    return (shown ?? []).map((field) => ({
      key,
      field,
      profile: measure?.profile,
      handle: account ? account.body.handle || account.name : '',
    }));
  });
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} aria-label={t('adapt.counters')}>
        <thead>
          <tr>
            <th scope="col">{t('adapt.colTarget')}</th>
            <th scope="col">{t('adapt.colField')}</th>
            <th scope="col" className={classes['number']}>
              {t('adapt.colCount')}
            </th>
            <th scope="col" className={classes['unitHead']}>
              {t('adapt.colUnit')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('adapt.colLink')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('adapt.colFold')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('adapt.colOver')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ key, field, profile, handle }) =>
              profile && (
                <Row
                  key={`${key} ${field.field.id}`}
                  target={key}
                  profile={profile}
                  measure={field}
                  handle={handle}
                  marked={marked === key}
                  onMark={onMark}
                />
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
