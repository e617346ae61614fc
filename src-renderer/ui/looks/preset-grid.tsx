import { memo, useMemo } from 'react';
import { applyAdjustments } from '#shared/design/images/apply-adjustments.ts';
import { type PresetId, presets } from '#shared/design/images/presets.ts';
import { useWords } from '../words.tsx';
import styles from './looks.module.css';
import { PixelCanvas } from './pixel-canvas.tsx';
import { copyOf, useSmallPixels } from './small-pixels.ts';

/** Longest side of the thumbnails, px. */
const thumbSide = 112;

const presetIds = Object.keys(presets) as PresetId[];

/** The presets as they make one picture of the media route look; without one, only their names. */
export const PresetGrid = memo(function PresetGrid({
  path,
  chosen,
  disabled,
  onChoose,
}: {
  path: string | null;
  chosen: string | undefined;
  disabled: boolean;
  onChoose(preset: string | undefined): void;
}) {
  const { t } = useWords();
  const small = useSmallPixels(path, thumbSide);
  const shown = useMemo(
    () =>
      small &&
      new Map(
        presetIds.map((preset) => {
          const pixels = copyOf(small);
          applyAdjustments(pixels, { preset });
          return [preset, pixels] as const;
        }),
      ),
    [small],
  );
  const names: Record<PresetId, string> = {
    natural: t('looks.preset-natural'),
    clear: t('looks.preset-clear'),
    vivid: t('looks.preset-vivid'),
    fresh: t('looks.preset-fresh'),
    cream: t('looks.preset-cream'),
    'warm-film': t('looks.preset-warm-film'),
    'cool-film': t('looks.preset-cool-film'),
    faded: t('looks.preset-faded'),
    'hong-kong': t('looks.preset-hong-kong'),
    'teal-orange': t('looks.preset-teal-orange'),
    dusk: t('looks.preset-dusk'),
    mono: t('looks.preset-mono'),
    noir: t('looks.preset-noir'),
    sepia: t('looks.preset-sepia'),
  };
  const button = (name: string, preset: PresetId | undefined) => (
    <button
      key={preset ?? ''}
      type="button"
      className={styles.preset}
      aria-pressed={chosen === preset}
      disabled={disabled}
      title={name}
      onClick={() => onChoose(preset)}
    >
      <PixelCanvas
        className={styles.presetPicture}
        pixels={(preset ? shown?.get(preset) : small) ?? null}
        aria-hidden
      />
      <span className={styles.presetName}>{name}</span>
    </button>
  );
  return (
    <fieldset className={styles.presets} aria-label={t('looks.presets')}>
      {button(t('looks.preset-none'), undefined)}
      {presetIds.map((preset) => button(names[preset], preset))}
    </fieldset>
  );
});
