import { type ComponentProps, type DragEvent, useEffect, useRef, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { importFiles } from '#renderer/commands/import-files.ts';
import type { Action } from '#renderer/commands/action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Point } from '#shared/design/geometry.ts';
import { layersAt } from '#shared/design/geometry.ts';
import { lockAspects } from '#shared/design/layers/common.ts';
import { updateNodes } from '#shared/design/operations.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { CommentLayer } from '../comments/comment-layer.tsx';
import { CropOverlay } from '../crop/crop-overlay.tsx';
import { takeFonts } from '../fonts/bring-fonts.ts';
import { useEditor, useEditorState, useView } from '../session/editor.ts';
import { keeps } from '../session/locks.ts';
import { addPicture } from '../session/new-layers.ts';
import { useTool } from '../session/tool.ts';
import { onViewOptions, useViewOptions } from '../session/view-options.ts';
import { offerVectors } from '../svg-import/use-svg-import.ts';
import styles from './canvas.module.css';
import { ContextBar } from './context-bar.tsx';
import { assetDragType } from './drag-type.ts';
import { Gestures } from './gestures.ts';
import { guideAt } from './guide-drag.ts';
import { GuideField } from './guide-field.tsx';
import { LayerList } from './layer-list.tsx';
import { Overlay } from './overlay.ts';
import { Rulers } from './rulers.tsx';
import { Scene } from './scene.ts';
import { MissingMarks } from '../text-editing/missing-marks.tsx';
import { TextEditor } from '../text-editing/text-editor.tsx';
import { setTextStyle } from '../text-editing/use-text-fields.ts';
import { bodyWhileWriting } from '../text-editing/while-writing.ts';

function isTyping(): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLElement && focused.closest('input, textarea, [contenteditable="true"]') !== null
  );
}

/** The page on its table, with everything that the pointer can do there. */
export function DesignCanvas({
  menu,
  bar,
}: {
  menu: readonly (Action | null)[];
  bar: ComponentProps<typeof ContextBar>;
}) {
  const words = useWords();
  const { t } = words;
  const editor = useEditor();
  const state = useEditorState();
  const view = useView();
  const host = useRef<HTMLElement>(null);
  const painting = useRef<HTMLDivElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const gestures = useRef<Gestures | null>(null);
  const [busy, setBusy] = useState(false);
  const [dropping, setDropping] = useState(false);
  /** The guide whose place is being written. */
  const [guideId, setGuideId] = useState<string | null>(null);
  const options = useViewOptions();
  const tool = useTool();

  useEffect(() => {
    const table = host.current;
    if (!table || !painting.current || !over.current) return;
    const scene = new Scene(painting.current, editor.pictures);
    const overlay = new Overlay(over.current);
    const pointer = new Gestures(table, editor, scene, overlay, setBusy);
    gestures.current = pointer;
    let shown: { body: unknown; pageId: string; editing: unknown } = {
      body: null,
      pageId: '',
      editing: null,
    };
    const show = (): void => {
      const { body, pageId, editing } = editor.store.snapshot();
      if (shown.body !== body || shown.pageId !== pageId || shown.editing !== editing) {
        shown = { body, pageId, editing };
        scene.sync(bodyWhileWriting(body, editing), pageId);
        editor.viewport.setPage(body);
      }
      pointer.refresh();
    };
    const look = (): void => {
      const now = editor.viewport.snapshot();
      scene.setView(now);
      overlay.setView(now);
      pointer.refresh();
    };
    const resize = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = table;
      scene.setSize(width, height);
      overlay.setSize(width, height);
      editor.viewport.setTable({ width, height });
    });
    resize.observe(table);
    const theme = new MutationObserver(() => overlay.forgetColours());
    theme.observe(document.documentElement, { attributes: true });
    const stops = [
      editor.store.subscribe(show),
      editor.viewport.subscribe(look),
      editor.pictures.onLoaded((assetId) => scene.refreshPicture(assetId)),
      onViewOptions(() => pointer.refresh()),
      editor.tool.subscribe(() => {
        pointer.pen.finish();
        pointer.setPanning(false);
        pointer.refresh();
      }),
    ];
    show();
    look();
    const wheel = (event: WheelEvent): void => pointer.wheel(event);
    // React's own wheel listener is passive and could not keep the browser from zooming.
    table.addEventListener('wheel', wheel, { passive: false });
    const space = (event: KeyboardEvent): void => {
      if (event.code !== 'Space' || isTyping()) return;
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && focused.closest('button, a, [role="tab"]') !== null) return;
      if (event.type === 'keydown') event.preventDefault();
      pointer.setPanning(event.type === 'keydown');
    };
    // Before the actions: a gesture, the pen and points have Escape, Enter and Delete first.
    const early = (event: KeyboardEvent): void => {
      if (isTyping() || event.isComposing) return;
      if (event.key === 'Escape' && pointer.cancel()) {
        // What was under way is as before.
      } else if (!document.activeElement?.closest('[role="dialog"], [role="menu"]') && pointer.key(event)) {
        // The pen had it.
      } else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const alt = (event: KeyboardEvent): void => {
      if (event.key !== 'Alt') return;
      if (event.type === 'keydown' && table.matches(':hover')) event.preventDefault();
      pointer.setMeasuring(event.type === 'keydown' && table.matches(':hover'));
    };
    const blur = (): void => pointer.setMeasuring(false);
    window.addEventListener('keydown', alt);
    window.addEventListener('keyup', alt);
    window.addEventListener('blur', blur);
    window.addEventListener('keydown', early, { capture: true });
    window.addEventListener('keydown', space);
    window.addEventListener('keyup', space);
    return () => {
      window.removeEventListener('keydown', early, { capture: true });
      window.removeEventListener('keydown', alt);
      window.removeEventListener('keyup', alt);
      window.removeEventListener('blur', blur);
      window.removeEventListener('keydown', space);
      window.removeEventListener('keyup', space);
      table.removeEventListener('wheel', wheel);
      for (const stop of stops) stop();
      resize.disconnect();
      theme.disconnect();
      overlay.destroy();
      scene.destroy();
      gestures.current = null;
    };
  }, [editor]);

  /** Not on the bar, nor in a drop-down of it: those lie elsewhere in the page but report here. */
  const isOnCanvas = (target: EventTarget): boolean =>
    target instanceof Element &&
    host.current?.contains(target) === true &&
    target.closest('[data-canvas-part]') === null;

  const pointOf = (event: { clientX: number; clientY: number }): Point => {
    const frame = host.current?.getBoundingClientRect();
    return editor.viewport.toPage({
      x: event.clientX - (frame?.left ?? 0),
      y: event.clientY - (frame?.top ?? 0),
    });
  };

  /** A picture dropped on an image layer takes its frame; elsewhere it becomes a new layer. */
  const place = (asset: Asset, at: Point): void => {
    const { body, pageId } = editor.store.snapshot();
    const frame = layersAt(body, pageId, at)[0];
    // A picture that is locked altogether is a background: what is dropped over it is new.
    const aside = frame !== undefined && lockAspects.every((aspect) => keeps(body, frame.id, aspect));
    if (frame?.type === 'image' && !aside) {
      if (keeps(body, frame.id, 'content')) {
        notify(t('design-arrange.content-locked'));
        return;
      }
      const crop = { x: 0, y: 0, width: 1, height: 1 };
      editor.store.apply(updateNodes(body, { [frame.id]: { assetId: asset.id, crop } }), {
        select: [frame.id],
      });
    } else addPicture(editor.store, asset, at);
  };

  const drop = async (event: DragEvent): Promise<void> => {
    const at = pointOf(event);
    const assetId = event.dataTransfer.getData(assetDragType);
    if (assetId !== '') {
      place(await call('assets.get', { id: assetId }), at);
      return;
    }
    const { rest, brought } = takeFonts([...event.dataTransfer.files], words);
    const [family] = await brought;
    if (family !== undefined) await setTextStyle(editor.store, { fontFamily: family });
    const result = await importFiles(rest);
    const images = [...(result?.imported ?? []), ...(result?.duplicates ?? [])].filter(
      (asset) => asset.kind === 'image',
    );
    for (const [index, asset] of images.entries()) {
      if (index === 0) place(asset, at);
      else addPicture(editor.store, asset, { x: at.x + index * 40, y: at.y + index * 40 });
    }
    offerVectors(editor.store, rest, editor.store.snapshot().selection[0], t);
  };

  const node = state.editing === null ? undefined : state.body.nodes[state.editing];
  const cropped = state.cropping === null ? undefined : state.body.nodes[state.cropping];
  const empty = !Object.values(state.body.nodes).some((each) => each.pageId === state.pageId);
  return (
    <ContextMenu actions={menu}>
      <section
        ref={host}
        className={styles.table}
        aria-label={t('design.canvas')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys of the editor
        tabIndex={0}
        data-drop={dropping}
        data-canvas
        data-tool={tool.pathId === null ? tool.name : 'path'}
        onPointerDown={(event) => {
          if (!isOnCanvas(event.target)) return;
          host.current?.focus({ preventScroll: true });
          gestures.current?.down(event.nativeEvent);
        }}
        onPointerMove={(event) => gestures.current?.move(event.nativeEvent)}
        onPointerUp={(event) => gestures.current?.up(event.nativeEvent)}
        onPointerCancel={(event) => gestures.current?.lost(event.nativeEvent)}
        onPointerLeave={() => gestures.current?.leave()}
        onDoubleClick={(event) => {
          if (!isOnCanvas(event.target)) return;
          const frame = event.currentTarget.getBoundingClientRect();
          const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
          const guide = state.readOnly ? null : guideAt(editor, at);
          if (guide) setGuideId(guide.id);
          else gestures.current?.doubleClick(event.nativeEvent);
        }}
        onDragOver={(event) => {
          const { types } = event.dataTransfer;
          if (state.readOnly || (!types.includes('Files') && !types.includes(assetDragType))) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          setDropping(true);
        }}
        onDragLeave={() => setDropping(false)}
        onDrop={(event) => {
          event.preventDefault();
          setDropping(false);
          if (!state.readOnly) drop(event).catch(notifyFailure);
        }}
      >
        <div
          className={styles.paperEdge}
          data-paper
          style={{
            width: state.body.width * view.scale,
            height: state.body.height * view.scale,
            transform: `translate(${view.x}px, ${view.y}px)`,
          }}
        />
        <div ref={painting} className={styles.fill} aria-hidden />
        <canvas ref={over} className={styles.overlay} hidden={cropped !== undefined} aria-hidden />
        {empty && <p className={styles.hint}>{t('design.empty-hint')}</p>}
        {!busy && !cropped && <MissingMarks />}
        {node?.type === 'text' && <TextEditor key={node.id} node={node} />}
        {!busy && !cropped && state.selection.length > 0 && !state.readOnly && tool.pathId === null && (
          <ContextBar {...bar} />
        )}
        {!cropped && <CommentLayer />}
        {options.rulers && <Rulers />}
        {cropped?.type === 'image' && <CropOverlay key={cropped.id} node={cropped} />}
        {guideId !== null && <GuideField id={guideId} onClose={() => setGuideId(null)} />}
        <LayerList />
      </section>
    </ContextMenu>
  );
}
