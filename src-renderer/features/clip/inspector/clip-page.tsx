import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameClock, frameClock } from '../fields/time-text.ts';
import { useClip, useClipEditor, useClipSelection, useSource } from '../session/editor.tsx';
import type { Range } from '../session/range.ts';
import type { ClipExport } from '../use-export.ts';
import { CutModes } from './cut-modes.tsx';
import styles from './inspector.module.css';
import { MarkersPanel } from './markers-panel.tsx';
import { PartsPanel } from './parts-card.tsx';
import { ProbeCard } from './probe-card.tsx';
import { RangeFields } from './range-fields.tsx';

/** The recording's own clock, for what is said of its times. */
export function sourceClock(exporting: ClipExport, clock: FrameClock): FrameClock {
  const { facts } = exporting;
  if (!facts) return clock;
  return frameClock(facts.end, facts.asset.kind === 'audio' ? null : (facts.asset.fps ?? clock.fps));
}

/** In and out, the cut that comes of them, and what the file is. */
export function ClipPage({
  clock,
  range,
  exporting,
  onRange,
}: {
  clock: FrameClock;
  range: Range;
  exporting: ClipExport;
  onRange(range: Range): void;
}) {
  const { t } = useWords();
  const editor = useClipEditor();
  const edit = useClip((now) => now.edit);
  const readOnly = useClip((now) => now.record.readOnly);
  const selection = useClipSelection();
  const chosen =
    selection?.kind === 'segment'
      ? edit.segments.find(({ id }) => id === selection.ids[0])
      : (edit.segments.find(({ kind }) => kind === 'clip') ?? edit.segments[0]);
  const chosenSource = chosen && chosen.kind !== 'design' && chosen.kind !== 'colour' ? chosen.source : null;
  const facts = useSource(chosenSource);
  const cover = edit.cover?.kind === 'frame' ? edit.cover.at : null;
  return (
    <>
      <RangeFields
        clock={clock}
        range={range}
        coverAt={cover}
        readOnly={readOnly}
        onRange={onRange}
        onShow={(seconds) => editor.player.seek(seconds)}
        onClearCover={() => editor.change((before) => ({ ...before, cover: null }))}
      />
      {exporting.single && (
        <CutModes
          clock={sourceClock(exporting, clock)}
          range={exporting.single.part}
          plans={exporting.plans}
          chosen={exporting.plan?.mode}
          onChoose={exporting.ask}
        />
      )}
      {exporting.several && <PartsPanel exporting={exporting} />}
      {!exporting.single && !exporting.several && edit.segments.length > 0 && (
        <Panel title={t('clip.cut')}>
          <p className={styles.dim}>{t('clip-timeline.needs-render')}</p>
        </Panel>
      )}
      <MarkersPanel clock={clock} />
      {facts && <ProbeCard asset={facts.asset} probe={facts.probe ?? undefined} />}
    </>
  );
}
