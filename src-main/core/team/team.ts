import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { Member } from '#shared/team/member.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { MemberChoiceStore, RecordContext } from '#main/ports/workspace.ts';

/** What the use cases of the team work with. */
export interface TeamContext extends RecordContext {
  readonly choice: MemberChoiceStore;
  /** Nobody chosen is no obstacle: the command line, where whoever has the folder may do everything. */
  readonly trusted: boolean;
}

export function memberOf(item: KitItem, hasPin: boolean): Member {
  const body = item.body as Pick<Member, 'role' | 'hue' | 'active'>;
  return { ...body, id: item.id, revision: item.revision, name: item.name, hasPin };
}

/** Everybody of the team, by name, also those who left. */
export function membersOf(repositories: Repositories): Member[] {
  const items = repositories.kit.list('member', false);
  if (items.length === 0) return [];
  const pins = new Set(repositories.memberPins.members());
  return items.map((item) => memberOf(item, pins.has(item.id)));
}

/** Somebody of the team, or `not-found`. */
export function requireMember(repositories: Repositories, id: string): Member {
  const found = membersOf(repositories).find((member) => member.id === id);
  if (found) return found;
  throw new GalleyError('not-found', {
    en: 'This person is no longer part of the team. Reload the list.',
    zh: '团队中已没有此成员。请重新载入列表。',
  });
}

/** Who works here, who there is, and whether somebody has to say who they are first. */
export function currentTeam({ holder, choice, trusted }: TeamContext): CallOutput<'team.current'> {
  const { repositories } = holder.current();
  const members = membersOf(repositories);
  if (members.length === 0) return { member: null, members, locked: false };
  const chosen = choice.read(repositories.record.read().id);
  const member = members.find(({ id, active }) => id === chosen && active) ?? null;
  const active = members.some((each) => each.active);
  return { member, members, locked: !trusted && active && member === null };
}
