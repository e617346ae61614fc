import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import {
  IconDownload,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { AuditList } from '#renderer/ui/comments/audit-list.tsx';
import { useDeed } from '#renderer/ui/comments/audit-words.ts';
import { Avatar } from '#renderer/ui/comments/avatar.tsx';
import { saveAudit } from '#renderer/ui/comments/save-audit.ts';
import { useRoleWords, useTeam } from '#renderer/ui/comments/use-team.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Member } from '#shared/team/member.ts';
import { MemberForm } from './member-form.tsx';
import { PinForm } from './pin-form.tsx';
import { RulesSection } from './rules-section.tsx';
import records from '../records.module.css';
import settings from '../settings.module.css';
import styles from './team.module.css';

const icon = { size: 14, stroke: 1.5 };
const everybody = '*';

function MemberRow({
  member,
  here,
  onEdit,
  onPin,
}: {
  member: Member;
  /** Works on this machine now. */
  here: boolean;
  onEdit(): void;
  onPin(): void;
}) {
  const { t } = useWords();
  const words = useRoleWords();
  const { id, name, role, hue, active, revision } = member;
  const undo = async (): Promise<void> => {
    await call('plan.undo', {});
  };
  const setActive = (): void => {
    call('team.saveMember', { id, revision, name, body: { role, hue, active: !active } }).catch(
      notifyFailure,
    );
  };
  const remove = (): void => {
    call('team.removeMember', { id }).then(
      () => notifyUndo(t('team.member-removed', { name }), undo),
      notifyFailure,
    );
  };
  const pinWord = member.hasPin ? t('team.pin-change', { name }) : t('team.pin-give', { name });
  return (
    <tr data-active={active}>
      <th scope="row">
        <span className={styles.who}>
          <Avatar name={name} hue={hue} size={26} />
          <span className={styles.name}>{name}</span>
          {here && <span className={styles.here}>{t('team.here')}</span>}
        </span>
      </th>
      <td>{words[role]}</td>
      <td>
        <button type="button" className={styles.plain} aria-pressed={active} onClick={setActive}>
          {active ? t('team.active') : t('team.left')}
        </button>
      </td>
      <td className={records.actions}>
        <Tooltip label={pinWord}>
          <ActionIcon aria-label={pinWord} onClick={onPin}>
            {member.hasPin ? <IconLock {...icon} /> : <IconLockOpen {...icon} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('team.member-edit', { name })}>
          <ActionIcon aria-label={t('team.member-edit', { name })} onClick={onEdit}>
            <IconPencil {...icon} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('team.member-remove', { name })}>
          <ActionIcon aria-label={t('team.member-remove', { name })} onClick={remove}>
            <IconTrash {...icon} />
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  );
}

/** Who works here in which role, what must be approved, and who did what. */
export function TeamPage() {
  const { t } = useWords();
  const { member, members } = useTeam();
  const [open, setOpen] = useState<Member | 'new' | null>(null);
  const [pinOf, setPinOf] = useState<Member | null>(null);
  const deed = useDeed();
  const [who, setWho] = useState(everybody);
  const add = (
    <Button size="xs" leftSection={<IconPlus {...icon} />} onClick={() => setOpen('new')}>
      {t('team.member-add')}
    </Button>
  );
  const saveTrail = (): Promise<void> =>
    saveAudit(who === everybody ? undefined : who, {
      name: `${t('team.audit-file')}.csv`,
      head: [
        t('team.column-when'),
        t('team.column-who'),
        t('team.column-what'),
        t('team.column-title'),
        t('team.column-kind'),
        t('team.column-id'),
      ],
      me: t('team.me'),
      deed,
    });
  return (
    <div className={styles.page}>
      <p className={settings.lead}>{t('team.lead')}</p>
      {members.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('team.none-title')} body={t('team.none-body')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <div className={records.tools}>{add}</div>
          <table className={records.table} aria-label={t('team.members')}>
            <thead>
              <tr>
                <th scope="col">{t('team.name')}</th>
                <th scope="col">{t('team.role')}</th>
                <th scope="col">{t('team.state')}</th>
                <th scope="col" aria-label={t('team.actions')} />
              </tr>
            </thead>
            <tbody>
              {members.map((each) => (
                <MemberRow
                  key={each.id}
                  member={each}
                  here={each.id === member?.id}
                  onEdit={() => setOpen(each)}
                  onPin={() => setPinOf(each)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      <RulesSection />
      <section className={styles.section} aria-label={t('team.audit')}>
        <header className={styles.sectionHead}>
          <h3 className={`${styles.heading} ${styles.grow}`}>{t('team.audit')}</h3>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload {...icon} />}
            onClick={() => void saveTrail().catch(notifyFailure)}
          >
            {t('team.audit-save')}
          </Button>
          {members.length > 0 && (
            <Select
              size="xs"
              aria-label={t('team.audit-of')}
              data={[
                { value: everybody, label: t('team.everybody') },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={who}
              onChange={(value) => setWho(value ?? everybody)}
            />
          )}
        </header>
        <AuditList key={who} titled {...(who === everybody ? {} : { memberId: who })} />
      </section>
      {open !== null && (
        <MemberForm
          member={open === 'new' ? null : open}
          count={members.length}
          onClose={() => setOpen(null)}
        />
      )}
      {pinOf && <PinForm member={pinOf} onClose={() => setPinOf(null)} />}
    </div>
  );
}
