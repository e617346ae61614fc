import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import { trashKept } from '../rules/change-rules.ts';
import { AccountForm } from './account-form.tsx';
import { AccountSets } from './account-sets.tsx';
import records from '../records.module.css';
import settings from '../settings.module.css';
import styles from './accounts.module.css';

const icon = { size: 14, stroke: 1.5 };

function AccountRow({
  account,
  rules,
  posts,
  onEdit,
}: {
  account: KitItem<'account'>;
  /** Rules that are set for this account alone. */
  rules: number;
  posts: number;
  onEdit(): void;
}) {
  const { t, say } = useWords();
  const pack = useRulePack();
  const { name, body } = account;
  const platform = pack?.platforms.find(({ id }) => id === body.platform);
  const languages = { zh: t('accounts.chinese'), en: t('accounts.english') };
  return (
    <tr>
      <th scope="row">
        <span className={styles.who}>
          <PlatformBadge format={body.platform} size={16} />
          {body.hue !== null && <span className={styles.hue} style={{ background: body.hue }} aria-hidden />}
          <span className={styles.name}>{name}</span>
          {body.handle !== '' && <span className={styles.dim}>{body.handle}</span>}
        </span>
        {body.note !== '' && <span className={styles.note}>{body.note}</span>}
      </th>
      <td>{platform ? say(platform.name) : body.platform}</td>
      <td>{body.language === null ? t('accounts.any-language') : languages[body.language]}</td>
      <td className={records.number}>{rules === 0 ? '–' : rules}</td>
      <td className={records.number}>{posts === 0 ? '–' : posts}</td>
      <td className={records.actions}>
        <Tooltip label={t('accounts.edit', { name })}>
          <ActionIcon aria-label={t('accounts.edit', { name })} onClick={onEdit}>
            <IconPencil {...icon} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('accounts.trash', { name })}>
          <ActionIcon
            aria-label={t('accounts.trash', { name })}
            onClick={() => trashKept([account], t('accounts.trashed', { name })).catch(notifyFailure)}
          >
            <IconTrash {...icon} />
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  );
}

/** The places that the team posts from, and sets of targets that are chosen together. */
export function AccountsPage() {
  const { t } = useWords();
  const pack = useRulePack();
  const accounts = useKit('account');
  const changes = useKit('rule-change');
  const sets = useKit('account-set');
  const used = useCall('posts.countByAccount', {}, ['records.changed', 'workspace.changed'], {
    concerns: ({ kind }) => kind === 'post' || kind === 'kit',
    quiet: 200,
  });
  const [open, setOpen] = useState<KitItem<'account'> | 'new' | null>(null);
  if (!pack || !accounts || !changes || !sets) return <Skeleton height={320} />;
  const add = (
    <Button size="xs" leftSection={<IconPlus {...icon} />} onClick={() => setOpen('new')}>
      {t('accounts.add')}
    </Button>
  );
  return (
    <div className={styles.page}>
      <p className={settings.lead}>{t('accounts.lead')}</p>
      {accounts.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('accounts.none-title')} body={t('accounts.none-body')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <div className={records.tools}>{add}</div>
          <table className={records.table} aria-label={t('accounts.accounts')}>
            <thead>
              <tr>
                <th scope="col">{t('accounts.account')}</th>
                <th scope="col">{t('accounts.platform')}</th>
                <th scope="col">{t('accounts.language')}</th>
                <th scope="col" className={records.number}>
                  {t('accounts.own-rules')}
                </th>
                <th scope="col" className={records.number}>
                  {t('accounts.posts')}
                </th>
                <th scope="col" aria-label={t('accounts.actions')} />
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  account={account}
                  rules={changes.filter(({ body }) => body.accountId === account.id).length}
                  posts={used.data?.find(({ accountId }) => accountId === account.id)?.posts ?? 0}
                  onEdit={() => setOpen(account)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      <AccountSets sets={sets} accounts={accounts} pack={pack} />
      {open !== null && (
        <AccountForm pack={pack} account={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
