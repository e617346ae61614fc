import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAdjustments, IconArrowBackUp } from '@tabler/icons-react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import { accountPack, factAt, fitsFact } from '#shared/platforms/own-rules.ts';
import type { Fact, FactValue, RulePack } from '#shared/platforms/rule-pack.ts';
import { type KeptChange, trashKept } from './change-rules.ts';
import { measureOf, placeText, valueText } from './fact-text.ts';
import styles from './rules.module.css';

/** What stood in the place before the user set it, at the root of the chain. */
function shippedFact(fact: Fact | null): FactValue | undefined {
  const before = fact?.alternatives;
  const first =
    fact?.confidence === 'user' && Array.isArray(before) ? (before[0] as Fact | undefined) : undefined;
  return first?.value;
}

/** Everything that was set, of the workspace and of all accounts, also what does nothing any more. */
export function ChangesList({
  pack,
  kept,
  accounts,
}: {
  pack: RulePack;
  kept: readonly KeptChange[];
  accounts: readonly KitItem<'account'>[];
}) {
  const words = useWords();
  const { t, say } = words;
  if (kept.length === 0) {
    return (
      <EmptyState
        icon={IconAdjustments}
        title={t('rules.no-changes-title')}
        body={t('rules.no-changes-body')}
      />
    );
  }
  const changes = kept.map(({ body }) => body);
  const reset = (items: readonly KeptChange[], sentence: string): void => {
    trashKept(items, sentence).catch(notifyFailure);
  };
  return (
    <>
      <div className={styles.filters}>
        <span className={styles.count} role="status">
          {t('rules.changes-count', { count: kept.length })}
        </span>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUp size={14} stroke={1.5} />}
          onClick={() => reset(kept, t('rules.reset-all-said', { count: kept.length }))}
        >
          {t('rules.reset-all')}
        </Button>
      </div>
      <table className={styles.compare} aria-label={t('rules.changes')}>
        <thead>
          <tr>
            <th scope="col">{t('rules.rule')}</th>
            <th scope="col">{t('rules.holds-for-column')}</th>
            <th scope="col">{t('rules.value')}</th>
            <th scope="col">{t('rules.note')}</th>
            <th scope="col" aria-label={t('rules.reset')} className={styles.narrow} />
          </tr>
        </thead>
        <tbody>
          {kept.map((item) => {
            const { body } = item;
            const account = accounts.find(({ id }) => id === body.accountId);
            const rules = accountPack(pack, changes, body.accountId);
            const platform = rules.platforms.find(({ id }) => id === body.platform);
            const format = platform?.formats.find(({ id }) => id === body.format);
            const fact = format ? factAt(format, body.path) : null;
            const name = placeText(body.path, words);
            const before = shippedFact(fact);
            const measure = measureOf(body.path);
            const problem =
              fact === null
                ? t('rules.stale')
                : fitsFact(fact, body.value)
                  ? body.accountId !== null && !account
                    ? t('rules.account-gone')
                    : null
                  : t('rules.mismatch');
            return (
              <tr key={item.id}>
                <th scope="row">
                  <span className={styles.who}>
                    <PlatformBadge format={body.platform} size={14} />
                    {platform ? say(platform.name) : body.platform}{' '}
                    <span className={styles.dim}>{format ? say(format.name) : body.format}</span>
                  </span>
                  <span className={styles.placeLine}>{name}</span>
                  {problem !== null && <span className={styles.problem}>{problem}</span>}
                </th>
                <td>
                  {body.accountId === null
                    ? t('rules.workspace')
                    : (account?.name ?? t('rules.unknown-account'))}
                </td>
                <td>
                  <span className={styles.value}>{valueText(body.value, measure, words)}</span>
                  {before !== undefined && (
                    <span className={styles.was}>
                      {t('rules.was', { value: valueText(before, measure, words) })}
                    </span>
                  )}
                </td>
                <td className={styles.dim}>{body.note}</td>
                <td className={styles.narrow}>
                  <Tooltip label={t('rules.reset-one', { name })}>
                    <ActionIcon
                      aria-label={t('rules.reset-one', { name })}
                      onClick={() => reset([item], t('rules.reset-said', { name }))}
                    >
                      <IconArrowBackUp size={14} stroke={1.5} />
                    </ActionIcon>
                  </Tooltip>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
