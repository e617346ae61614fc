import { Select } from '@mantine/core';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameFit, frameFits } from '#shared/clip/edit/segment.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { FormatPicker } from './format-picker.tsx';
import type { Size } from './picture-geometry.ts';
import styles from './stage.module.css';
import { changeStage, useStageState } from './stage-state.ts';
import type { StageActions } from './use-stage-actions.ts';

/** Above the frame: its shape, how pictures fill it, and how it is looked at. */
export function StageBar({ frame, actions, scale }: { frame: Size; actions: StageActions; scale: number }) {
  const { t, locale } = useWords();
  const editor = useClipEditor();
  const fit = useClip((now) => now.edit.fit ?? 'crop');
  const readOnly = useClip((now) => now.record.readOnly);
  const { zoom, thirds, safe, mode, exact } = useStageState();
  const fitWords: Record<FrameFit, string> = {
    crop: t('clip-stage.fill-crop'),
    blur: t('clip-stage.fill-blur'),
    pad: t('clip-stage.fill-pad'),
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('clip-stage.bar')}>
      <FormatPicker frame={frame} />
      <Select
        size="xs"
        className={styles.fill}
        aria-label={t('clip-stage.fill')}
        value={fit}
        disabled={readOnly}
        allowDeselect={false}
        data={frameFits.map((value) => ({ value, label: fitWords[value] }))}
        onChange={(value) => {
          const wanted = frameFits.find((one) => one === value);
          if (wanted) editor.change((edit) => ({ ...edit, fit: wanted }));
        }}
      />
      <span className={styles.space} />
      <IconAction action={actions.crop} active={mode === 'crop'} />
      <IconAction action={actions.focus} active={mode === 'focus'} />
      <span className={styles.rule} aria-hidden />
      <IconAction action={actions.safe} active={safe} />
      <IconAction action={actions.thirds} active={thirds} />
      <IconAction action={actions.exact} active={exact} />
      <Select
        size="xs"
        className={styles.zoom}
        aria-label={t('clip-stage.zoom')}
        value={String(zoom)}
        allowDeselect={false}
        data={[
          { value: 'fit', label: t('clip-stage.zoom-fit', { percent: percent.format(scale) }) },
          { value: '0.5', label: percent.format(0.5) },
          { value: '1', label: percent.format(1) },
        ]}
        onChange={(value) => changeStage({ zoom: value === '1' ? 1 : value === '0.5' ? 0.5 : 'fit' })}
      />
    </div>
  );
}
