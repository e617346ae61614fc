import type { Role } from './roles.ts';

/**
 * What changes in a workspace: words and fields of posts; times, campaigns and everything else of the plan; records
 * of publishing; members and approval rules; and all other work (designs, clips, library, kit).
 */
export const abilities = ['write', 'schedule', 'publish', 'team', 'work'] as const;
export type Ability = (typeof abilities)[number];

const byRole: Record<Role, readonly Ability[]> = {
  lead: abilities,
  creator: ['write', 'schedule', 'work'],
  'channel-manager': ['write', 'schedule', 'publish', 'work'],
  analyst: ['work'],
  'community-manager': ['write', 'work'],
  client: [],
};

/** Everybody may comment, approve and tick off tasks; that needs no ability. */
export function abilitiesOf(role: Role): readonly Ability[] {
  return byRole[role];
}

/** Roles that have an ability, the lead first. */
export function rolesWith(ability: Ability): Role[] {
  return (Object.keys(byRole) as Role[]).filter((role) => byRole[role].includes(ability));
}

/** Beginnings of names of calls and what they need, the first that fits decides; null: open to everybody. */
const needs: readonly (readonly [string, Ability | null])[] = [
  ['posts.markPublished', 'publish'],
  ['posts.schedule', 'schedule'],
  ['posts.', 'write'],
  ['plan.change', 'write'],
  ['plan.undo', 'write'],
  ['plan.redo', 'write'],
  ['plan.', 'schedule'],
  ['planfile.import', 'schedule'],
  ['series.', 'schedule'],
  ['evergreen.', 'schedule'],
  ['shift.', 'schedule'],
  ['timing.', 'schedule'],
  ['dates.', 'schedule'],
  ['team.switch', null],
  ['team.setPin', null],
  ['team.', 'team'],
  ['tasks.done', null],
  ['comments.', null],
  ['approvals.', null],
  ['reminders.', null],
  ['settings.', null],
  ['system.', null],
  ['jobs.', null],
  ['workspace.', null],
];

/** What a command or job needs by its name; a call that nobody named is other work. */
export function abilityFor(call: string): Ability | null {
  const found = needs.find(([beginning]) => call.startsWith(beginning));
  return found ? found[1] : 'work';
}
