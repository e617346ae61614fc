import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { newId } from '#shared/domain/id.ts';
import type { Attachment } from '#shared/domain/post.ts';

/** Chooses assets, designs and clips to attach; several at once, in the order in which they were chosen. */
export function LibraryPicker({
  opened,
  onClose,
  onAttach,
  onBrowse,
}: {
  opened: boolean;
  onClose(): void;
  onAttach(attachments: Attachment[]): void;
  /** Files from this computer instead. */
  onBrowse(): void;
}) {
  const { t } = useWords();
  return (
    <MediaPicker
      opened={opened}
      title={t('composer.pickerTitle')}
      shelves={['asset', 'design', 'clip']}
      kinds={['image', 'video']}
      confirm={(count) => t('composer.pickerAttach', { count })}
      onClose={onClose}
      onBrowse={onBrowse}
      onPick={(items) =>
        onAttach(
          items.map(({ shelf, id, alt }) => ({
            id: newId(),
            kind: shelf,
            refId: id,
            alt,
            crop: null,
            trim: null,
            coverAt: null,
          })),
        )
      }
    />
  );
}
