import { useWords } from '#renderer/ui/words.tsx';
import { ColourField } from './colour-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from './number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';
import { IconTextSize } from '@tabler/icons-react';

/** The one or two properties that the chosen kind is asked for most. */
export function LayerQuick() {
  const { t } = useWords();
  const { leaves, shared, set, disabled } = useLayerFields();
  const kinds = new Set(leaves.map((leaf) => leaf.type));
  if (kinds.size !== 1) return null;
  const size = shared<number>('fontSize');
  const colour = shared<string>('colour');
  const fill = shared<string>('fill');
  if (size === undefined && fill === undefined) return null;
  return (
    <div className={styles.quick}>
      {size !== undefined && (
        <div className={styles.quickNumber}>
          <NumberField
            label={t('design.font-size')}
            mark={<IconTextSize size={14} stroke={1.5} />}
            value={size}
            min={1}
            max={10_000}
            disabled={disabled}
            onChange={(fontSize) => set({ fontSize })}
          />
        </div>
      )}
      <div className={styles.swatch}>
        <ColourField
          bare
          label={size === undefined ? t('design.fill') : t('design.colour')}
          value={(size === undefined ? fill : colour) ?? null}
          disabled={disabled}
          onChange={(next) => set(size === undefined ? { fill: next } : { colour: next })}
        />
      </div>
    </div>
  );
}
