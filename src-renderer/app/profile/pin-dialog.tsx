import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError } from '#shared/contract/failure.ts';
import type { Member } from '#shared/team/member.ts';
import styles from './profile.module.css';

/** Asks for somebody's PIN before their profile is taken. */
export function PinDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t, say } = useWords();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState('');
  const [asking, setAsking] = useState(false);
  const enter = async (): Promise<void> => {
    setAsking(true);
    try {
      await call('team.switch', { memberId: member.id, pin });
      onClose();
    } catch (error) {
      setProblem(say(asGalleyError(error).sentence));
      setPin('');
      setAsking(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('team.pin-ask', { name: member.name })} size={360}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (pin !== '') void enter();
        }}
      >
        <PasswordInput
          aria-label={t('team.pin')}
          data-autofocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('team.pin-show') }}
          maxLength={12}
          value={pin}
          error={problem}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button variant="default" size="xs" onClick={onClose}>
            {t('team.cancel')}
          </Button>
          <Button type="submit" size="xs" loading={asking} disabled={pin === ''}>
            {t('team.switch')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
