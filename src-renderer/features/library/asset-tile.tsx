import { IconMapPin, IconMusic } from '@tabler/icons-react';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import { durationText } from '#renderer/ui/duration.ts';
import styles from './library.module.css';

/** One picture, video or sound of the grid. Dragging it carries its id (`application/x-galley-asset`). */
export function AssetTile({
  asset,
  chosen,
  current,
  box,
  choose,
  look,
}: {
  asset: Asset;
  chosen: boolean;
  current: boolean;
  box: { x: number; y: number; width: number; height: number };
  choose(how: 'one' | 'more' | 'range'): void;
  look(): void;
}) {
  const { t } = useWords();
  const spoken = [
    asset.name,
    ...(asset.duration > 0 ? [durationText(asset.duration)] : []),
    ...(asset.hasLocation ? [t('library.has-location')] : []),
  ].join(', ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
    <div
      className={styles.tile}
      id={`asset-${asset.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-label={spoken}
      data-current={current}
      title={asset.name}
      draggable
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
      onDragStart={(event) => {
        event.dataTransfer.setData('application/x-galley-asset', asset.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onContextMenu={() => !chosen && choose('one')}
      onClick={(event) => choose(event.ctrlKey || event.metaKey ? 'more' : event.shiftKey ? 'range' : 'one')}
      onDoubleClick={look}
    >
      {asset.kind === 'audio' ? (
        <span className={styles.sound}>
          <IconMusic size={26} stroke={1.25} aria-hidden />
          <span className={styles.soundName}>{asset.name}</span>
        </span>
      ) : (
        <Thumb path={`thumb/${asset.id}`} alt="" />
      )}
      {asset.hasLocation && (
        <span className={styles.located} title={t('library.has-location')}>
          <IconMapPin size={14} stroke={1.5} aria-hidden />
        </span>
      )}
      {asset.duration > 0 && <span className={styles.length}>{durationText(asset.duration)}</span>}
    </div>
  );
}
