import { Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconAlignCenter, IconAlignLeft, IconAlignRight } from '@tabler/icons-react';
import { familiesIn } from '#renderer/ui/fonts/families.ts';
import { useFonts } from '#renderer/ui/fonts/use-fonts.ts';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { captionPresets } from '#shared/clip/captions/styles.ts';
import { type CaptionStyle, type CaptionTrack, wordHighlights } from '#shared/clip/edit/captions.ts';
import { resolveFontFamily } from '#shared/design/fonts.ts';
import styles from './caption-style.module.css';
import { ColourRow, FamilyRow, SliderRow } from './style-fields.tsx';
import { StylePresets } from './style-presets.tsx';
import { tracksOf } from './tracks.ts';
import { type TrackEditing, useReadOnly, useTrackEditing, useTracks } from './use-captions.ts';

const alignments = { left: IconAlignLeft, center: IconAlignCenter, right: IconAlignRight };

/** Changes a part of the style; changes of one field in a row undo together. */
type Change = (next: Partial<CaptionStyle>, field: string) => void;

interface Fields {
  style: CaptionStyle;
  disabled: boolean;
  change: Change;
}

function useChange(editing: TrackEditing): Change {
  return (next, field) => {
    const style = editing.track()?.style;
    if (style) editing.set({ style: { ...style, ...next } }, `caption-style ${editing.id} ${field}`);
  };
}

function Letters({ style, disabled, change }: Fields) {
  const { t } = useWords();
  const fonts = useFonts();
  const family = familiesIn(fonts ?? []).find((each) => each.family === resolveFontFamily(style.fontFamily));
  const weights = [...new Set([...(family?.weights ?? []), style.fontWeight])].toSorted((a, b) => a - b);
  return (
    <Panel title={t('clip-captions.letters')} remember="captions.letters">
      <FamilyRow
        value={style.fontFamily}
        disabled={disabled}
        onChange={(fontFamily) => change({ fontFamily }, 'family')}
      />
      <div className={styles.row}>
        <span className={styles.label}>{t('clip-captions.weight')}</span>
        <Select
          className={styles.grow ?? ''}
          aria-label={t('clip-captions.weight')}
          disabled={disabled}
          data={weights.map(String)}
          value={String(style.fontWeight)}
          onChange={(weight) => weight !== null && change({ fontWeight: Number(weight) }, 'weight')}
        />
      </div>
      <SliderRow
        label={t('clip-captions.size')}
        unit="%"
        min={2}
        max={20}
        step={0.1}
        value={style.size}
        disabled={disabled}
        onChange={(size) => change({ size }, 'size')}
      />
      <ColourRow
        label={t('clip-captions.colour')}
        value={style.colour}
        disabled={disabled}
        onChange={(colour) => change({ colour }, 'colour')}
      />
      <Switch
        label={t('clip-captions.capitals')}
        disabled={disabled}
        checked={style.capitals}
        onChange={(event) => change({ capitals: event.currentTarget.checked }, 'capitals')}
      />
    </Panel>
  );
}

function Edges({ style, disabled, change }: Fields) {
  const { t } = useWords();
  const { outline, box } = style;
  return (
    <Panel title={t('clip-captions.edges')} remember="captions.edges">
      <Switch
        label={t('clip-captions.outline')}
        disabled={disabled}
        checked={outline !== null}
        onChange={(event) =>
          change(
            { outline: event.currentTarget.checked ? { colour: '#000000', width: 0.4 } : null },
            'outline',
          )
        }
      />
      {outline && (
        <>
          <ColourRow
            label={t('clip-captions.outline-colour')}
            value={outline.colour}
            disabled={disabled}
            onChange={(colour) => change({ outline: { ...outline, colour } }, 'outline-colour')}
          />
          <SliderRow
            label={t('clip-captions.thickness')}
            unit="%"
            min={0}
            max={3}
            step={0.05}
            value={outline.width}
            disabled={disabled}
            onChange={(width) => change({ outline: { ...outline, width } }, 'outline-width')}
          />
        </>
      )}
      <Switch
        label={t('clip-captions.shadow')}
        disabled={disabled}
        checked={style.shadow}
        onChange={(event) => change({ shadow: event.currentTarget.checked }, 'shadow')}
      />
      <Switch
        label={t('clip-captions.box')}
        disabled={disabled}
        checked={box !== null}
        onChange={(event) =>
          change(
            { box: event.currentTarget.checked ? { colour: '#000000b8', padding: 0.9, radius: 0.8 } : null },
            'box',
          )
        }
      />
      {box && (
        <>
          <ColourRow
            label={t('clip-captions.box-colour')}
            value={box.colour}
            disabled={disabled}
            onChange={(colour) => change({ box: { ...box, colour } }, 'box-colour')}
          />
          <SliderRow
            label={t('clip-captions.padding')}
            unit="%"
            min={0}
            max={5}
            step={0.1}
            value={box.padding}
            disabled={disabled}
            onChange={(padding) => change({ box: { ...box, padding } }, 'box-padding')}
          />
          <SliderRow
            label={t('clip-captions.radius')}
            unit="%"
            min={0}
            max={5}
            step={0.1}
            value={box.radius}
            disabled={disabled}
            onChange={(radius) => change({ box: { ...box, radius } }, 'box-radius')}
          />
        </>
      )}
    </Panel>
  );
}

function SaidWord({ style, disabled, change }: Fields) {
  const { t } = useWords();
  const names: Record<(typeof wordHighlights)[number], string> = {
    none: t('clip-captions.highlight-none'),
    colour: t('clip-captions.highlight-colour'),
    box: t('clip-captions.highlight-box'),
    past: t('clip-captions.highlight-past'),
  };
  return (
    <Panel title={t('clip-captions.highlight')} remember="captions.highlight">
      <SegmentedControl
        fullWidth
        aria-label={t('clip-captions.highlight')}
        disabled={disabled}
        value={style.highlight}
        data={wordHighlights.map((value) => ({ value, label: names[value] }))}
        onChange={(next) => {
          const highlight = wordHighlights.find((each) => each === next);
          if (highlight) change({ highlight }, 'highlight');
        }}
      />
      {style.highlight !== 'none' && (
        <ColourRow
          label={t('clip-captions.highlight-with')}
          value={style.highlightColour}
          disabled={disabled}
          onChange={(highlightColour) => change({ highlightColour }, 'highlight-colour')}
        />
      )}
    </Panel>
  );
}

function Place({ style, disabled, change }: Fields) {
  const { t } = useWords();
  const names = {
    left: t('clip-captions.left'),
    center: t('clip-captions.centre'),
    right: t('clip-captions.right'),
  };
  return (
    <Panel title={t('clip-captions.place')} remember="captions.place">
      <SliderRow
        label={t('clip-captions.height')}
        unit="%"
        min={0}
        max={100}
        step={1}
        value={Math.round(style.position * 1000) / 10}
        disabled={disabled}
        onChange={(percent) => change({ position: percent / 100 }, 'position')}
      />
      <SliderRow
        label={t('clip-captions.width')}
        unit="%"
        min={20}
        max={100}
        step={1}
        value={style.width}
        disabled={disabled}
        onChange={(width) => change({ width }, 'width')}
      />
      <div className={styles.row}>
        <span className={styles.label}>{t('clip-captions.align')}</span>
        <SegmentedControl
          className={styles.grow ?? ''}
          fullWidth
          aria-label={t('clip-captions.align')}
          disabled={disabled}
          value={style.align}
          data={(['left', 'center', 'right'] as const).map((value) => {
            const Icon = alignments[value];
            return { value, label: <Icon size={16} stroke={1.5} aria-label={names[value]} /> };
          })}
          onChange={(align) => change({ align: align as CaptionStyle['align'] }, 'align')}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('clip-captions.lines')}</span>
        <SegmentedControl
          className={styles.grow ?? ''}
          fullWidth
          aria-label={t('clip-captions.lines')}
          disabled={disabled}
          value={String(style.lines)}
          data={['1', '2', '3', '4']}
          onChange={(lines) => change({ lines: Number(lines) }, 'lines')}
        />
      </div>
    </Panel>
  );
}

/** How a track looks: presets to start from, then every part of it. */
export function CaptionStylePanel({ track }: { track: CaptionTrack }) {
  const { t } = useWords();
  const editing = useTrackEditing(track.id);
  const disabled = useReadOnly();
  const tracks = useTracks();
  const change = useChange(editing);
  const { style } = track;
  const fields = { style, disabled, change };
  const toAll = (): void => {
    const { editor } = editing;
    editor.change((edit) => ({ ...edit, captions: tracksOf(edit).map((one) => ({ ...one, style })) }));
    const after = editor.session.now().edit;
    notifyUndo(t('clip-captions.did-style-all'), () => {
      if (editor.session.now().edit === after) editor.session.undo();
      else
        editor.change((edit) => ({
          ...edit,
          captions: tracksOf(edit).map((one) => ({
            ...one,
            style: tracks.find(({ id }) => id === one.id)?.style ?? one.style,
          })),
        }));
    });
  };
  return (
    <div className={styles.scroll}>
      <Panel title={t('clip-captions.presets')} remember="captions.presets">
        <StylePresets
          style={style}
          disabled={disabled}
          onPick={(picked) => {
            // Captions that were moved by hand stay where the picture leaves room for them.
            const moved = !captionPresets.some((preset) => preset.style.position === style.position);
            editing.set({ style: moved ? { ...picked, position: style.position } : picked });
          }}
        />
        {tracks.length > 1 && (
          <Button variant="default" disabled={disabled} onClick={toAll}>
            {t('clip-captions.style-all')}
          </Button>
        )}
      </Panel>
      <Letters {...fields} />
      <Edges {...fields} />
      <SaidWord {...fields} />
      <Place {...fields} />
    </div>
  );
}
