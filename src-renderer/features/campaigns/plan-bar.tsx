import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { useWords } from '#renderer/ui/words.tsx';

/** The row above ideas, campaigns and live sessions: which of them, and what `children` put beside it. */
export function PlanBar({
  here,
  children,
}: {
  here: '/ideas' | '/campaigns' | '/live';
  children?: ReactNode;
}) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  return (
    <div className={screenStyles.bar} role="search">
      <SegmentedControl
        aria-label={t('campaigns.parts')}
        value={here}
        onChange={(path) => navigate(path)}
        data={[
          { value: '/campaigns', label: t('campaigns.campaigns') },
          { value: '/ideas', label: t('campaigns.ideas') },
          { value: '/live', label: t('campaigns.live') },
        ]}
      />
      {children}
    </div>
  );
}
