import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useRoleWords } from '#renderer/ui/comments/use-team.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import { RuleForm } from './rule-form.tsx';
import settings from '../settings.module.css';
import styles from './team.module.css';

const icon = { size: 14, stroke: 1.5 };

/** Approvals that posts need before they count as approved. */
export function RulesSection() {
  const { t, locale } = useWords();
  const words = useRoleWords();
  const rules = useKit('approval-rule') ?? [];
  const accounts = useKit('account') ?? [];
  const [open, setOpen] = useState<KitItem<'approval-rule'> | 'new' | null>(null);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const about = ({ body }: KitItem<'approval-rule'>): string => {
    const named = accounts.filter(({ id }) => body.accountIds.includes(id)).map(({ name }) => name);
    const where = [...named, ...body.campaigns];
    return [
      list.format(body.needs.map(({ role, count }) => `${count} × ${words[role]}`)),
      where.length === 0 ? t('team.rule-every') : list.format(where),
      ...(body.leadHours > 0 ? [t('team.rule-before', { hours: body.leadHours })] : []),
    ].join(' · ');
  };
  const trash = (rule: KitItem<'approval-rule'>): void => {
    call('plan.trashKit', { ids: [rule.id], trashed: true }).then(
      () =>
        notifyUndo(t('team.rule-trashed', { name: rule.name }), async () => {
          await call('plan.undo', {});
        }),
      notifyFailure,
    );
  };
  return (
    <section className={styles.section} aria-label={t('team.rules')}>
      <header className={styles.sectionHead}>
        <h3 className={styles.heading}>{t('team.rules')}</h3>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus {...icon} />}
          onClick={() => setOpen('new')}
        >
          {t('team.rule-add')}
        </Button>
      </header>
      <p className={settings.lead}>{t('team.rules-lead')}</p>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.name}>{rule.name}</span>
              <span className={styles.dim}>{about(rule)}</span>
            </span>
            <Tooltip label={t('team.rule-edit', { name: rule.name })}>
              <ActionIcon aria-label={t('team.rule-edit', { name: rule.name })} onClick={() => setOpen(rule)}>
                <IconPencil {...icon} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('team.rule-trash', { name: rule.name })}>
              <ActionIcon aria-label={t('team.rule-trash', { name: rule.name })} onClick={() => trash(rule)}>
                <IconTrash {...icon} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
      {open !== null && <RuleForm rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}
