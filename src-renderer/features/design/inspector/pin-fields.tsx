import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitHeight,
  IconArrowAutofitWidth,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconSparkles,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { pins } from '#shared/design/layers/common.ts';
import styles from './layer-panel.module.css';

type Pin = (typeof pins)[number];
export type Pins = Record<'x' | 'y', Pin>;
type Icon = ComponentType<{ size?: number; stroke?: number }>;

/** The diagram's page and the layer in it, in units of its view box. */
const page = { from: 2, to: 38 };
const free = { auto: [13, 27], start: [7, 19], centre: [13, 27], end: [21, 33], stretch: [7, 33] } as const;

/** A page with a layer in it, and lines where a gap is kept; auto is dotted. */
function Diagram({ x, y }: Pins) {
  const [left, right] = free[x];
  const [top, bottom] = free[y];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const lines = [
    x === 'start' || x === 'stretch' ? `M${page.from} ${middle.y}H${left}` : '',
    x === 'end' || x === 'stretch' ? `M${right} ${middle.y}H${page.to}` : '',
    y === 'start' || y === 'stretch' ? `M${middle.x} ${page.from}V${top}` : '',
    y === 'end' || y === 'stretch' ? `M${middle.x} ${bottom}V${page.to}` : '',
    x === 'centre' ? `M${middle.x} ${page.from}V${page.to}` : '',
    y === 'centre' ? `M${page.from} ${middle.y}H${page.to}` : '',
  ];
  return (
    <svg viewBox="0 0 40 40" className={styles.diagram} aria-hidden>
      <rect x={page.from} y={page.from} width={36} height={36} rx={2} data-part="page" />
      <path d={lines.join('')} data-part="pin" />
      <rect
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        rx={1}
        data-part="layer"
        data-auto={x === 'auto' && y === 'auto'}
      />
    </svg>
  );
}

function Axis({
  label,
  value,
  words,
  icons,
  disabled,
  onChange,
}: {
  label: string;
  value: Pin | null;
  words: Record<Pin, string>;
  icons: Record<Pin, Icon>;
  disabled: boolean;
  onChange(value: Pin): void;
}) {
  return (
    <div className={styles.axis} role="group" aria-label={label}>
      {(Object.keys(words) as Pin[]).map((pin) => {
        const Mark = icons[pin];
        return (
          <Tooltip key={pin} label={words[pin]}>
            <ActionIcon
              aria-label={words[pin]}
              aria-pressed={pin === value}
              variant={pin === value ? 'light' : 'subtle'}
              color={pin === value ? 'vermilion' : 'gray'}
              disabled={disabled}
              onClick={() => onChange(pin)}
            >
              <Mark size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </div>
  );
}

/** What a layer holds on to when the page gets another size; null where the chosen ones differ. */
export function PinFields({
  x,
  y,
  disabled,
  onChange,
}: {
  x: Pin | null;
  y: Pin | null;
  disabled: boolean;
  onChange(change: Partial<Pins>): void;
}) {
  const { t } = useWords();
  return (
    <div className={styles.pins}>
      <Diagram x={x ?? 'auto'} y={y ?? 'auto'} />
      <div>
        <Axis
          label={t('design-arrange.pin-across')}
          value={x}
          disabled={disabled}
          words={{
            auto: t('design-arrange.pin-auto'),
            start: t('design-arrange.pin-left'),
            centre: t('design-arrange.pin-centre'),
            end: t('design-arrange.pin-right'),
            stretch: t('design-arrange.pin-stretch-across'),
          }}
          icons={{
            auto: IconSparkles,
            start: IconLayoutAlignLeft,
            centre: IconLayoutAlignCenter,
            end: IconLayoutAlignRight,
            stretch: IconArrowAutofitWidth,
          }}
          onChange={(pin) => onChange({ x: pin })}
        />
        <Axis
          label={t('design-arrange.pin-down')}
          value={y}
          disabled={disabled}
          words={{
            auto: t('design-arrange.pin-auto'),
            start: t('design-arrange.pin-top'),
            centre: t('design-arrange.pin-middle'),
            end: t('design-arrange.pin-bottom'),
            stretch: t('design-arrange.pin-stretch-down'),
          }}
          icons={{
            auto: IconSparkles,
            start: IconLayoutAlignTop,
            centre: IconLayoutAlignMiddle,
            end: IconLayoutAlignBottom,
            stretch: IconArrowAutofitHeight,
          }}
          onChange={(pin) => onChange({ y: pin })}
        />
      </div>
    </div>
  );
}
