import { Button, ColorInput, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import records from '../records.module.css';

type Account = KitBody<'account'>;
const anyLanguage = '*';
const hexColour = /^#[0-9a-f]{6}$/;

/** Makes or changes an account. */
export function AccountForm({
  pack,
  account,
  onClose,
}: {
  pack: RulePack;
  /** Null for a new one. */
  account: KitItem<'account'> | null;
  onClose(): void;
}) {
  const { t, say } = useWords();
  const [name, setName] = useState(account?.name ?? '');
  const [body, setBody] = useState<Account>(
    account?.body ?? { platform: 'xiaohongshu', handle: '', language: null, hue: null, note: '' },
  );
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<Account>): void => setBody((before) => ({ ...before, ...part }));
  const isSound = name.trim() !== '' && (body.hue === null || hexColour.test(body.hue));
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const at = account ? { id: account.id, revision: account.revision } : {};
      const saved = await call('kit.save', { kind: 'account', name: name.trim(), body, ...at });
      notifyUndo(t('accounts.saved', { name: saved.name }), async () => {
        if (account)
          await call('kit.save', { kind: 'account', id: account.id, name: account.name, body: account.body });
        else await call('kit.trash', { ids: [saved.id], trashed: true });
      });
      onClose();
    } catch (error) {
      setSaving(false);
      notifyFailure(error);
    }
  };
  const platforms = pack.platforms.filter(({ id, retired }) => retired !== true || id === body.platform);
  return (
    <Modal
      opened
      onClose={onClose}
      title={account ? t('accounts.edit', { name: account.name }) : t('accounts.new')}
      size={520}
    >
      <form
        className={records.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isSound) void save();
        }}
      >
        <TextInput
          label={t('accounts.name')}
          placeholder={t('accounts.name-hint')}
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={records.columns}>
          <Select
            label={t('accounts.platform')}
            searchable
            data={platforms.map((platform) => ({ value: platform.id, label: say(platform.name) }))}
            value={body.platform}
            leftSection={<PlatformBadge format={body.platform} size={13} />}
            onChange={(platform) => platform !== null && change({ platform })}
          />
          <TextInput
            label={t('accounts.handle')}
            placeholder="@"
            maxLength={200}
            value={body.handle}
            onChange={(event) => change({ handle: event.currentTarget.value })}
          />
          <Select
            label={t('accounts.language')}
            data={[
              { value: anyLanguage, label: t('accounts.any-language') },
              { value: 'zh', label: t('accounts.chinese') },
              { value: 'en', label: t('accounts.english') },
            ]}
            value={body.language ?? anyLanguage}
            onChange={(language) =>
              change({ language: language === 'zh' || language === 'en' ? language : null })
            }
          />
          <ColorInput
            label={t('accounts.hue')}
            size="xs"
            format="hex"
            placeholder={t('accounts.hue-hint')}
            value={body.hue ?? ''}
            eyeDropperButtonProps={{ 'aria-label': t('accounts.eyedropper') }}
            onChange={(hue) => change({ hue: hue === '' ? null : hue.toLowerCase() })}
          />
        </div>
        <Textarea
          label={t('accounts.note')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={body.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <div className={records.buttons}>
          <Button variant="default" size="xs" onClick={onClose}>
            {t('accounts.cancel')}
          </Button>
          <Button type="submit" size="xs" loading={saving} disabled={!isSound}>
            {t('accounts.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
