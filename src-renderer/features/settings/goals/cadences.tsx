import { NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import settings from '../settings.module.css';
import styles from './goals.module.css';

/** Milliseconds of rest after which what was typed is kept. */
const rest = 500;

/** How often each account is to post; nothing typed is no goal. */
export function Cadences() {
  const { t } = useWords();
  const accounts = useKit('account');
  const cadences = useKit('cadence');
  if (!accounts || !cadences) return null;
  return (
    <section aria-label={t('insight.cadences')}>
      <div className={settings.section}>
        <h3 className={settings.heading}>{t('insight.cadences')}</h3>
      </div>
      {accounts.length === 0 ? (
        <p className={settings.hint}>
          {t('insight.no-accounts')}{' '}
          <Link href="/settings/accounts" className={styles.go}>
            {t('insight.add-accounts')}
          </Link>
        </p>
      ) : (
        <ul className={styles.list}>
          {accounts.map((account) => (
            <CadenceField
              key={account.id}
              account={account}
              cadence={cadences.find(({ body }) => body.accountId === account.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function CadenceField({
  account,
  cadence,
}: {
  account: KitItem<'account'>;
  cadence: KitItem<'cadence'> | undefined;
}) {
  const { t } = useWords();
  const [draft, setDraft] = useState<number | ''>(cadence?.body.perWeek ?? '');
  const save = useDebouncedCallback(
    (perWeek: number | '') => {
      const work =
        perWeek === '' || perWeek === 0
          ? cadence && call('plan.trashKit', { ids: [cadence.id], trashed: true })
          : call('plan.saveKit', {
              kind: 'cadence',
              name: account.name,
              body: { accountId: account.id, platform: account.body.platform, perWeek },
              ...(cadence ? { id: cadence.id } : {}),
            });
      work?.catch(notifyFailure);
    },
    { delay: rest, flushOnUnmount: true },
  );
  return (
    <li className={styles.row}>
      <PlatformBadge format={account.body.platform} />
      <span className={styles.name}>{account.name}</span>
      <NumberInput
        className={styles.number ?? ''}
        size="xs"
        aria-label={t('insight.per-week-of', { name: account.name })}
        placeholder={t('insight.no-goal')}
        value={draft}
        min={0}
        max={100}
        clampBehavior="strict"
        decimalScale={1}
        onChange={(value) => {
          const next = typeof value === 'number' ? value : '';
          setDraft(next);
          save(next);
        }}
      />
      <span className={styles.unit}>{t('insight.a-week')}</span>
    </li>
  );
}
