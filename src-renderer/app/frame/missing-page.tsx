import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words.tsx';

/** An address that leads nowhere, for example to something that was renamed. */
export function MissingPage() {
  const { t } = useWords();
  return (
    <EmptyState icon={IconMapOff} title={t('app.missing-title')} body={t('app.missing-body')}>
      <Button component="a" href="#/">
        {t('app.go-today')}
      </Button>
    </EmptyState>
  );
}
