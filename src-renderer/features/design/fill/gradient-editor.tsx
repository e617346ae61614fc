import { ActionIcon } from '@mantine/core';
import { IconAngle, IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Gradient, GradientStop } from '#shared/design/paint.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { ColourEditor } from './colour-editor.tsx';
import styles from './fill.module.css';
import { StopsBar } from './stops-bar.tsx';

const icon = { size: 16, stroke: 1.5 };

/** The stops of a gradient and where it runs. */
export function GradientEditor({ value, onChange }: { value: Gradient; onChange(value: Gradient): void }) {
  const { t } = useWords();
  const [wanted, setChosen] = useState(0);
  const chosen = Math.min(wanted, value.stops.length - 1);
  const stop = value.stops[chosen];
  const setStops = (stops: GradientStop[]): void => onChange({ ...value, stops });
  const swap = (): void =>
    setStops(
      value.stops.map(({ at, colour }) => ({ at: Math.round((1 - at) * 1000) / 1000, colour })).toReversed(),
    );
  return (
    <div className={styles.editor}>
      <StopsBar gradient={value} chosen={chosen} onChoose={setChosen} onStops={setStops} />
      <div className={styles.fields}>
        {value.kind === 'linear' ? (
          <NumberField
            label={t('design-paint.angle')}
            mark={<IconAngle {...icon} />}
            unit="°"
            value={value.angle}
            min={-360}
            max={360}
            onChange={(angle) => onChange({ ...value, angle })}
          />
        ) : (
          <NumberField
            label={t('design-paint.radius')}
            mark="R"
            unit="%"
            value={Math.round(value.radius * 100)}
            min={1}
            max={400}
            onChange={(radius) => onChange({ ...value, radius: radius / 100 })}
          />
        )}
        <ActionIcon aria-label={t('design-paint.swap')} title={t('design-paint.swap')} onClick={swap}>
          <IconArrowsExchange {...icon} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('design-paint.remove-stop')}
          title={t('design-paint.remove-stop')}
          disabled={value.stops.length <= 2}
          onClick={() => setStops(value.stops.filter((_stop, index) => index !== chosen))}
        >
          <IconTrash {...icon} />
        </ActionIcon>
      </div>
      {value.kind === 'radial' && (
        <div className={styles.fields}>
          {(['x', 'y'] as const).map((axis) => (
            <NumberField
              key={axis}
              label={axis === 'x' ? t('design-paint.centre-x') : t('design-paint.centre-y')}
              mark={axis.toUpperCase()}
              unit="%"
              value={Math.round(value.centre[axis] * 100)}
              min={0}
              max={100}
              onChange={(at) => onChange({ ...value, centre: { ...value.centre, [axis]: at / 100 } })}
            />
          ))}
        </div>
      )}
      {stop && (
        <ColourEditor
          key={chosen}
          value={stop.colour}
          onChange={(colour) =>
            setStops(value.stops.map((each, index) => (index === chosen ? { ...each, colour } : each)))
          }
        />
      )}
    </div>
  );
}
