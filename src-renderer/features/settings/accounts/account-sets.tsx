import { ActionIcon, Button, Modal, MultiSelect, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { partsOfKey, targetKey } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { trashKept } from '../rules/change-rules.ts';
import records from '../records.module.css';
import styles from './accounts.module.css';

const icon = { size: 14, stroke: 1.5 };
type AccountSet = KitItem<'account-set'>;

/** `targetKey`s of everything that can be a target, grouped by platform: each account, and without an account. */
function choicesOf(
  pack: RulePack,
  accounts: readonly KitItem<'account'>[],
  { say }: Pick<ReturnType<typeof useWords>, 'say'>,
): { group: string; items: { value: string; label: string }[] }[] {
  return offeredPlatforms(pack)
    .map((platform) => {
      const mine = accounts.filter(({ body }) => body.platform === platform.id);
      const items = platform.formats.flatMap((format) => {
        const name = `${platform.id}/${format.id}`;
        const plain = {
          value: targetKey({ format: name, accountId: null }),
          label: `${say(platform.name)} · ${say(format.name)}`,
        };
        return [
          ...mine.map((account) => ({
            value: targetKey({ format: name, accountId: account.id }),
            label: `${account.name} · ${say(format.name)}`,
          })),
          plain,
        ];
      });
      return { group: say(platform.name), items };
    })
    .toSorted((one, other) => other.items.length - one.items.length);
}

function SetForm({
  set,
  accounts,
  pack,
  onClose,
}: {
  set: AccountSet | null;
  accounts: readonly KitItem<'account'>[];
  pack: RulePack;
  onClose(): void;
}) {
  const words = useWords();
  const { t } = words;
  const [name, setName] = useState(set?.name ?? '');
  const [keys, setKeys] = useState(() => set?.body.targets.map((target) => targetKey(target)) ?? []);
  const save = async (): Promise<void> => {
    try {
      const at = set ? { id: set.id, revision: set.revision } : {};
      const body = { targets: keys.map((key) => partsOfKey(key)) };
      const saved = await call('kit.save', { kind: 'account-set', name: name.trim(), body, ...at });
      notifyUndo(t('accounts.saved', { name: saved.name }), async () => {
        if (set) await call('kit.save', { kind: 'account-set', id: set.id, name: set.name, body: set.body });
        else await call('kit.trash', { ids: [saved.id], trashed: true });
      });
      onClose();
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={set ? t('accounts.edit', { name: set.name }) : t('accounts.new-set')}
      size={560}
    >
      <form
        className={records.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t('accounts.name')}
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('accounts.targets')}
          size="xs"
          searchable
          hidePickedOptions
          maxValues={100}
          maxDropdownHeight={260}
          placeholder={keys.length === 0 ? t('accounts.targets-hint') : ''}
          data={choicesOf(pack, accounts, words)}
          value={keys}
          onChange={setKeys}
        />
        <div className={records.buttons}>
          <Button variant="default" size="xs" onClick={onClose}>
            {t('accounts.cancel')}
          </Button>
          <Button type="submit" size="xs" disabled={name.trim() === '' || keys.length === 0}>
            {t('accounts.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Targets that are chosen together: “all Chinese channels”, “launch day”. */
export function AccountSets({
  sets,
  accounts,
  pack,
}: {
  sets: readonly AccountSet[];
  accounts: readonly KitItem<'account'>[];
  pack: RulePack;
}) {
  const { t, say } = useWords();
  const nameOf = (format: string): string => {
    const platform = pack.platforms.find(({ id }) => id === format.split('/')[0]);
    return platform ? say(platform.name) : format;
  };
  const [open, setOpen] = useState<AccountSet | 'new' | null>(null);
  return (
    <section aria-labelledby="account-sets" className={styles.sets}>
      <header className={styles.setsHead}>
        <h3 id="account-sets" className={styles.heading}>
          {t('accounts.sets')}
        </h3>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus {...icon} />}
          onClick={() => setOpen('new')}
        >
          {t('accounts.new-set')}
        </Button>
      </header>
      <p className={styles.dim}>{t('accounts.sets-lead')}</p>
      {sets.length > 0 && (
        <ul className={styles.setList} aria-label={t('accounts.sets')}>
          {sets.map((set) => (
            <li key={set.id} className={styles.set}>
              <span className={styles.name}>{set.name}</span>
              <span className={styles.badges}>
                {set.body.targets.map((target) => {
                  const account = accounts.find(({ id }) => id === target.accountId);
                  return (
                    <span key={targetKey(target)} className={styles.target}>
                      <PlatformBadge format={target.format} size={14} />
                      {account?.name ?? (target.accountId === null ? nameOf(target.format) : '')}
                      {target.accountId !== null && !account && (
                        <span className={styles.problem}>{t('accounts.gone')}</span>
                      )}
                    </span>
                  );
                })}
              </span>
              <span className={styles.setActions}>
                <Tooltip label={t('accounts.edit', { name: set.name })}>
                  <ActionIcon
                    aria-label={t('accounts.edit', { name: set.name })}
                    onClick={() => setOpen(set)}
                  >
                    <IconPencil {...icon} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('accounts.trash', { name: set.name })}>
                  <ActionIcon
                    aria-label={t('accounts.trash', { name: set.name })}
                    onClick={() =>
                      trashKept([set], t('accounts.trashed', { name: set.name })).catch(notifyFailure)
                    }
                  >
                    <IconTrash {...icon} />
                  </ActionIcon>
                </Tooltip>
              </span>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <SetForm
          set={open === 'new' ? null : open}
          accounts={accounts}
          pack={pack}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
