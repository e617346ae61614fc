import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconCrop } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { CropDialog } from './crop-dialog.tsx';
import styles from './inspector.module.css';
import { PicturePicker } from './picture-picker.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const icon = { size: 16, stroke: 1.5 };

/** How pictures fill their frames, which part is shown, and which picture it is. */
export function ImagePanel() {
  const { t } = useWords();
  const { leaves, shared, set, disabled } = useLayerFields();
  const [replacing, setReplacing] = useState(false);
  const [cropping, setCropping] = useState(false);
  const images = leaves.filter((leaf) => leaf.type === 'image');
  const [first] = images;
  if (!first) return null;
  return (
    <Panel title={t('design.image')} remember="design.image">
      <SegmentedControl
        fullWidth
        disabled={disabled}
        aria-label={t('design.fit')}
        value={shared<string>('fit') ?? ''}
        data={[
          { value: 'cover', label: t('design.fit-cover') },
          { value: 'contain', label: t('design.fit-contain') },
          { value: 'fill', label: t('design.fit-fill') },
        ]}
        onChange={(fit) => set({ fit })}
      />
      <div className={styles.row}>
        <Button
          className={styles.grow ?? ''}
          variant="default"
          disabled={disabled}
          onClick={() => setReplacing(true)}
        >
          {first.assetId === '' ? t('design.choose-picture') : t('design.replace-picture')}
        </Button>
        <Tooltip label={t('design.crop')}>
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t('design.crop')}
            disabled={disabled || images.length !== 1 || first.assetId === ''}
            onClick={() => setCropping(true)}
          >
            <IconCrop {...icon} />
          </ActionIcon>
        </Tooltip>
      </div>
      {replacing && (
        <PicturePicker
          onClose={() => setReplacing(false)}
          onPick={(asset) => {
            setReplacing(false);
            set({ assetId: asset.id, crop: { x: 0, y: 0, width: 1, height: 1 } });
          }}
        />
      )}
      {cropping && (
        <CropDialog
          node={first}
          onClose={() => setCropping(false)}
          onCrop={(crop) => {
            setCropping(false);
            set({ crop, fit: 'cover' });
          }}
        />
      )}
    </Panel>
  );
}
