import { IconBroadcast } from '@tabler/icons-react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { LiveList } from './live/live-list.tsx';
import { LivePage } from './live/live-page.tsx';

/** All live sessions, or what happens in one of them. */
export default function LiveScreen({ params }: { params: Record<string, string | undefined> }) {
  const { t } = useWords();
  const shows = useKit('run-of-show');
  const id = params['id'];
  if (!shows) return null;
  if (id === undefined) return <LiveList shows={shows} />;
  const item = shows.find((show) => show.id === id);
  if (item) return <LivePage key={item.id} item={item} />;
  return (
    <EmptyState icon={IconBroadcast} title={t('campaigns.live-gone')} body={t('campaigns.gone-body')}>
      <a href="#/live">{t('campaigns.all-live')}</a>
    </EmptyState>
  );
}
