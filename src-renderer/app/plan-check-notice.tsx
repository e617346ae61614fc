import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { call, onEvent } from '#renderer/bridge/client.ts';
import { notifyOffer } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';

const page = '/settings/checks';

/** Says when a changed rule, word list or brand judges posts differently that nobody edited; draws nothing. */
export function PlanCheckNotice() {
  const { t } = useWords();
  const [location, navigate] = useLocation();
  useEffect(
    () =>
      onEvent('records.changed', ({ kind }) => {
        if (kind !== 'checks' || location === page) return;
        call('checks.last', {}).then(
          ({ changed }) => {
            if (changed.length === 0) return;
            notifyOffer(t('checks.changed-posts', { count: changed.length }), t('checks.look'), () =>
              navigate(page),
            );
          },
          () => undefined,
        );
      }),
    [location, navigate, t],
  );
  return null;
}
