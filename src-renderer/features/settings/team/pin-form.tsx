import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type Member, pinSchema } from '#shared/team/member.ts';
import records from '../records.module.css';
import settings from '../settings.module.css';

/** Sets, changes or takes away somebody's PIN. */
export function PinForm({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useWords();
  const [pin, setPin] = useState('');
  const set = (next: string | null): void => {
    call('team.setPin', { memberId: member.id, pin: next }).then(() => {
      notify(next === null ? t('team.pin-taken') : t('team.pin-set'));
      onClose();
    }, notifyFailure);
  };
  const sound = pinSchema.safeParse(pin).success;
  return (
    <Modal opened onClose={onClose} title={t('team.pin-of', { name: member.name })} size={420}>
      <form
        className={records.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (sound) set(pin);
        }}
      >
        <p className={settings.lead}>{t('team.pin-honest')}</p>
        <PasswordInput
          label={t('team.pin-new')}
          description={t('team.pin-rule')}
          data-autofocus
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('team.pin-show') }}
          maxLength={12}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <div className={records.buttons}>
          {member.hasPin && (
            <Button variant="subtle" color="gray" size="xs" mr="auto" onClick={() => set(null)}>
              {t('team.pin-take')}
            </Button>
          )}
          <Button variant="default" size="xs" onClick={onClose}>
            {t('team.cancel')}
          </Button>
          <Button type="submit" size="xs" disabled={!sound}>
            {t('team.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
