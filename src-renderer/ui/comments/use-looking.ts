import type { Member } from '#shared/team/member.ts';
import { abilitiesOf } from '#shared/team/permissions.ts';
import { useTeam } from './use-team.ts';

/** Whether whoever works here may only look at posts and speak about them; `member` is null while nobody said who they are. */
export function useLooking(): { looking: boolean; member: Member | null } {
  const { member, locked } = useTeam();
  return { looking: locked || (member !== null && !abilitiesOf(member.role).includes('write')), member };
}
