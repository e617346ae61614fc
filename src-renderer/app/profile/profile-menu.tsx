import { Menu } from '@mantine/core';
import { IconLock, IconLogout, IconUserQuestion, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { Avatar } from '#renderer/ui/comments/avatar.tsx';
import { useRoleWords, useTeam } from '#renderer/ui/comments/use-team.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Member } from '#shared/team/member.ts';
import { PinDialog } from './pin-dialog.tsx';
import styles from './profile.module.css';

const icon = { size: 16, stroke: 1.5 };

/** Who works here, and everybody that can take over; nothing where there is no team. */
export function ProfileMenu() {
  const { t } = useWords();
  const roles = useRoleWords();
  const [, navigate] = useLocation();
  const { member, members, locked } = useTeam();
  const [asking, setAsking] = useState<Member | null>(null);
  const active = members.filter((each) => each.active);
  if (active.length === 0) return null;
  const take = (memberId: string | null): void => void call('team.switch', { memberId }).catch(notifyFailure);
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <button
            type="button"
            className={styles.target}
            data-locked={locked}
            aria-label={member ? t('team.profile-of', { name: member.name }) : t('team.who-are-you')}
          >
            {member ? (
              <Avatar name={member.name} hue={member.hue} size={26} />
            ) : (
              <IconUserQuestion size={20} stroke={1.5} aria-hidden />
            )}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{member ? t('team.switch-to') : t('team.who-are-you')}</Menu.Label>
          {active.map((each) => (
            <Menu.Item
              key={each.id}
              leftSection={<Avatar name={each.name} hue={each.hue} size={24} />}
              rightSection={
                each.hasPin && each.id !== member?.id ? <IconLock size={14} stroke={1.5} /> : null
              }
              aria-current={each.id === member?.id}
              className={styles.person ?? ''}
              onClick={() => {
                if (each.id === member?.id) return;
                if (each.hasPin) setAsking(each);
                else take(each.id);
              }}
            >
              <span className={styles.name}>{each.name}</span>
              <span className={styles.role}>{roles[each.role]}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconUsers {...icon} />} onClick={() => navigate('/settings/team')}>
            {t('team.manage')}
          </Menu.Item>
          {member && (
            <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => take(null)}>
              {t('team.leave')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && <PinDialog member={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
