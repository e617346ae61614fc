import { useLocalStorage } from '@mantine/hooks';
import { memo, useCallback, useEffect, type RefObject, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { CaptionsPanel } from './captions/captions-panel.tsx';
import { ClipCommentsPanel } from './comments/comments-panel.tsx';
import { onTextRequest, openCueText } from './captions/text-request.ts';
import { ClipHead } from './clip-head.tsx';
import { ClipStatus } from './clip-status.tsx';
import { ConflictBanner } from './conflict-banner.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { ClipPage } from './inspector/clip-page.tsx';
import type { FrameClock } from './fields/time-text.ts';
import { InspectorFoot } from './inspector/foot.tsx';
import inspectorStyles from './inspector/inspector.module.css';
import { type InspectorTab, InspectorTabs, tabOf } from './inspector/inspector-tabs.tsx';
import { OverlaysPanel } from './overlays/overlays-panel.tsx';
import { PicturePanel } from './picture/picture-panel.tsx';
import { TransportBar } from './player/transport-bar.tsx';
import { ClipEditorProvider, type ClipEditorParts, useClip, useClipEditor } from './session/editor.tsx';
import type { Range } from './session/range.ts';
import { SoundPanel } from './sound/sound-panel.tsx';
import { useSoundActions } from './sound/use-sound-actions.ts';
import Stage from './stage/stage.tsx';
import { StoryPanel } from './story/story-panel.tsx';
import { HeightHandle } from './timeline/height-handle.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { TimelineToolbar } from './timeline/toolbar.tsx';
import { createTimelineView } from './timeline/use-timeline-view.ts';
import { withWorkRange, workRange } from './timeline/work-range.ts';
import { type ClipActions, useClipActions } from './use-clip-actions.ts';
import { useClipEditActions } from './use-clip-actions-edit.ts';
import { useClipClock } from './use-clip-clock.ts';
import { useExport } from './use-export.ts';
import { usePostOfClip } from './use-post-of-clip.ts';
import styles from './clip.module.css';

/** They read what they show themselves: nothing of what is drawn around them draws them again. */
const StillStage = memo(Stage);
const panels = {
  picture: <PicturePanel />,
  sound: <SoundPanel />,
  captions: <CaptionsPanel />,
  overlays: <OverlaysPanel />,
  story: <StoryPanel />,
  comments: <ClipCommentsPanel />,
};

/** The same object while its times are the same. */
function useSameRange(range: Range | null): Range | null {
  const [from, to] = [range?.from, range?.to];
  return useMemo(() => (from === undefined || to === undefined ? null : { from, to }), [from, to]);
}

/** Name, saving and conflicts: they change more often than the edit. */
function ClipRecordParts({
  clock,
  range,
  field,
  actions,
}: {
  clock: FrameClock;
  range: Range;
  field: RefObject<HTMLInputElement | null>;
  actions: ClipActions;
}) {
  const { t } = useWords();
  const { session } = useClipEditor();
  const now = useClip((snapshot) => snapshot);
  return (
    <>
      <ClipHead now={now} field={field} actions={actions} onName={(text) => session.change({ name: text })} />
      <ClipStatus now={now} clock={clock} range={range} onRetry={() => session.retry()} />
      {now.theirs && <ConflictBanner session={session} theirs={now.theirs} />}
      {now.record.readOnly && <p className={styles.notice}>{t('clip.read-only')}</p>}
    </>
  );
}

/** Stage, transport, timeline and inspector of the open clip. */
function ClipWork() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const editor = useClipEditor();
  const { session } = editor;
  const edit = useClip((now) => now.edit);
  const clock = useClipClock();
  const [view] = useState(createTimelineView);
  const range = useSameRange(workRange(edit, clock.duration));
  const shownRange = range ?? { from: 0, to: clock.duration };
  const exporting = useExport(range);
  const toPost = usePostOfClip(exporting.single?.part ?? null);
  const [tab, setTab] = useLocalStorage<InspectorTab>({ key: 'galley.clip.tab', defaultValue: 'clip' });
  const [rendering, setRendering] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  // A caption that is double-clicked on the stage is written in its panel.
  useEffect(() => onTextRequest(() => setTab('captions')), [setTab]);

  const actions = useClipActions({
    clock,
    view,
    canExport: exporting.plain ? exporting.canExport : edit.segments.length > 0,
    exportNow: exporting.plain ? exporting.start : () => setRendering(true),
    openExport: () => setRendering(true),
    rename: () => name.current?.focus(),
    trash: async () => {
      await session.flush();
      const { record, name: trashed } = session.now();
      const ids = [record.id];
      await call('clips.trash', { ids });
      navigate('/clips');
      notifyUndo(t('clip.did-trash', { name: trashed }), async () => {
        await call('clips.restore', { ids });
      });
    },
  });
  const { actions: edits, snapping } = useClipEditActions(clock);
  const { duration } = clock;
  const setRange = useCallback(
    (next: Range, gesture?: string): void =>
      editor.change((before) => withWorkRange(before, next, duration), gesture),
    [editor, duration],
  );
  const sounds = useSoundActions(() => setTab('sound'));
  const open = useCallback(
    (kind: string): void => {
      setTab(tabOf[kind] ?? 'clip');
      const chosen = editor.selection.get();
      const [cue] = chosen?.ids ?? [];
      if (kind === 'cue' && chosen?.track !== undefined && cue !== undefined)
        openCueText(editor, { track: chosen.track, cue });
    },
    [editor, setTab],
  );

  const menu = [
    edits.split,
    edits.trimStart,
    edits.trimEnd,
    null,
    edits.cut,
    edits.copy,
    edits.paste,
    edits.duplicate,
    null,
    edits.remove,
    edits.lift,
    null,
    edits.reverse,
    edits.freeze,
    edits.transition,
    edits.join,
    null,
    actions.setIn,
    actions.setOut,
    edits.keepRange,
    edits.cutOutRange,
    null,
    edits.marker,
    actions.setCover,
    actions.zoomFit,
  ];

  return (
    <div className={styles.screen}>
      <ClipRecordParts clock={clock} range={shownRange} field={name} actions={actions} />
      <div className={styles.stage}>
        <StillStage />
      </div>
      <TransportBar />
      <HeightHandle>
        <TimelineToolbar actions={actions} edits={edits} voice={sounds.voice} snapping={snapping} />
        <Timeline
          clock={clock}
          view={view}
          range={range}
          snapping={snapping}
          menu={menu}
          onRange={setRange}
          onOpen={open}
        />
      </HeightHandle>
      <Slot name="inspector">
        <div className={inspectorStyles.inspector}>
          <InspectorTabs
            tab={tab}
            onTab={setTab}
            pages={{
              clip: <ClipPage clock={clock} range={shownRange} exporting={exporting} onRange={setRange} />,
              ...panels,
            }}
          />
          <InspectorFoot clock={clock} exporting={exporting} action={actions.export} onPost={toPost} />
        </div>
      </Slot>
      {rendering && <ExportDialog onClose={() => setRendering(false)} />}
    </div>
  );
}

/** One open clip with everything that its parts share. */
export function ClipEditor({ editor }: { editor: ClipEditorParts }) {
  return (
    <ClipEditorProvider value={editor}>
      <ClipWork />
    </ClipEditorProvider>
  );
}
