import { Button, ColorInput, Modal, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useRoleWords } from '#renderer/ui/comments/use-team.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Member } from '#shared/team/member.ts';
import { type Role, roles } from '#shared/team/roles.ts';
import records from '../records.module.css';
import styles from './team.module.css';

const hexColour = /^#[0-9a-f]{6}$/;

/** Colours that are told apart beside each other, offered in turn to new members. */
const hues = [
  '#2f6fb3',
  '#b3592f',
  '#2c7a52',
  '#8a4fb0',
  '#b03a6b',
  '#7a6a1f',
  '#3b7f8c',
  '#5f5fb8',
] as const;

/** Makes or changes somebody of the team. */
export function MemberForm({
  member,
  count,
  onClose,
}: {
  /** null for a new one. */
  member: Member | null;
  /** How many there are. */
  count: number;
  onClose(): void;
}) {
  const { t } = useWords();
  const words = useRoleWords();
  const [name, setName] = useState(member?.name ?? '');
  const [role, setRole] = useState<Role>(member?.role ?? (count === 0 ? 'lead' : 'creator'));
  const [hue, setHue] = useState<string>(member ? (member.hue ?? '') : (hues[count % hues.length] ?? ''));
  const [saving, setSaving] = useState(false);
  const about: Record<Role, string> = {
    lead: t('team.about-lead'),
    creator: t('team.about-creator'),
    'channel-manager': t('team.about-channel-manager'),
    analyst: t('team.about-analyst'),
    'community-manager': t('team.about-community-manager'),
    client: t('team.about-client'),
  };
  const sound = name.trim() !== '' && (hue === '' || hexColour.test(hue));
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const body = { role, hue: hue === '' ? null : hue, active: member?.active ?? true };
      const at = member ? { id: member.id, revision: member.revision } : {};
      await call('team.saveMember', { name: name.trim(), body, ...at });
      notifyUndo(t('team.member-saved', { name: name.trim() }), async () => {
        await call('plan.undo', {});
      });
      onClose();
    } catch (error) {
      setSaving(false);
      notifyFailure(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={member ? t('team.member-edit', { name: member.name }) : t('team.member-new')}
      size={520}
    >
      <form
        className={records.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (sound) void save();
        }}
      >
        <div className={records.columns}>
          <TextInput
            label={t('team.name')}
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ColorInput
            label={t('team.hue')}
            size="xs"
            format="hex"
            swatches={[...hues]}
            swatchesPerRow={8}
            value={hue}
            eyeDropperButtonProps={{ 'aria-label': t('team.eyedropper') }}
            onChange={(value) => setHue(value.toLowerCase())}
          />
        </div>
        <Radio.Group
          label={t('team.role')}
          value={role}
          onChange={(value) => setRole(roles.find((each) => each === value) ?? role)}
        >
          <div className={styles.roles}>
            {roles.map((each) => (
              <Radio key={each} size="xs" value={each} label={words[each]} description={about[each]} />
            ))}
          </div>
        </Radio.Group>
        <div className={records.buttons}>
          <Button variant="default" size="xs" onClick={onClose}>
            {t('team.cancel')}
          </Button>
          <Button type="submit" size="xs" loading={saving} disabled={!sound}>
            {t('team.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
