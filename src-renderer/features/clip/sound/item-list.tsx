import { IconMicrophone, IconMusic, IconVolume2, IconVolumeOff } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { SoundItem } from '#shared/clip/edit/schema.ts';
import { formatTime } from '#shared/clip/time.ts';
import { useClipEditor, useSource } from '../session/editor.tsx';
import styles from './sound.module.css';

function Row({ item, onChoose }: { item: SoundItem; onChoose(): void }) {
  const { t } = useWords();
  const source = useSource(item.source);
  const icons = { music: IconMusic, voice: IconMicrophone, effect: IconVolume2 };
  const Icon = item.muted ? IconVolumeOff : icons[item.role];
  return (
    <li>
      <button type="button" className={styles.item} onClick={onChoose}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className={styles.itemName}>{item.name ?? source?.asset.name ?? t('clip-sound.item')}</span>
        <span className={styles.time}>{formatTime(item.at).slice(0, -2)}</span>
      </button>
    </li>
  );
}

/** Sounds beside the main track, in order; choosing one goes there. */
export function ItemList({ items }: { items: readonly SoundItem[] }) {
  const { selection, player } = useClipEditor();
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <Row
          key={item.id}
          item={item}
          onChoose={() => {
            selection.set({ kind: 'sound', ids: [item.id] });
            player.seek(item.at);
          }}
        />
      ))}
    </ul>
  );
}
