import { ActionIcon, Button, Select } from '@mantine/core';
import { IconBlur, IconDroplet, IconTrash } from '@tabler/icons-react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { BlendMode, Shadow } from '#shared/design/layers/common.ts';
import { useEditorState } from '../session/editor.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useLayerFields } from './use-layer-fields.ts';

const icon = { size: 16, stroke: 1.5 };
const anyLayer = (): boolean => true;

/** Shadows to start from, in shares of the page's shorter side. */
const presets = {
  soft: { x: 0, y: 0.008, blur: 0.03, opacity: 0.25 },
  lifted: { x: 0, y: 0.022, blur: 0.06, opacity: 0.35 },
  hard: { x: 0.01, y: 0.01, blur: 0, opacity: 1 },
} as const;

function ShadowFields() {
  const { t } = useWords();
  const { body } = useEditorState();
  const { shared, isMixed, set, disabled } = useLayerFields();
  const shadow = shared<Shadow | null>('shadow', null, anyLayer) ?? null;
  const names: Record<keyof typeof presets, string> = {
    soft: t('design-paint.shadow-soft'),
    lifted: t('design-paint.shadow-lifted'),
    hard: t('design-paint.shadow-hard'),
  };
  const side = Math.min(body.width, body.height);
  const preset = (name: keyof typeof presets): Shadow => {
    const { x, y, blur, opacity } = presets[name];
    const px = (share: number): number => Math.round(share * side);
    return { x: px(x), y: px(y), blur: px(blur), opacity, colour: shadow?.colour ?? 'token:ink' };
  };
  const change = (fields: Partial<Shadow>): void => {
    if (shadow) set({ shadow: { ...shadow, ...fields } }, anyLayer);
  };
  const isPreset = (name: keyof typeof presets): boolean =>
    JSON.stringify(shadow) === JSON.stringify(preset(name));
  return (
    <>
      <div className={styles.row}>
        <span className={styles.label}>{t('design-paint.shadow')}</span>
        <Button.Group className={styles.grow ?? ''}>
          {Object.entries(names).map(([id, name]) => (
            <Button
              key={id}
              flex={1}
              px={4}
              size="xs"
              variant={isPreset(id as keyof typeof presets) ? 'light' : 'default'}
              aria-pressed={isPreset(id as keyof typeof presets)}
              disabled={disabled}
              onClick={() => set({ shadow: preset(id as keyof typeof presets) }, anyLayer)}
            >
              {name}
            </Button>
          ))}
        </Button.Group>
        <ActionIcon
          aria-label={t('design-paint.no-shadow')}
          title={t('design-paint.no-shadow')}
          disabled={disabled || (shadow === null && !isMixed('shadow', null, anyLayer))}
          onClick={() => set({ shadow: null }, anyLayer)}
        >
          <IconTrash {...icon} />
        </ActionIcon>
      </div>
      {shadow && (
        <>
          <FillField
            label={t('design.colour')}
            allow="colour"
            value={shadow.colour}
            disabled={disabled}
            onChange={(colour) => {
              if (typeof colour === 'string') change({ colour });
            }}
          />
          <div className={styles.pair}>
            <NumberField
              label={t('design-paint.shadow-x')}
              mark="X"
              unit="px"
              value={shadow.x}
              min={-10_000}
              max={10_000}
              disabled={disabled}
              onChange={(x) => change({ x })}
            />
            <NumberField
              label={t('design-paint.shadow-y')}
              mark="Y"
              unit="px"
              value={shadow.y}
              min={-10_000}
              max={10_000}
              disabled={disabled}
              onChange={(y) => change({ y })}
            />
            <NumberField
              label={t('design-paint.shadow-blur')}
              mark={<IconBlur {...icon} />}
              unit="px"
              value={shadow.blur}
              min={0}
              max={1000}
              disabled={disabled}
              onChange={(blur) => change({ blur })}
            />
            <NumberField
              label={t('design-paint.shadow-opacity')}
              mark={<IconDroplet {...icon} />}
              unit="%"
              value={Math.round(shadow.opacity * 100)}
              min={0}
              max={100}
              disabled={disabled}
              onChange={(opacity) => change({ opacity: opacity / 100 })}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Shadow, blur and blending of any layers. */
export function EffectsPanel() {
  const { t } = useWords();
  const { leaves, shared, set, disabled } = useLayerFields();
  if (leaves.length === 0) return null;
  const blends: Record<BlendMode, string> = {
    normal: t('design-paint.blend-normal'),
    multiply: t('design-paint.blend-multiply'),
    screen: t('design-paint.blend-screen'),
    overlay: t('design-paint.blend-overlay'),
    darken: t('design-paint.blend-darken'),
    lighten: t('design-paint.blend-lighten'),
    'color-dodge': t('design-paint.blend-dodge'),
    'color-burn': t('design-paint.blend-burn'),
    'hard-light': t('design-paint.blend-hard-light'),
    'soft-light': t('design-paint.blend-soft-light'),
    difference: t('design-paint.blend-difference'),
    exclusion: t('design-paint.blend-exclusion'),
    hue: t('design-paint.blend-hue'),
    saturation: t('design-paint.blend-saturation'),
    color: t('design-paint.blend-colour'),
    luminosity: t('design-paint.blend-luminosity'),
  };
  return (
    <Panel title={t('design-paint.effects')} remember="design.effects">
      <div className={styles.pair}>
        <NumberField
          label={t('design-paint.blur')}
          mark={<IconBlur {...icon} />}
          unit="px"
          value={shared<number>('blur', 0, anyLayer) ?? null}
          min={0}
          max={1000}
          disabled={disabled}
          onChange={(blur) => set({ blur }, anyLayer)}
        />
        <Select
          size="xs"
          title={t('design-paint.blend')}
          aria-label={t('design-paint.blend')}
          data={Object.entries(blends).map(([value, label]) => ({ value, label }))}
          value={shared<BlendMode>('blend', 'normal', anyLayer) ?? null}
          placeholder={t('design.mixed')}
          allowDeselect={false}
          disabled={disabled}
          maxDropdownHeight={360}
          onChange={(blend) => {
            if (blend !== null) set({ blend }, anyLayer);
          }}
        />
      </div>
      <ShadowFields />
    </Panel>
  );
}
