import type { PlanField } from '#shared/plan/files/fields.ts';
import { useWords } from '../words.tsx';

/** What each meaning of a column is called. */
export function useFieldWords(): Record<PlanField, string> {
  const { t } = useWords();
  return {
    ignore: t('plan-files.field-ignore'),
    id: t('plan-files.field-id'),
    title: t('plan-files.field-title'),
    body: t('plan-files.field-body'),
    status: t('plan-files.field-status'),
    date: t('plan-files.field-date'),
    time: t('plan-files.field-time'),
    zone: t('plan-files.field-zone'),
    platform: t('plan-files.field-platform'),
    kind: t('plan-files.field-kind'),
    account: t('plan-files.field-account'),
    targets: t('plan-files.field-targets'),
    hashtags: t('plan-files.field-hashtags'),
    link: t('plan-files.field-link'),
    first_comment: t('plan-files.field-first-comment'),
    campaign: t('plan-files.field-campaign'),
    pillar: t('plan-files.field-pillar'),
    owner: t('plan-files.field-owner'),
    labels: t('plan-files.field-labels'),
    notes: t('plan-files.field-notes'),
    brief: t('plan-files.field-brief'),
    series: t('plan-files.field-series'),
    media: t('plan-files.field-media'),
  };
}
