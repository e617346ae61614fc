import { ActionIcon, Button, Slider, Tooltip } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { applyAdjustments } from '#shared/design/images/apply-adjustments.ts';
import type { PresetId } from '#shared/design/images/presets.ts';
import { presets } from '#shared/design/images/presets.ts';
import { type Slider as Look, setLooks, signedLooks, unsignedLooks } from '../pictures/looks.ts';
import { PixelCanvas } from '../pictures/pixel-canvas.tsx';
import pictureStyles from '../pictures/pictures.module.css';
import { copyOf, useSmallPixels } from '../pictures/small-pixels.ts';
import { compareLooks } from '../pictures/use-compare.ts';
import { usePictureActions } from '../pictures/use-picture-actions.ts';
import { useEditor } from '../session/editor.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { useLayerFields } from './use-layer-fields.ts';

/** Longest side of the presets' thumbnails, px. */
const thumbSide = 112;

const presetIds = Object.keys(presets) as PresetId[];

/** One value of the looks: a double click takes it back. */
function LookSlider({
  name,
  value,
  signed,
  disabled,
  onChange,
}: {
  name: string;
  value: number;
  signed: boolean;
  disabled: boolean;
  onChange(value: number): void;
}) {
  const { t } = useWords();
  return (
    <div className={pictureStyles.look} title={t('design-pictures.reset-hint')}>
      <span className={pictureStyles.lookName}>{name}</span>
      <Slider
        size="sm"
        label={null}
        disabled={disabled}
        thumbLabel={name}
        min={signed ? -100 : 0}
        max={100}
        startPointValue={0}
        value={value}
        onChange={onChange}
        onDoubleClick={() => onChange(0)}
      />
      <span className={pictureStyles.lookValue} data-set={value !== 0}>
        {signed && value > 0 ? `+${value}` : value}
      </span>
    </div>
  );
}

/** The presets as they make this very picture look. */
const PresetGrid = memo(function PresetGrid({
  assetId,
  chosen,
  disabled,
  onChoose,
}: {
  assetId: string;
  chosen: string | undefined;
  disabled: boolean;
  onChoose(preset: string | undefined): void;
}) {
  const { t } = useWords();
  const small = useSmallPixels(assetId, thumbSide);
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
    natural: t('design-pictures.preset-natural'),
    clear: t('design-pictures.preset-clear'),
    vivid: t('design-pictures.preset-vivid'),
    fresh: t('design-pictures.preset-fresh'),
    cream: t('design-pictures.preset-cream'),
    'warm-film': t('design-pictures.preset-warm-film'),
    'cool-film': t('design-pictures.preset-cool-film'),
    faded: t('design-pictures.preset-faded'),
    'hong-kong': t('design-pictures.preset-hong-kong'),
    'teal-orange': t('design-pictures.preset-teal-orange'),
    dusk: t('design-pictures.preset-dusk'),
    mono: t('design-pictures.preset-mono'),
    noir: t('design-pictures.preset-noir'),
    sepia: t('design-pictures.preset-sepia'),
  };
  const button = (name: string, preset: PresetId | undefined) => (
    <button
      key={preset ?? ''}
      type="button"
      className={pictureStyles.preset}
      aria-pressed={chosen === preset}
      disabled={disabled}
      title={name}
      onClick={() => onChoose(preset)}
    >
      <PixelCanvas
        className={pictureStyles.presetPicture}
        pixels={(preset ? shown?.get(preset) : small) ?? null}
        aria-hidden
      />
      <span className={pictureStyles.presetName}>{name}</span>
    </button>
  );
  return (
    <fieldset className={pictureStyles.presets} aria-label={t('design-pictures.presets')}>
      {button(t('design-pictures.preset-none'), undefined)}
      {presetIds.map((preset) => button(names[preset], preset))}
    </fieldset>
  );
});

function Duotone({ looks, disabled }: { looks: Adjustments; disabled: boolean }) {
  const { t } = useWords();
  const { store } = useEditor();
  const { duotone } = looks;
  if (!duotone) {
    return (
      <Button
        fullWidth
        variant="default"
        disabled={disabled}
        onClick={() => setLooks(store, { duotone: { dark: 'token:ink', light: 'token:paper' } })}
      >
        {t('design-pictures.duotone-add')}
      </Button>
    );
  }
  return (
    <>
      <FillField
        allow="colour"
        label={t('design-pictures.duotone-dark')}
        value={duotone.dark}
        disabled={disabled}
        onChange={(dark) => setLooks(store, { duotone: { ...duotone, dark } })}
        onClear={() => setLooks(store, { duotone: null })}
      />
      <FillField
        allow="colour"
        label={t('design-pictures.duotone-light')}
        value={duotone.light}
        disabled={disabled}
        onChange={(light) => setLooks(store, { duotone: { ...duotone, light } })}
        onClear={() => setLooks(store, { duotone: null })}
      />
    </>
  );
}

/** Presets, values and comparing of the chosen pictures' looks. */
export function LooksPanel() {
  const { t } = useWords();
  const editor = useEditor();
  const { store } = editor;
  const { leaves, disabled } = useLayerFields();
  const actions = usePictureActions();
  const first = leaves.find((leaf) => leaf.type === 'image' && leaf.assetId !== '');
  const choose = useMemo(
    () => (preset: string | undefined) => setLooks(store, { preset, presetStrength: undefined }),
    [store],
  );
  if (first?.type !== 'image') return null;
  const looks = first.adjust ?? {};
  const names: Record<Look, string> = {
    exposure: t('design-pictures.exposure'),
    contrast: t('design-pictures.contrast'),
    highlights: t('design-pictures.highlights'),
    shadows: t('design-pictures.shadows'),
    temperature: t('design-pictures.temperature'),
    tint: t('design-pictures.tint'),
    saturation: t('design-pictures.saturation'),
    sharpen: t('design-pictures.sharpen'),
    blur: t('design-pictures.blur'),
    vignette: t('design-pictures.vignette'),
    grain: t('design-pictures.grain'),
  };
  const slider = (key: Look, signed: boolean) => (
    <LookSlider
      key={key}
      name={names[key]}
      signed={signed}
      disabled={disabled}
      value={looks[key] ?? 0}
      onChange={(value) => setLooks(store, { [key]: value })}
    />
  );
  return (
    <Panel
      title={t('design-pictures.looks')}
      remember="design.looks"
      actions={
        <div className={pictureStyles.tools}>
          <Tooltip label={`${t('design-pictures.compare')}  B`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('design-pictures.compare')}
              disabled={first.adjust === undefined}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                compareLooks(editor, true);
              }}
              onPointerUp={() => compareLooks(editor, false)}
              onPointerCancel={() => compareLooks(editor, false)}
            >
              <IconColumns2 size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
          <IconAction action={actions.copyLooks} />
          <IconAction action={actions.pasteLooks} />
          <IconAction action={actions.resetLooks} />
        </div>
      }
    >
      <ActionButton action={actions.enhance} />
      <PresetGrid assetId={first.assetId} chosen={looks.preset} disabled={disabled} onChoose={choose} />
      {looks.preset !== undefined && (
        <div className={pictureStyles.look}>
          <span className={pictureStyles.lookName}>{t('design-pictures.strength')}</span>
          <Slider
            size="sm"
            label={null}
            disabled={disabled}
            thumbLabel={t('design-pictures.strength')}
            value={looks.presetStrength ?? 100}
            onChange={(presetStrength) => setLooks(store, { presetStrength })}
            onDoubleClick={() => setLooks(store, { presetStrength: 100 })}
          />
          <span className={pictureStyles.lookValue} data-set>
            {looks.presetStrength ?? 100}
          </span>
        </div>
      )}
      <div className={styles.stack}>
        {signedLooks.map((key) => slider(key, true))}
        {unsignedLooks.map((key) => slider(key, false))}
      </div>
      <Duotone looks={looks} disabled={disabled} />
    </Panel>
  );
}
