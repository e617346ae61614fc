import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Role } from '#shared/team/roles.ts';

type Team = CallOutput<'team.current'>;

const nobody: Team = { member: null, members: [], locked: false };

/** Who works here and who else there is; nobody until it is known. */
export function useTeam(): Team {
  const { data } = useCall('team.current', {}, ['records.changed', 'workspace.changed'], {
    concerns: (event) => !('kind' in event) || event.kind === 'member' || event.kind === 'kit',
  });
  return data ?? nobody;
}

/** What roles are called in this window. */
export function useRoleWords(): Record<Role, string> {
  const { t } = useWords();
  return {
    lead: t('team.role-lead'),
    creator: t('team.role-creator'),
    'channel-manager': t('team.role-channel-manager'),
    analyst: t('team.role-analyst'),
    'community-manager': t('team.role-community-manager'),
    client: t('team.role-client'),
  };
}

/** A moment in this window's language, to the minute: "24 Nov, 09:30". */
export function useMoment(): (iso: string) => string {
  const { locale } = useWords();
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (iso) => format.format(new Date(iso));
}
