import { ActionIcon, Button, Checkbox, SegmentedControl, Select, Tooltip } from '@mantine/core';
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconBorderOuter,
  IconCrop,
  IconLetterSpacing,
  IconLineHeight,
  IconTextSize,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { ColourField } from './colour-field.tsx';
import { CropDialog } from './crop-dialog.tsx';
import { FontSelect, useFonts } from './font-select.tsx';
import styles from './inspector.module.css';
import { NumberField } from './number-field.tsx';
import { PicturePicker } from './picture-picker.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const icon = { size: 16, stroke: 1.5 };

/** Letters of the chosen texts. */
export function TextPanel() {
  const { t } = useWords();
  const { leaves, shared, isMixed, set, disabled } = useLayerFields();
  const fonts = useFonts() ?? [];
  if (!leaves.some((leaf) => leaf.type === 'text')) return null;
  const family = shared<string>('fontFamily') ?? null;
  const weight = shared<number>('fontWeight') ?? null;
  const align = shared<string>('align') ?? '';
  const weights = [...new Set(fonts.filter((font) => font.family === family).map((font) => font.weight))];
  if (weight !== null && !weights.includes(weight)) weights.push(weight);
  const aligns = [
    { value: 'left', label: <IconAlignLeft {...icon} aria-label={t('design.text-left')} /> },
    { value: 'center', label: <IconAlignCenter {...icon} aria-label={t('design.text-centre')} /> },
    { value: 'right', label: <IconAlignRight {...icon} aria-label={t('design.text-right')} /> },
  ];
  return (
    <Panel title={t('design.text')} remember="design.text">
      <FontSelect value={family} disabled={disabled} onChange={(fontFamily) => set({ fontFamily })} />
      <div className={styles.pair}>
        <Select
          aria-label={t('design.weight')}
          disabled={disabled}
          value={weight === null ? null : String(weight)}
          placeholder={t('design.mixed')}
          data={weights.toSorted((a, b) => a - b).map(String)}
          onChange={(next) => next !== null && set({ fontWeight: Number(next) })}
        />
        <NumberField
          label={t('design.font-size')}
          mark={<IconTextSize {...icon} />}
          unit="px"
          value={shared<number>('fontSize') ?? null}
          min={1}
          max={10_000}
          disabled={disabled}
          onChange={(fontSize) => set({ fontSize })}
        />
        <NumberField
          label={t('design.line-height')}
          mark={<IconLineHeight {...icon} />}
          value={shared<number>('lineHeight') ?? null}
          min={0.1}
          max={10}
          step={0.1}
          disabled={disabled}
          onChange={(lineHeight) => set({ lineHeight })}
        />
        <NumberField
          label={t('design.letter-spacing')}
          mark={<IconLetterSpacing {...icon} />}
          unit="px"
          value={shared<number>('letterSpacing') ?? null}
          min={-1000}
          max={1000}
          step={0.5}
          disabled={disabled}
          onChange={(letterSpacing) => set({ letterSpacing })}
        />
      </div>
      <SegmentedControl
        fullWidth
        disabled={disabled}
        aria-label={t('design.text-align')}
        value={align}
        data={aligns}
        onChange={(next) => set({ align: next })}
      />
      <Select
        aria-label={t('design.sizing')}
        disabled={disabled}
        value={shared<string>('sizing') ?? null}
        data={[
          { value: 'auto-width', label: t('design.sizing-width') },
          { value: 'auto-height', label: t('design.sizing-height') },
          { value: 'fixed', label: t('design.sizing-fixed') },
        ]}
        onChange={(sizing) => sizing !== null && set({ sizing })}
      />
      <ColourField
        label={t('design.colour')}
        mixed={isMixed('colour')}
        value={shared<string>('colour') ?? null}
        disabled={disabled}
        onChange={(colour) => set({ colour })}
      />
    </Panel>
  );
}

/** Fill and stroke of shapes and lines. */
export function PaintPanel() {
  const { t } = useWords();
  const { leaves, shared, isMixed, set, disabled } = useLayerFields();
  const fill = shared<string | null>('fill');
  const stroke = shared<string | null>('stroke');
  if (stroke === undefined) return null;
  const lines = leaves.some((leaf) => leaf.type === 'line');
  const clearStroke = lines ? {} : { onClear: () => set({ stroke: null }) };
  const width = shared<number>('strokeWidth') ?? null;
  return (
    <Panel title={t('design.paint')} remember="design.paint">
      {fill !== undefined && (
        <ColourField
          label={t('design.fill')}
          mixed={isMixed('fill')}
          value={fill}
          disabled={disabled}
          onChange={(next) => set({ fill: next })}
          onClear={() => set({ fill: null })}
        />
      )}
      <ColourField
        label={t('design.stroke')}
        mixed={isMixed('stroke')}
        value={stroke}
        disabled={disabled}
        // A stroke that was none has no width yet: one that can be seen comes with the colour.
        onChange={(next) => set(width === 0 ? { stroke: next, strokeWidth: 4 } : { stroke: next })}
        {...clearStroke}
      />
      <div className={styles.pair}>
        <NumberField
          label={t('design.stroke-width')}
          mark={<IconBorderOuter {...icon} />}
          unit="px"
          value={width}
          min={0}
          max={10_000}
          disabled={disabled}
          onChange={(strokeWidth) => set({ strokeWidth })}
        />
      </div>
      {lines && (
        <div className={styles.pair}>
          <Checkbox
            label={t('design.start-arrow')}
            disabled={disabled}
            checked={shared<boolean>('startArrow') ?? false}
            onChange={(event) => set({ startArrow: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('design.end-arrow')}
            disabled={disabled}
            checked={shared<boolean>('endArrow') ?? false}
            onChange={(event) => set({ endArrow: event.currentTarget.checked })}
          />
        </div>
      )}
    </Panel>
  );
}

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
