import { fixLabels } from '../../platforms/find.ts';
import type { Finding } from '../../platforms/finding.ts';
import {
  byList,
  type ContentContext,
  type ContentTarget,
  listFor,
  milder,
  type RightsFacts,
} from '../context.ts';
import { fold } from '../fold.ts';

/** What each attached thing may be used for, and until when. A missing note is milder than a licence that ended. */
export function rightsFindings(context: ContentContext, target: ContentTarget): Finding[] {
  const list = listFor(context, target.profile, 'rights');
  if (!list || !target.rights || target.rights.length === 0) return [];
  const empty = new Set(list.list.entries.map(({ word }) => fold(word.trim())));
  const isUnsaid = (text: string): boolean => text.trim() === '' || empty.has(fold(text.trim()));
  const one = (rights: RightsFacts): Finding[] => {
    const place = rights.media === undefined ? {} : { media: rights.media };
    const more = { ...place, fix: { code: 'set-licence', label: fixLabels['set-licence'] } };
    const { name, licenceUntil } = rights;
    if (licenceUntil !== null && licenceUntil < target.day) {
      return [
        byList(
          'rights-expired',
          list,
          {
            en: `The licence of “${name}” ends on ${licenceUntil}, before the post goes out. Renew or replace it.`,
            zh: `“${name}”的授权到 ${licenceUntil} 为止，早于发布日期。请续期或更换。`,
          },
          more,
        ),
      ];
    }
    if (rights.kind === 'font') {
      if (!isUnsaid(rights.licence)) return [];
      const message = {
        en: `Nobody noted the licence of the font “${name}”. Look it up before publishing.`,
        zh: `字体“${name}”没有授权信息。请在发布前确认。`,
      };
      return [byList('rights-font', list, message, { ...place, severity: milder(list.list.severity) })];
    }
    if (!isUnsaid(rights.licence) || !isUnsaid(rights.source)) return [];
    const message = {
      en: `Nobody noted source or licence of “${name}”. Say where it comes from.`,
      zh: `“${name}”没有来源和授权信息。请补充。`,
    };
    return [byList('rights-missing', list, message, { ...more, severity: milder(list.list.severity) })];
  };
  return target.rights.flatMap(one);
}
