import { useWords } from '#renderer/ui/words.tsx';
import type { templateCategories } from '#shared/design/template.ts';

type StarterCategory = (typeof templateCategories)[number];

/** What a shelf is called; a shelf of the workspace's own is called what it was named. */
export function useCategoryWord(): (category: string) => string {
  const { t } = useWords();
  const words: Record<StarterCategory, string> = {
    quote: t('design-templates.quote'),
    product: t('design-templates.product'),
    sale: t('design-templates.sale'),
    event: t('design-templates.event'),
    announcement: t('design-templates.announcement'),
    carousel: t('design-templates.carousel'),
    story: t('design-templates.story'),
    cover: t('design-templates.cover'),
    'wechat-head': t('design-templates.wechat-head'),
    xiaohongshu: t('design-templates.xiaohongshu'),
    'douyin-cover': t('design-templates.douyin-cover'),
    countdown: t('design-templates.countdown'),
  };
  return (category) => (Object.hasOwn(words, category) ? words[category as StarterCategory] : category);
}
