import { Select } from '@mantine/core';
import { IconBaseline, IconLetterSpacing } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { nearestWeight, resolveFontFamily } from '#shared/design/fonts.ts';
import { FontPicker } from '../fonts/font-picker.tsx';
import { useFonts } from '#renderer/ui/fonts/use-fonts.ts';
import { MissingGlyphs } from '../text-editing/missing-glyphs.tsx';
import type { TextFields } from '../text-editing/use-text-fields.ts';
import { sharedBy, useTextFields } from '../text-editing/use-text-fields.ts';
import { keepWriting } from '../text-editing/writing-focus.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { TextBoxPanel } from './text-box-panel.tsx';
import { TextEffectsPanel } from './text-effects-panel.tsx';
import { TextFill } from './text-fill.tsx';
import own from './text-panel.module.css';
import { TextSizeField } from './text-size-field.tsx';
import { AlignToggles, TextToggles } from './text-toggles.tsx';

const icon = { size: 16, stroke: 1.5 };

function WeightSelect({ fields }: { fields: TextFields }) {
  const { t } = useWords();
  const fonts = useFonts() ?? [];
  const family = fields.value<string>('fontFamily');
  const asked = fields.value<number>('fontWeight');
  const names: Record<number, string> = {
    100: t('design-text.weight-100'),
    200: t('design-text.weight-200'),
    300: t('design-text.weight-300'),
    400: t('design-text.weight-400'),
    500: t('design-text.weight-500'),
    600: t('design-text.weight-600'),
    700: t('design-text.weight-700'),
    800: t('design-text.weight-800'),
    900: t('design-text.weight-900'),
  };
  const real = family === null ? null : resolveFontFamily(family);
  const weights = [...new Set(fonts.filter((font) => font.family === real).map((font) => font.weight))];
  // A weight that the family lacks is drawn as its nearest: that is what is shown.
  const weight = asked === null || family === null ? asked : nearestWeight(family, asked);
  if (weight !== null && !weights.includes(weight)) weights.push(weight);
  return (
    <Select
      aria-label={t('design.weight')}
      disabled={fields.disabled}
      value={weight === null ? null : String(weight)}
      placeholder={t('design.mixed')}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      data={weights
        .toSorted((a, b) => a - b)
        .map((each) => ({ value: String(each), label: names[each] ?? String(each) }))}
      onChange={(next) => next !== null && fields.set({ fontWeight: Number(next) })}
    />
  );
}

/** Letters of the chosen texts, or of the characters chosen while writing. */
export function TextPanel() {
  const { t } = useWords();
  const fields = useTextFields();
  const { texts, range, disabled } = fields;
  if (texts.length === 0) return null;
  const highlights = fields.values('highlight');
  const highlight = fields.value<string>('highlight');
  return (
    <div onMouseDown={keepWriting}>
      <Panel
        title={range ? t('design-text.characters', { count: range.to - range.from }) : t('design.text')}
        remember="design.text"
      >
        <FontPicker
          value={fields.value<string>('fontFamily')}
          disabled={disabled}
          onTry={(family) => fields.preview(family === null ? null : { fontFamily: family })}
          onChange={(fontFamily) => fields.set({ fontFamily })}
        />
        <MissingGlyphs fields={fields} />
        <div className={styles.pair}>
          <WeightSelect fields={fields} />
          <TextSizeField
            value={fields.value<number>('fontSize')}
            disabled={disabled}
            onChange={(fontSize) => fields.set({ fontSize })}
          />
        </div>
        <div className={own.toggles} role="toolbar" aria-label={t('design-text.looks')}>
          <TextToggles
            names={['bold', 'underline', 'strike', 'capitals', 'superscript', 'subscript']}
            disabled={disabled}
          />
        </div>
        <div className={own.toggles} role="toolbar" aria-label={t('design.text-align')}>
          <AlignToggles
            value={sharedBy(texts, (node) => node.align) ?? null}
            disabled={disabled}
            onChange={(align) => fields.change('align', (node) => ({ ...node, align }))}
          />
        </div>
        <TextFill fields={fields} />
        <div className={styles.pair}>
          <NumberField
            label={t('design.letter-spacing')}
            mark={<IconLetterSpacing {...icon} />}
            unit="px"
            value={fields.value<number>('letterSpacing')}
            min={-1000}
            max={1000}
            step={0.5}
            disabled={disabled}
            onChange={(letterSpacing) => fields.set({ letterSpacing })}
          />
          <NumberField
            label={t('design-text.baseline')}
            mark={<IconBaseline {...icon} />}
            unit="px"
            value={fields.value<number>('baseline')}
            min={-10_000}
            max={10_000}
            disabled={disabled}
            onChange={(baseline) => fields.set({ baseline: baseline === 0 ? undefined : baseline })}
          />
        </div>
        {range && (
          <FillField
            allow="colour"
            label={t('design-text.marker')}
            value={highlight}
            mixed={highlights.size > 1}
            disabled={disabled}
            onChange={(next) => fields.set({ highlight: next })}
            onClear={() => fields.set({ highlight: undefined })}
          />
        )}
      </Panel>
      <TextBoxPanel fields={fields} />
      <TextEffectsPanel fields={fields} />
    </div>
  );
}
