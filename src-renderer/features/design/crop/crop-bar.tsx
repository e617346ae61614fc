import { Button, Select, Slider } from '@mantine/core';
import { IconAngle, IconZoomIn } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import styles from './crop.module.css';

/** Width to height, by the value of the choice; 'free' and 'original' are worked out. */
export const ratios: Readonly<Record<string, number>> = {
  '1:1': 1,
  '4:5': 4 / 5,
  '3:4': 3 / 4,
  '4:3': 4 / 3,
  '16:9': 16 / 9,
  '9:16': 9 / 16,
};

/** Ratio, angle and enlargement while a picture is cropped in place. */
export function CropBar({
  ratio,
  turn,
  enlargement,
  onRatio,
  onTurn,
  onTurning,
  onEnlarge,
  onCancel,
  onDone,
}: {
  ratio: string;
  /** Degrees. */
  turn: number;
  /** Per cent of what just fills the frame. */
  enlargement: number;
  onRatio(ratio: string): void;
  onTurn(turn: number): void;
  /** Whether the angle is being changed: the grid is finer then. */
  onTurning(turning: boolean): void;
  onEnlarge(enlargement: number): void;
  onCancel(): void;
  onDone(): void;
}) {
  const { t } = useWords();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('design-pictures.crop-tools')}>
      <Select
        className={styles.ratio ?? ''}
        aria-label={t('design-pictures.ratio')}
        allowDeselect={false}
        comboboxProps={{ width: 'max-content', position: 'top-start' }}
        value={ratio}
        data={[
          { value: 'free', label: t('design-pictures.ratio-free') },
          { value: 'original', label: t('design-pictures.ratio-original') },
          ...Object.keys(ratios).map((value) => ({ value, label: value })),
        ]}
        onChange={(value) => onRatio(value ?? 'free')}
      />
      <div className={styles.measure}>
        <Slider
          className={styles.slider ?? ''}
          size="sm"
          label={null}
          min={-45}
          max={45}
          step={0.1}
          startPointValue={0}
          value={turn}
          thumbLabel={t('design-pictures.straighten')}
          onDoubleClick={() => onTurn(0)}
          onChange={(value) => {
            onTurning(true);
            onTurn(value);
          }}
          onChangeEnd={() => onTurning(false)}
        />
        <div className={styles.number}>
          <NumberField
            label={t('design-pictures.straighten')}
            mark={<IconAngle size={14} stroke={1.5} />}
            unit="°"
            min={-45}
            max={45}
            step={0.5}
            value={turn}
            onChange={onTurn}
          />
        </div>
      </div>
      <div className={styles.measure}>
        <Slider
          className={styles.slider ?? ''}
          size="sm"
          label={null}
          min={100}
          max={600}
          step={1}
          value={Math.min(600, enlargement)}
          thumbLabel={t('design-pictures.enlarge')}
          onDoubleClick={() => onEnlarge(100)}
          onChange={onEnlarge}
        />
        <div className={styles.number}>
          <NumberField
            label={t('design-pictures.enlarge')}
            mark={<IconZoomIn size={14} stroke={1.5} />}
            unit="%"
            min={100}
            max={1200}
            step={5}
            value={enlargement}
            onChange={onEnlarge}
          />
        </div>
      </div>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('design-pictures.cancel')}
        </Button>
        <Button size="xs" onClick={onDone}>
          {t('design-pictures.done')}
        </Button>
      </div>
    </div>
  );
}
