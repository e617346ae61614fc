import { Button, Switch } from '@mantine/core';
import { IconStairsDown, IconStairsUp } from '@tabler/icons-react';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { EnvelopePoint } from '#shared/clip/edit/segment.ts';
import { isIdle } from '../fields/idle.ts';
import { LevelLine } from './level-line.tsx';
import styles from './sound.module.css';

/** What segments and sounds beside the track have in common. */
export interface Shape {
  gain?: number | undefined;
  muted?: boolean | undefined;
  envelope?: EnvelopePoint[] | undefined;
  fadeIn?: number | undefined;
  fadeOut?: number | undefined;
}

/** What may be left out when it says nothing; fields of a later version are kept whatever they say. */
const spare = new Set(['gain', 'muted', 'envelope', 'fadeIn', 'fadeOut', 'stream', 'loop', 'duck']);

/** A shape without what changes nothing. */
export function tidy<Of extends object>(shape: Of): Of {
  return Object.fromEntries(
    Object.entries(shape).filter(([key, value]) => !spare.has(key) || !isIdle(value)),
  ) as Of;
}

/** The value that all have, or null where they differ. */
function common<Value>(shapes: readonly Shape[], read: (shape: Shape) => Value): Value | null {
  const [first, ...others] = shapes.map(read);
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

/** Volume, mute, fades and the volume line of what is chosen. */
export function ShapeFields({
  shapes,
  disabled,
  onChange,
}: {
  shapes: readonly Shape[];
  disabled: boolean;
  /** Changes of one gesture in a row undo together. */
  onChange(change: Partial<Shape>, gesture?: string): void;
}) {
  const { t } = useWords();
  const muted = common(shapes, (shape) => shape.muted ?? false) ?? false;
  const drawn = shapes.some((shape) => (shape.envelope?.length ?? 0) > 0);
  return (
    <>
      <LevelLine
        label={t('clip-sound.volume')}
        value={common(shapes, (shape) => shape.gain ?? 0)}
        disabled={disabled || muted}
        onChange={(gain, sliding) => onChange({ gain }, sliding ? 'gain' : undefined)}
      />
      <div className={styles.pair}>
        {(['fadeIn', 'fadeOut'] as const).map((side) => {
          const word = side === 'fadeIn' ? t('clip-sound.fade-in') : t('clip-sound.fade-out');
          return (
            <div className={styles.field} key={side}>
              <span aria-hidden>{word}</span>
              <NumberField
                label={word}
                mark={
                  side === 'fadeIn' ? (
                    <IconStairsUp size={14} stroke={1.5} />
                  ) : (
                    <IconStairsDown size={14} stroke={1.5} />
                  )
                }
                unit="s"
                min={0}
                max={30}
                step={0.1}
                disabled={disabled || muted}
                value={common(shapes, (shape) => shape[side] ?? 0)}
                onChange={(seconds) => onChange({ [side]: seconds }, side)}
              />
            </div>
          );
        })}
      </div>
      <div className={styles.switches}>
        <Switch
          label={t('clip-sound.muted')}
          disabled={disabled}
          checked={muted}
          onChange={(event) => onChange({ muted: event.currentTarget.checked })}
        />
        {drawn && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={disabled}
            onClick={() => onChange({ envelope: [] })}
          >
            {t('clip-sound.clear-line')}
          </Button>
        )}
      </div>
    </>
  );
}
