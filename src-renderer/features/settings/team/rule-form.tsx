import { ActionIcon, Button, Modal, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useRoleWords } from '#renderer/ui/comments/use-team.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import type { Need } from '#shared/team/approvals.ts';
import { roles } from '#shared/team/roles.ts';
import records from '../records.module.css';
import styles from './team.module.css';

const whole = (value: string | number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(Number(value) || least)));

/** Who must agree to which posts, and how long before their time. */
export function RuleForm({ rule, onClose }: { rule: KitItem<'approval-rule'> | null; onClose(): void }) {
  const { t } = useWords();
  const words = useRoleWords();
  const accounts = useKit('account') ?? [];
  const campaigns = useKit('campaign') ?? [];
  const [name, setName] = useState(rule?.name ?? '');
  const [accountIds, setAccounts] = useState(rule?.body.accountIds ?? []);
  const [names, setNames] = useState(rule?.body.campaigns ?? []);
  const [needs, setNeeds] = useState<Need[]>(rule?.body.needs ?? [{ role: 'lead', count: 1 }]);
  const [leadHours, setHours] = useState(rule?.body.leadHours ?? 24);
  const change = (index: number, part: Partial<Need>): void =>
    setNeeds(needs.map((need, at) => (at === index ? { ...need, ...part } : need)));
  const free = roles.filter((role) => !needs.some((need) => need.role === role));
  const save = async (): Promise<void> => {
    try {
      await call('plan.saveKit', {
        kind: 'approval-rule',
        name: name.trim(),
        body: { accountIds, campaigns: names, needs, leadHours },
        ...(rule ? { id: rule.id, revision: rule.revision } : {}),
      });
      notifyUndo(t('team.rule-saved', { name: name.trim() }), async () => {
        await call('plan.undo', {});
      });
      onClose();
    } catch (error) {
      notifyFailure(error);
    }
  };
  const known = [...new Set([...campaigns.map((campaign) => campaign.name), ...names])];
  const [first] = free;
  return (
    <Modal
      opened
      onClose={onClose}
      title={rule ? t('team.rule-edit', { name: rule.name }) : t('team.rule-new')}
      size={560}
    >
      <form
        className={records.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && needs.length > 0) void save();
        }}
      >
        <TextInput
          label={t('team.rule-name')}
          placeholder={t('team.rule-name-hint')}
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <fieldset className={styles.needs}>
          <legend>{t('team.rule-needs')}</legend>
          {needs.map((need, index) => (
            <div key={need.role} className={styles.need}>
              <NumberInput
                size="xs"
                w={72}
                aria-label={t('team.rule-count')}
                min={1}
                max={9}
                value={need.count}
                onChange={(count) => change(index, { count: whole(count, 1, 9) })}
              />
              <Select
                size="xs"
                className={styles.grow ?? ''}
                aria-label={t('team.role')}
                data={[need.role, ...free].map((role) => ({ value: role, label: words[role] }))}
                value={need.role}
                onChange={(value) => {
                  const role = roles.find((each) => each === value);
                  if (role) change(index, { role });
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={needs.length === 1}
                aria-label={t('team.rule-less', { role: words[need.role] })}
                onClick={() => setNeeds(needs.filter((each) => each !== need))}
              >
                <IconX size={15} stroke={1.5} />
              </ActionIcon>
            </div>
          ))}
          {first && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconPlus size={14} stroke={1.5} />}
              onClick={() => setNeeds([...needs, { role: first, count: 1 }])}
            >
              {t('team.rule-more')}
            </Button>
          )}
        </fieldset>
        <div className={records.columns}>
          <MultiSelect
            size="xs"
            label={t('team.rule-accounts')}
            placeholder={accountIds.length === 0 ? t('team.rule-all') : ''}
            data={accounts.map((account) => ({ value: account.id, label: account.name }))}
            value={accountIds}
            onChange={setAccounts}
          />
          <MultiSelect
            size="xs"
            label={t('team.rule-campaigns')}
            placeholder={names.length === 0 ? t('team.rule-all') : ''}
            data={known}
            value={names}
            onChange={setNames}
          />
        </div>
        <NumberInput
          label={t('team.rule-lead')}
          description={t('team.rule-lead-hint')}
          w={320}
          min={0}
          max={720}
          value={leadHours}
          onChange={(hours) => setHours(whole(hours, 0, 720))}
        />
        <div className={records.buttons}>
          <Button variant="default" size="xs" onClick={onClose}>
            {t('team.cancel')}
          </Button>
          <Button type="submit" size="xs" disabled={name.trim() === ''}>
            {t('team.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
