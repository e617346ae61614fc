import { IconPhotoEdit } from '@tabler/icons-react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { useClip } from '../session/editor.tsx';
import { ChangeSection } from './change-section.tsx';
import { FrameSection } from './frame-section.tsx';
import { LooksSection } from './looks-section.tsx';
import styles from './picture.module.css';
import { TimeSection } from './time-section.tsx';
import { useChosenSegments } from './use-chosen.ts';

/** Time, frame, looks and transitions of the chosen segments, or of the one under the playhead. */
export function PicturePanel() {
  const { t, locale } = useWords();
  const segments = useChosenSegments();
  const disabled = useClip((snapshot) => snapshot.record.readOnly);
  if (segments.length === 0)
    return (
      <EmptyState
        icon={IconPhotoEdit}
        title={t('clip-picture.nothing')}
        body={t('clip-picture.nothing-body')}
      />
    );
  const pictured = segments.filter((one) => one.kind !== 'colour');
  return (
    <>
      {segments.length > 1 && (
        <p className={styles.many}>
          {t('clip-picture.many', { count: new Intl.NumberFormat(locale).format(segments.length) })}
        </p>
      )}
      <TimeSection segments={segments} disabled={disabled} />
      {pictured.length > 0 && <FrameSection segments={pictured} disabled={disabled} />}
      {pictured.length > 0 && <LooksSection segments={pictured} disabled={disabled} />}
      <ChangeSection segments={segments} disabled={disabled} />
    </>
  );
}
