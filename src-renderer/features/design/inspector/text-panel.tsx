import { SegmentedControl, Select } from '@mantine/core';
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconLetterSpacing,
  IconLineHeight,
  IconTextSize,
} from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { ColourField } from './colour-field.tsx';
import { FontSelect, useFonts } from './font-select.tsx';
import styles from './inspector.module.css';
import { NumberField } from './number-field.tsx';
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
