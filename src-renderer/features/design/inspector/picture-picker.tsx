import { Modal } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import { PictureGrid } from '../drawer/picture-grid.tsx';

/** The library's pictures in a dialog, to choose one. */
export function PicturePicker({ onClose, onPick }: { onClose(): void; onPick(asset: Asset): void }) {
  const { t } = useWords();
  return (
    <Modal opened onClose={onClose} title={t('design.choose-picture')} size={620}>
      <PictureGrid onPick={onPick} columns={4} />
    </Modal>
  );
}
