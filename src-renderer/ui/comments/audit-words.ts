import { formatWallTime, useStatusWords } from '#renderer/ui/post-row.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { postStatuses } from '#shared/domain/post.ts';
import type { AuditAction, AuditEntry } from '#shared/team/audit.ts';

/** Fields of a post, as an entry names them. */
function useFieldWords(): Record<string, string | undefined> {
  const { t } = useWords();
  return {
    title: t('team.field-title'),
    body: t('team.field-body'),
    hashtags: t('team.field-hashtags'),
    link: t('team.field-link'),
    firstComment: t('team.field-first-comment'),
    disclosure: t('team.field-disclosure'),
    sources: t('team.field-sources'),
    attachments: t('team.field-attachments'),
    targets: t('team.field-targets'),
    schedule: t('team.field-schedule'),
    campaign: t('team.field-campaign'),
    pillar: t('team.field-pillar'),
    owner: t('team.field-owner'),
    labels: t('team.field-labels'),
    notes: t('team.field-notes'),
    brief: t('team.field-brief'),
    checklist: t('team.field-checklist'),
    series: t('team.field-series'),
  };
}

/** What somebody did, in words: what each thing was before, and what it became. */
export function useDeed(): (entry: AuditEntry) => string {
  const { t, say, locale } = useWords();
  const statuses = useStatusWords();
  const statusWord = (value = ''): string => {
    const status = postStatuses.find((each) => each === value);
    return status ? statuses[status] : value;
  };
  const time = (local = ''): string => (local === '' ? t('team.no-time') : formatWallTime(local, locale));
  const fields = useFieldWords();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const pack = useRulePack();
  const formatWord = (value = ''): string => {
    const [platformId = '', formatId] = value.split('/');
    const platform = pack?.platforms.find(({ id }) => id === platformId);
    const format = platform?.formats.find(({ id }) => id === formatId);
    return platform ? [say(platform.name), format ? say(format.name) : ''].join(' ').trim() : value;
  };
  const changed = ({ fields: names = [], values = [] }: AuditEntry['detail']): string =>
    list.format(
      names.flatMap((name) => {
        const word = fields[name];
        if (word === undefined) return [];
        const value = values.find(({ field }) => field === name);
        if (!value) return [word];
        return [t('team.changed', { field: word, from: value.from || '—', to: value.to || '—' })];
      }),
    );
  return ({ action, detail }) => {
    const what = changed(detail);
    const words: Record<AuditAction, () => string> = {
      'post-made': () => t('team.did-post-made'),
      'post-edited': () =>
        what === '' ? t('team.did-post-edited') : t('team.did-post-edited-what', { what }),
      'post-status': () =>
        t('team.did-post-status', { from: statusWord(detail.from), to: statusWord(detail.to) }),
      'post-fields': () =>
        what === '' ? t('team.did-post-fields') : t('team.did-post-fields-what', { what }),
      'post-scheduled': () => t('team.did-post-scheduled', { from: time(detail.from), to: time(detail.to) }),
      'post-unscheduled': () => t('team.did-post-unscheduled', { from: time(detail.from) }),
      'post-trashed': () => t('team.did-post-trashed'),
      'post-restored': () => t('team.did-post-restored'),
      'post-published': () => t('team.did-post-published', { format: formatWord(detail.to) }),
      'post-unpublished': () => t('team.did-post-unpublished', { format: formatWord(detail.to) }),
      'plan-undone': () => t('team.did-plan-undone', { label: detail.label ? say(detail.label) : '' }),
      'plan-redone': () => t('team.did-plan-redone', { label: detail.label ? say(detail.label) : '' }),
      'kept-saved': () => t('team.did-kept-saved'),
      'kept-trashed': () => t('team.did-kept-trashed'),
      'member-saved': () => t('team.did-member-saved'),
      'member-removed': () => t('team.did-member-removed'),
      'member-took-over': () => t('team.did-member-took-over'),
      commented: () => t('team.did-commented'),
      'comment-resolved': () => t('team.did-comment-resolved'),
      'comment-removed': () => t('team.did-comment-removed'),
      'comment-restored': () => t('team.did-comment-restored'),
      'task-saved': () => t('team.did-task-saved'),
      'task-done': () => t('team.did-task-done'),
      'task-removed': () => t('team.did-task-removed'),
      approved: () => t('team.did-approved'),
      'changes-wanted': () => t('team.did-changes-wanted'),
    };
    return words[action]();
  };
}
