import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { savePlanKit, trashPlanKit } from '../plan/save-kept.ts';
import { checkPin, hashPin } from './pins.ts';
import { currentTeam, memberOf, membersOf, requireMember, type TeamContext } from './team.ts';

function announce({ events }: TeamContext, id: string): void {
  events.emit('records.changed', { kind: 'member', ids: [id] });
}

/** A team that has a lead keeps one, so that somebody can change it. */
function keepALead(context: TeamContext, id: string): void {
  const { repositories } = context.holder.current();
  const leads = membersOf(repositories).filter(({ role, active }) => role === 'lead' && active);
  const others = membersOf(repositories).filter((member) => member.active && member.id !== id);
  if (others.length === 0 || leads.length === 0 || leads.some((lead) => lead.id !== id)) return;
  throw new GalleyError('conflict', {
    en: 'This is the only lead. Make somebody else lead first.',
    zh: '这是唯一的负责人。请先让其他人担任负责人。',
  });
}

/** Names tell people apart on cards and in mentions. */
function refuseSameName(context: TeamContext, name: string, id: string | undefined): void {
  const known = membersOf(context.holder.current().repositories);
  if (!known.some((member) => member.name === name && member.id !== id)) return;
  throw new GalleyError('invalid-input', {
    en: `There is already somebody named “${name}”. Add a letter or a surname.`,
    zh: `已有名为“${name}”的成员。请加上姓氏或其他区分。`,
  });
}

export function saveMember(
  context: TeamContext,
  input: ParsedInput<'team.saveMember'>,
): CallOutput<'team.saveMember'> {
  const { repositories } = context.holder.current();
  refuseSameName(context, input.name, input.id);
  if (input.id !== undefined && (input.body.role !== 'lead' || !input.body.active))
    keepALead(context, input.id);
  const first = membersOf(repositories).length === 0;
  const { item, step } = savePlanKit(context, { ...input, kind: 'member' });
  if (first) context.choice.write(repositories.record.read().id, item.id);
  announce(context, item.id);
  return { member: memberOf(item, repositories.memberPins.get(item.id) !== null), step };
}

export function removeMember(
  context: TeamContext,
  { id }: ParsedInput<'team.removeMember'>,
): CallOutput<'team.removeMember'> {
  requireMember(context.holder.current().repositories, id);
  keepALead(context, id);
  const step = trashPlanKit(context, { ids: [id], trashed: true });
  announce(context, id);
  return step;
}

/** Takes a profile on this machine. */
export function switchMember(
  context: TeamContext,
  { memberId, pin = '' }: ParsedInput<'team.switch'>,
): CallOutput<'team.switch'> {
  const { repositories } = context.holder.current();
  if (memberId !== null) {
    const member = requireMember(repositories, memberId);
    if (!member.active) {
      throw new GalleyError('conflict', {
        en: `${member.name} has left the team. A lead can make them active again.`,
        zh: `${member.name}已离开团队。负责人可以重新启用该成员。`,
      });
    }
    checkPin(repositories, memberId, pin, context.clock.now());
  }
  context.choice.write(repositories.record.read().id, memberId);
  context.events.emit('records.changed', { kind: 'member', ids: memberId === null ? [] : [memberId] });
  return currentTeam(context);
}

/** Sets or takes away a PIN: one's own, or anybody's for a lead. */
export function setPin(
  context: TeamContext,
  { memberId, pin }: ParsedInput<'team.setPin'>,
): CallOutput<'team.setPin'> {
  const { repositories } = context.holder.current();
  const { member, members, locked } = currentTeam(context);
  requireMember(repositories, memberId);
  const led = members.some(({ role, active }) => role === 'lead' && active);
  if (locked || (led && member !== null && member.role !== 'lead' && member.id !== memberId)) {
    throw new GalleyError('conflict', {
      en: 'A PIN is set by the person themselves or by a lead. Switch to that profile first.',
      zh: 'PIN 只能由本人或负责人设置。请先切换到相应的成员。',
    });
  }
  repositories.memberPins.write(memberId, pin === null ? null : hashPin(pin));
  announce(context, memberId);
  return {};
}
