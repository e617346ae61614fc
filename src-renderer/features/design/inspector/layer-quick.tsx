import { IconTextSize } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Fill } from '#shared/design/paint.ts';
import { useTextFields } from '../text-editing/use-text-fields.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { TextFill } from './text-fill.tsx';
import { TextToggles } from './text-toggles.tsx';
import { useLayerFields } from './use-layer-fields.ts';

/** Size, weight and colour of whole texts; see `TextBar` for what is chosen while writing. */
function TextQuick() {
  const { t } = useWords();
  const fields = useTextFields();
  const { disabled } = fields;
  return (
    <div className={styles.quick}>
      <div className={styles.quickNumber}>
        <NumberField
          label={t('design.font-size')}
          mark={<IconTextSize size={14} stroke={1.5} />}
          value={fields.value<number>('fontSize')}
          min={1}
          max={10_000}
          disabled={disabled}
          onChange={(fontSize) => fields.set({ fontSize })}
        />
      </div>
      <TextToggles names={['bold']} disabled={disabled} />
      <TextFill fields={fields} bare="patch" />
    </div>
  );
}

/** The one or two properties that the chosen kind is asked for most. */
export function LayerQuick() {
  const { t } = useWords();
  const { leaves, shared, isMixed, set, disabled } = useLayerFields();
  const kinds = new Set(leaves.map((leaf) => leaf.type));
  if (kinds.size !== 1) return null;
  if (kinds.has('text')) return <TextQuick />;
  const fill = shared<Fill | null>('fill');
  if (fill === undefined) return null;
  return (
    <div className={styles.quick}>
      <div className={styles.swatch}>
        <FillField
          bare
          label={t('design.fill')}
          value={fill}
          mixed={isMixed('fill')}
          disabled={disabled}
          onChange={(next) => set({ fill: next })}
        />
      </div>
    </div>
  );
}
