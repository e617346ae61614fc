import fc from 'fast-check';
import { expect, it } from 'vitest';
import { postStatuses } from '../domain/post.ts';
import { abilities, abilitiesOf, abilityFor, rolesWith } from './permissions.ts';
import { roles } from './roles.ts';
import { mayMove, rolesForMove, statusAfterEdit } from './transitions.ts';

const anyRole = fc.constantFrom(...roles);
const anyStatus = fc.constantFrom(...postStatuses);

it('lets a lead do everything and a client nothing but speak', () => {
  expect(abilitiesOf('lead')).toEqual(abilities);
  expect(abilitiesOf('client')).toEqual([]);
  expect(abilityFor('comments.save')).toBeNull();
  expect(abilityFor('approvals.give')).toBeNull();
});

it('names the same roles from both sides', () => {
  fc.assert(
    fc.property(anyRole, fc.constantFrom(...abilities), (role, ability) => {
      expect(rolesWith(ability).includes(role)).toBe(abilitiesOf(role).includes(ability));
    }),
  );
});

it('counts a call that nobody named as work', () => {
  expect(abilityFor('posts.save')).toBe('write');
  expect(abilityFor('posts.markPublished')).toBe('publish');
  expect(abilityFor('plan.saveKit')).toBe('schedule');
  expect(abilityFor('team.saveMember')).toBe('team');
  expect(abilityFor('designs.save')).toBe('work');
});

it('never moves a post for a client, and every post for a lead and where there is no team', () => {
  fc.assert(
    fc.property(anyStatus, anyStatus, (from, to) => {
      expect(mayMove('client', from, to)).toBe(from === to);
      expect(mayMove('lead', from, to)).toBe(true);
      expect(mayMove(null, from, to)).toBe(true);
    }),
  );
});

it('lets writers take a post up to review and back, but neither approve it nor reopen a published one', () => {
  fc.assert(
    fc.property(anyStatus, anyStatus, (from, to) => {
      fc.pre(from !== to);
      const guarded = to === 'approved' || to === 'published' || from === 'published';
      expect(mayMove('creator', from, to)).toBe(!guarded);
      expect(rolesForMove(from, to)).toContain('channel-manager');
    }),
  );
});

it('sends an approved post back only when its content changed and approvals are asked for', () => {
  fc.assert(
    fc.property(anyStatus, fc.boolean(), fc.boolean(), (status, changed, required) => {
      const after = statusAfterEdit(status, changed, required);
      expect(after).toBe(status === 'approved' && changed && required ? 'review' : status);
    }),
  );
});
