import { Checkbox, Select } from '@mantine/core';
import { IconBorderOuter } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Fill } from '#shared/design/paint.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { CornerFields } from './corner-fields.tsx';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const icon = { size: 16, stroke: 1.5 };

const isShape = ({ type }: DesignNode): boolean =>
  type === 'rectangle' || type === 'ellipse' || type === 'polygon' || type === 'path';
const isStroked = (node: DesignNode): boolean => isShape(node) || node.type === 'line';

/** Dashes in multiples of the stroke's width. */
const dashes = { solid: [], dashed: [3, 2], dotted: [0.01, 2], long: [6, 3], mixed: [4, 2, 1, 2] } as const;

/** Fill, stroke, corners and ends of shapes and lines. */
export function PaintPanel() {
  const { t } = useWords();
  const { leaves, shared, isMixed, set, disabled } = useLayerFields();
  if (!leaves.some(isStroked)) return null;
  const fill = shared<Fill | null>('fill', undefined, isShape);
  const stroke = shared<string | null>('stroke', undefined, isStroked) ?? null;
  const onlyLines = !leaves.some(isShape);
  const width = shared<number>('strokeWidth', undefined, isStroked) ?? null;
  const lines = leaves.some((leaf) => leaf.type === 'line');
  const dash = shared<readonly number[]>('dash', [], isStroked);
  const names: Record<keyof typeof dashes, string> = {
    solid: t('design-paint.solid'),
    dashed: t('design-paint.dashed'),
    dotted: t('design-paint.dotted'),
    long: t('design-paint.long-dashes'),
    mixed: t('design-paint.dash-dot'),
  };
  const dashName = Object.entries(dashes).find(
    ([, each]) => JSON.stringify(each) === JSON.stringify(dash),
  )?.[0];
  return (
    <Panel title={t('design.paint')} remember="design.paint">
      {fill !== undefined && (
        <FillField
          label={t('design.fill')}
          mixed={isMixed('fill', undefined, isShape)}
          value={fill}
          disabled={disabled}
          onChange={(next) => set({ fill: next }, isShape)}
          onClear={() => set({ fill: null }, isShape)}
        />
      )}
      <FillField
        label={t('design.stroke')}
        allow="colour"
        mixed={isMixed('stroke', undefined, isStroked)}
        value={stroke}
        disabled={disabled}
        // A stroke that was none has no width yet: one that can be seen comes with the colour.
        onChange={(next) => set(width === 0 ? { stroke: next, strokeWidth: 4 } : { stroke: next }, isStroked)}
        {...(onlyLines ? {} : { onClear: () => set({ stroke: null }, isShape) })}
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
          onChange={(strokeWidth) => set({ strokeWidth }, isStroked)}
        />
        <Select
          size="xs"
          aria-label={t('design-paint.dash')}
          title={t('design-paint.dash')}
          data={Object.entries(names).map(([value, label]) => ({ value, label }))}
          value={dashName ?? null}
          placeholder={t('design.mixed')}
          allowDeselect={false}
          disabled={disabled || width === 0}
          onChange={(name) => {
            if (name !== null && name in dashes)
              set({ dash: [...dashes[name as keyof typeof dashes]] }, isStroked);
          }}
        />
      </div>
      <CornerFields />
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
