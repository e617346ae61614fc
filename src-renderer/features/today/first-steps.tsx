import { Button } from '@mantine/core';
import { IconCircleCheck, IconPhotoPlus } from '@tabler/icons-react';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words.tsx';

/** A workspace with nothing in it yet: what this screen will be, and the first thing to do. */
export function FirstSteps({ assets }: { assets: number }) {
  const { t } = useWords();
  return (
    <EmptyState
      icon={assets > 0 ? IconCircleCheck : IconPhotoPlus}
      title={assets > 0 ? t('today.empty-title-media', { count: assets }) : t('today.empty-title')}
      body={assets > 0 ? t('today.empty-body-media') : t('today.empty-body')}
    >
      <Button variant="default" onClick={() => void pickFiles().then((files) => importFiles(files))}>
        {t('today.add-files')}
      </Button>
    </EmptyState>
  );
}
