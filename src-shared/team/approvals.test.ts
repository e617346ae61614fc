import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Approval, lastWords, neededApprovals, ruleApplies, weighApprovals } from './approvals.ts';
import { roles } from './roles.ts';

const anyRole = fc.constantFrom(...roles);
const anyNeeds = fc.uniqueArray(fc.record({ role: anyRole, count: fc.integer({ min: 1, max: 3 }) }), {
  selector: ({ role }) => role,
});
const anyApproval = fc.record({
  memberId: fc.option(fc.constantFrom('m1', 'm2', 'm3', 'm4')),
  author: fc.constantFrom('Ann', 'Bo'),
  role: anyRole,
  decision: fc.constantFrom('approved' as const, 'changes' as const),
  at: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
  shown: fc.constantFrom('now', 'before'),
});
const whole = (parts: Omit<Approval, 'id' | 'postId' | 'note' | 'origin'>, index: number): Approval => ({
  ...parts,
  id: String(index).padStart(4, '0'),
  postId: 'p',
  note: '',
  origin: 'studio',
});
const anyApprovals = fc.array(anyApproval, { maxLength: 12 }).map((all) => all.map(whole));

it('is satisfied exactly when nothing is missing and nobody wants changes', () => {
  fc.assert(
    fc.property(anyNeeds, anyApprovals, (needs, approvals) => {
      const words = lastWords(approvals, 'now');
      const { missing, changesWanted, satisfied } = weighApprovals(needs, words);
      for (const { role, count } of needs) {
        const given = words.filter(
          (word) => word.role === role && word.current && word.decision === 'approved',
        );
        const short = missing.find((need) => need.role === role)?.count ?? 0;
        expect(short).toBe(Math.max(0, count - given.length));
      }
      expect(satisfied).toBe(missing.length === 0 && (needs.length === 0 || !changesWanted));
    }),
  );
});

it('counts each person once, by their last word', () => {
  fc.assert(
    fc.property(anyApprovals, (approvals) => {
      const words = lastWords(approvals, 'now');
      const people = words.map(({ memberId, role, author }) => memberId ?? `${role} ${author}`);
      expect(new Set(people).size).toBe(people.length);
      for (const word of words) {
        const own = approvals.filter((each) =>
          word.memberId === null
            ? each.memberId === null && each.role === word.role && each.author === word.author
            : each.memberId === word.memberId,
        );
        expect(own.every(({ at }) => at <= word.at)).toBe(true);
        expect(word.current).toBe(word.shown === 'now');
      }
    }),
  );
});

it('forgets what was said of another state of the post', () => {
  fc.assert(
    fc.property(anyNeeds, anyApprovals, (needs, approvals) => {
      fc.pre(needs.length > 0);
      expect(weighApprovals(needs, lastWords(approvals, 'changed')).satisfied).toBe(false);
    }),
  );
});

it('asks by account and campaign, and takes the most of each role', () => {
  const target = (accountId: string | null) => ({ accountId }) as never;
  const post = { campaign: 'Spring', targets: [target(null), target('a')] };
  expect(ruleApplies({ accountIds: [], campaigns: [] }, post)).toBe(true);
  expect(ruleApplies({ accountIds: ['a'], campaigns: ['Spring'] }, post)).toBe(true);
  expect(ruleApplies({ accountIds: ['b'], campaigns: [] }, post)).toBe(false);
  expect(ruleApplies({ accountIds: [], campaigns: ['Autumn'] }, post)).toBe(false);
  const rule = (role: 'lead' | 'client', count: number, leadHours: number) => ({
    accountIds: [],
    campaigns: [],
    needs: [{ role, count }],
    leadHours,
  });
  expect(neededApprovals([rule('client', 1, 0), rule('lead', 1, 24), rule('client', 2, 4)], post)).toEqual({
    needs: [
      { role: 'lead', count: 1 },
      { role: 'client', count: 2 },
    ],
    leadHours: 24,
  });
});
