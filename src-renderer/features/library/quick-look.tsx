import { Modal } from '@mantine/core';
import { mediaUrl } from '#renderer/bridge/client.ts';
import type { Asset } from '#shared/domain/asset.ts';
import styles from './library.module.css';

/** The file itself, as large as the window allows; Space or Escape closes, arrows go on. */
export function QuickLook({
  asset,
  close,
  step,
}: {
  asset: Asset | null;
  close(): void;
  step(by: number): void;
}) {
  const address = asset ? mediaUrl(`asset/${asset.id}`) : '';
  return (
    <Modal
      opened={asset !== null}
      onClose={close}
      title={asset?.name}
      size="auto"
      padding="sm"
      onKeyDown={(event) => {
        if (event.key === ' ') {
          event.preventDefault();
          close();
        } else if (event.key === 'ArrowRight') step(1);
        else if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      <div className={styles.look}>
        {asset?.kind === 'image' && (
          <img
            className={styles.lookPicture}
            src={mediaUrl(`picture/${asset.id}`)}
            alt={asset.alt}
            width={asset.width}
            height={asset.height}
          />
        )}
        {asset?.kind === 'video' && (
          // biome-ignore lint/a11y/useMediaCaption: the user's own raw footage has no captions
          <video className={styles.lookPicture} src={address} controls autoPlay />
        )}
        {/* biome-ignore lint/a11y/useMediaCaption: the user's own recording has no captions */}
        {asset?.kind === 'audio' && <audio src={address} controls autoPlay />}
      </div>
    </Modal>
  );
}
