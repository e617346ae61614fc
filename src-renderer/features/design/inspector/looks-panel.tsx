import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { LookSlider, useLookNames } from '#renderer/ui/looks/look-slider.tsx';
import { PresetGrid } from '#renderer/ui/looks/preset-grid.tsx';
import { type LookName, signedLooks, unsignedLooks } from '#renderer/ui/looks/tidy-looks.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { setLooks } from '../pictures/looks.ts';
import pictureStyles from '../pictures/pictures.module.css';
import { compareLooks } from '../pictures/use-compare.ts';
import { usePictureActions } from '../pictures/use-picture-actions.ts';
import { useEditor } from '../session/editor.ts';
import { FillField } from './fill-field.tsx';
import styles from './inspector.module.css';
import { useLayerFields } from './use-layer-fields.ts';

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
  const names = useLookNames();
  const first = leaves.find((leaf) => leaf.type === 'image' && leaf.assetId !== '');
  const choose = useMemo(
    () => (preset: string | undefined) => setLooks(store, { preset, presetStrength: undefined }),
    [store],
  );
  if (first?.type !== 'image') return null;
  const looks = first.adjust ?? {};
  const slider = (key: LookName, signed: boolean) => (
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
      <PresetGrid
        path={`picture/${first.assetId}`}
        chosen={looks.preset}
        disabled={disabled}
        onChoose={choose}
      />
      {looks.preset !== undefined && (
        <LookSlider
          name={names.strength}
          neutral={100}
          disabled={disabled}
          value={looks.presetStrength ?? 100}
          onChange={(presetStrength) => setLooks(store, { presetStrength })}
        />
      )}
      <div className={styles.stack}>
        {signedLooks.map((key) => slider(key, true))}
        {unsignedLooks.map((key) => slider(key, false))}
      </div>
      <Duotone looks={looks} disabled={disabled} />
    </Panel>
  );
}
