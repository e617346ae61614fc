import { IconFlag } from '@tabler/icons-react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { CampaignPage } from './page/campaign-page.tsx';

/** The page of one campaign. */
export default function CampaignScreen({ params }: { params: Record<string, string | undefined> }) {
  const { t } = useWords();
  const campaigns = useKit('campaign');
  const item = campaigns?.find(({ id }) => id === params['id']);
  if (item) return <CampaignPage key={item.id} item={item} />;
  if (!campaigns) return null;
  return (
    <EmptyState icon={IconFlag} title={t('campaigns.gone')} body={t('campaigns.gone-body')}>
      <a href="#/campaigns">{t('campaigns.all-campaigns')}</a>
    </EmptyState>
  );
}
