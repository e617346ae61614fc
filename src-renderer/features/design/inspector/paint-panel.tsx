import { Checkbox } from '@mantine/core';
import { IconBorderOuter } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { ColourField } from './colour-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from './number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const icon = { size: 16, stroke: 1.5 };

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
