import { Button } from '@mantine/core';
import type { SaveState } from '#renderer/document/autosave.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitKind } from '#shared/kit/schema.ts';
import styles from './campaigns.module.css';
import type { Kept } from './use-kept.ts';

/** Two windows changed the same field: nothing is stored until somebody has chosen. */
export function KeptBanner<K extends KitKind>({ kept }: { kept: Kept<K> }) {
  const { t } = useWords();
  if (!kept.conflict) return null;
  return (
    <div className={styles.banner} role="alert">
      <p>{t('campaigns.conflict')}</p>
      <Button variant="default" size="xs" onClick={kept.takeTheirs}>
        {t('campaigns.take-theirs')}
      </Button>
      <Button size="xs" onClick={kept.keepMine}>
        {t('campaigns.keep-mine')}
      </Button>
    </div>
  );
}

/** Whether what is shown is stored. */
export function SavedWord({ state }: { state: SaveState }) {
  const { t } = useWords();
  const said: Record<SaveState, string> = {
    saved: t('campaigns.saved'),
    unsaved: t('campaigns.saving'),
    saving: t('campaigns.saving'),
    failed: t('campaigns.not-saved'),
    conflict: t('campaigns.not-saved'),
  };
  return <span>{said[state]}</span>;
}
