import { useWords } from '#renderer/ui/words.tsx';
import type { VariantField } from '#shared/domain/variant-fields.ts';

/** What each field that a target can have of its own is called. */
export function useFieldNames(): Record<VariantField, string> {
  const { t } = useWords();
  return {
    title: t('composer.title'),
    body: t('composer.body'),
    hashtags: t('composer.hashtags'),
    link: t('composer.link'),
    firstComment: t('composer.firstComment'),
    attachments: t('composer.attachments'),
    order: t('adapt.fieldOrder'),
    alt: t('composer.altText'),
    cover: t('adapt.fieldCover'),
    crop: t('adapt.fieldCrop'),
    trim: t('adapt.fieldTrim'),
    thread: t('adapt.thread'),
  };
}
