import type { Bilingual } from '../contract/failure.ts';
import type { Role } from './roles.ts';

/** What roles are called in sentences. */
export const roleWords: Record<Role, Bilingual> = {
  lead: { en: 'lead', zh: '负责人' },
  creator: { en: 'creator', zh: '创作者' },
  'channel-manager': { en: 'channel manager', zh: '渠道经理' },
  analyst: { en: 'analyst', zh: '分析师' },
  'community-manager': { en: 'community manager', zh: '社区经理' },
  client: { en: 'client', zh: '客户' },
};

/** “lead or channel manager”. */
export function anyOfRoles(roles: readonly Role[]): Bilingual {
  const en = roles.map((role) => roleWords[role].en);
  const last = en.pop() ?? '';
  return {
    en: en.length === 0 ? last : `${en.join(', ')} or ${last}`,
    zh: roles.map((role) => roleWords[role].zh).join('、'),
  };
}
