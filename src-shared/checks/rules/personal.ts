import { fixLabels } from '../../platforms/find.ts';
import type { Finding } from '../../platforms/finding.ts';
import type { ContentCode } from '../codes.ts';
import { byList, type ContentTarget, type FieldText, speaksTo } from '../context.ts';
import { fold } from '../fold.ts';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The last place of a Chinese identity number, by GB 11643. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dx]$/i.test(text)) return false;
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10x98765432'[sum % 11] === text[17]?.toLowerCase();
}

/** The check digit of cards, by ISO/IEC 7812 (Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (const [at, digit] of Array.from(digits).toReversed().entries()) {
    const twice = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** What a hit of the list is; null where its check digit says that it is something else. */
function kindOf(folded: string): ContentCode | null {
  const bare = folded.replace(/[\s-]/g, '');
  if (folded.includes('@')) return 'personal-email';
  if (/^\d{17}[\dx]$/.test(bare) && isIdentityNumber(bare)) return 'personal-id';
  if (/^(?:\+?86)?1[3-9]\d{9}$/.test(bare)) return 'personal-phone';
  if (/^\d{13,19}$/.test(bare)) return isCardNumber(bare) ? 'personal-card' : null;
  if (/^\d{17}x$/.test(bare)) return null;
  if (/^[eg][a-z\d]\d{7}$/.test(bare)) return 'personal-passport';
  return 'personal-data';
}

const names: Partial<Record<ContentCode, { en: string; zh: string }>> = {
  'personal-id': { en: 'an identity number', zh: '身份证号' },
  'personal-phone': { en: 'a mobile number', zh: '手机号' },
  'personal-email': { en: 'an e-mail address', zh: '电子邮箱' },
  'personal-card': { en: 'a bank card number', zh: '银行卡号' },
  'personal-passport': { en: 'a passport number', zh: '护照号' },
  'personal-data': { en: 'personal data', zh: '个人信息' },
};

/** Letters and digits become ●; what ends an address of a mailbox stays, so that one sees what it was. */
export function hidden(text: string): string {
  const at = text.indexOf('@');
  const [head, tail] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
  return (
    head.replace(/[\p{L}\p{N}]/gu, '●') +
    tail.replace(/^@[^.]*/u, (host) => `@${'●'.repeat(Math.max(1, host.length - 1))}`)
  );
}

/** Numbers and addresses of persons; check digits are verified, so that order numbers are not meant. */
export function personalFindings(target: ContentTarget, texts: readonly FieldText[]): Finding[] {
  return texts.flatMap(({ field, text, hits }) =>
    hits.flatMap(({ list, from, to }): Finding[] => {
      if (list.list.kind !== 'personal-data' || !speaksTo(list, target.profile)) return [];
      const words = text.slice(from, to);
      const code = kindOf(fold(words));
      const name = code === null ? undefined : names[code];
      if (code === null || !name) return [];
      return [
        byList(
          code,
          list,
          {
            en: `“${words}” is ${name.en}. Hide it unless its owner agreed.`,
            zh: `“${words}”是${name.zh}。未经本人同意请隐藏。`,
          },
          {
            field,
            at: { from, to },
            fix: { code: 'hide-personal', label: fixLabels['hide-personal'], put: hidden(words) },
          },
        ),
      ];
    }),
  );
}
