import { IconBaseline, IconLetterSpacing } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { FontPicker } from '../fonts/font-picker.tsx';
import { FillField } from '../inspector/fill-field.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { TextFill } from '../inspector/text-fill.tsx';
import { TextSizeField } from '../inspector/text-size-field.tsx';
import { TextToggles } from '../inspector/text-toggles.tsx';
import styles from './text-editing.module.css';
import { useTextFields } from './use-text-fields.ts';
import { keepWriting } from './writing-focus.ts';

const icon = { size: 14, stroke: 1.5 };

/** The nearest looks of what is chosen while writing, above the text. */
export function TextBar() {
  const { t } = useWords();
  const fields = useTextFields();
  const { disabled } = fields;
  const highlight = fields.value<string>('highlight');
  return (
    <div className={styles.bar} onMouseDown={keepWriting}>
      <FontPicker
        narrow
        value={fields.value<string>('fontFamily')}
        disabled={disabled}
        onTry={(family) => fields.preview(family === null ? null : { fontFamily: family })}
        onChange={(fontFamily) => fields.set({ fontFamily })}
      />
      <div className={styles.barSize}>
        <TextSizeField
          value={fields.value<number>('fontSize')}
          disabled={disabled}
          onChange={(fontSize) => fields.set({ fontSize })}
        />
      </div>
      <TextToggles names={['bold', 'underline', 'strike']} disabled={disabled} />
      <span className={styles.roomy}>
        <TextToggles names={['superscript', 'subscript']} disabled={disabled} />
      </span>
      <span className={styles.gap} />
      <TextFill fields={fields} bare="patch" />
      {fields.range && (
        <FillField
          bare="patch"
          allow="colour"
          label={t('design-text.marker')}
          value={highlight}
          mixed={fields.values('highlight').size > 1}
          disabled={disabled}
          onChange={(next) => fields.set({ highlight: next })}
        />
      )}
      <span className={`${styles.gap} ${styles.roomy}`} />
      <div className={`${styles.barSize} ${styles.roomy}`}>
        <NumberField
          label={t('design.letter-spacing')}
          mark={<IconLetterSpacing {...icon} />}
          value={fields.value<number>('letterSpacing')}
          min={-1000}
          max={1000}
          step={0.5}
          disabled={disabled}
          onChange={(letterSpacing) => fields.set({ letterSpacing })}
        />
      </div>
      {fields.range && (
        <div className={`${styles.barSize} ${styles.roomy}`}>
          <NumberField
            label={t('design-text.baseline')}
            mark={<IconBaseline {...icon} />}
            value={fields.value<number>('baseline')}
            min={-10_000}
            max={10_000}
            disabled={disabled}
            onChange={(baseline) => fields.set({ baseline: baseline === 0 ? undefined : baseline })}
          />
        </div>
      )}
    </div>
  );
}
