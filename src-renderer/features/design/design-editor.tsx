import { Button, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { importFiles } from '#renderer/commands/import-files.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody } from '#shared/design/schema.ts';
import { layoutFingerprint } from '#shared/design/text/fingerprint.ts';
import { DesignCanvas } from './canvas/design-canvas.tsx';
import styles from './design.module.css';
import { Drawer } from './drawer/drawer.tsx';
import { useExport } from './export/use-export.tsx';
import { DesignInspector } from './inspector/design-inspector.tsx';
import { PagesStrip } from './pages/pages-strip.tsx';
import { PictureTools } from './pictures/picture-tools.tsx';
import { pasteLayers } from './session/clipboard.ts';
import { useEditor, useEditorState, useEditorValue, useView } from './session/editor.ts';
import { paintForProbe } from './canvas/paint-probe.ts';
import { familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { addPicture, addText } from './session/new-layers.ts';
import { useSizes } from './sizes/use-sizes.tsx';
import { useProduction } from './templates/use-production.tsx';
import { useEditorActions } from './use-editor-actions.ts';
import { useTextActions } from './text-editing/use-text-actions.ts';
import { useVersions } from './versions/use-versions.tsx';

declare global {
  interface Window {
    /** Only where a test has asked for it: the lines that this window finds for a design. */
    galleyLayout?: (body: DesignBody) => Promise<string>;
    /** Likewise: the pixels that this window's drawing gives. */
    galleyPaint?: typeof paintForProbe;
  }
}

/** The browser's own paste: layers of ours, pictures, or plain words as a text layer. */
function usePaste(): void {
  const editor = useEditor();
  const { store } = editor;
  useEffect(() => {
    const paste = async (files: File[], text: string): Promise<void> => {
      if (files.length > 0) {
        const result = await importFiles(files);
        for (const asset of [...(result?.imported ?? []), ...(result?.duplicates ?? [])]) {
          if (asset.kind === 'image') addPicture(store, asset);
        }
      } else if (!pasteLayers(editor, text) && text.trim() !== '')
        addText(store, 'body', text.slice(0, 5000));
    };
    const listener = (event: ClipboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (store.snapshot().readOnly || target?.closest('input, textarea, [contenteditable="true"]')) return;
      event.preventDefault();
      const { files } = event.clipboardData ?? { files: [] };
      paste([...files], event.clipboardData?.getData('text/plain') ?? '').catch(notifyFailure);
    };
    // Before the frame's own listener, which would only bring pictures into the library.
    window.addEventListener('paste', listener, { capture: true });
    return () => window.removeEventListener('paste', listener, { capture: true });
  }, [editor, store]);
}

function useLayoutProbe(): void {
  useEffect(() => {
    if (sessionStorage.getItem('galley.layout-probe') !== 'on') return;
    window.galleyLayout = async (body) => {
      await loadFamilies(familiesOf(body));
      return JSON.stringify(layoutFingerprint(body));
    };
    window.galleyPaint = paintForProbe;
    return () => {
      delete window.galleyLayout;
      delete window.galleyPaint;
    };
  }, []);
}

function NameField() {
  const { t } = useWords();
  const { saving } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const { name } = useSyncExternalStore(saving.subscribe, saving.snapshot);
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput
      classNames={{ input: styles.name ?? '' }}
      variant="unstyled"
      aria-label={t('design.name')}
      disabled={readOnly}
      value={draft ?? name}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null) saving.rename(draft.trim());
        setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}

function SaveStatus() {
  const { t, say } = useWords();
  const { saving } = useEditor();
  const readOnly = useEditorValue((state) => state.readOnly);
  const { state, failure } = useSyncExternalStore(saving.subscribe, saving.snapshot);
  if (readOnly) return <span>{t('design.read-only')}</span>;
  const words: Record<typeof state, string> = {
    saved: t('design.saved'),
    unsaved: t('design.unsaved'),
    saving: t('design.saving'),
    failed: t('design.save-failed'),
    conflict: t('design.save-conflict'),
  };
  return (
    <span className={styles.saved} data-state={state} role="status">
      {words[state]}
      {state === 'failed' && (
        <button
          type="button"
          className={styles.retry}
          title={failure ? say(failure.sentence) : ''}
          onClick={() => saving.retry()}
        >
          {t('design.retry')}
        </button>
      )}
    </span>
  );
}

function ConflictBanner() {
  const { t, locale } = useWords();
  const { saving } = useEditor();
  const { theirs } = useSyncExternalStore(saving.subscribe, saving.snapshot);
  if (!theirs) return null;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(theirs.updatedAt));
  return (
    <div className={styles.banner} role="alert">
      <p>{t('design.conflict', { time })}</p>
      <Button variant="default" onClick={() => saving.loadTheirs()}>
        {t('design.load-theirs')}
      </Button>
      <Button onClick={() => saving.keepMine()}>{t('design.keep-mine')}</Button>
    </div>
  );
}

/** Drawer, canvas, pages; the frame's places hold name, actions, properties, saved state and zoom. */
export function DesignEditor({ notes }: { notes: readonly string[] }) {
  const { t, locale } = useWords();
  const editor = useEditor();
  const { body, selection } = useEditorState();
  const view = useView();
  const [notesOpen, setNotesOpen] = useState(true);
  const exporting = useExport();
  const actions = useEditorActions(editor, exporting.open);
  const versions = useVersions();
  const sizes = useSizes();
  useTextActions();
  const production = useProduction();
  // Beside the frame's search there is no room for two worded buttons in a narrow window.
  const roomy = useMediaQuery('(min-width: 1280px)');
  usePaste();
  useLayoutProbe();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(view.scale);
  return (
    <div className={styles.screen}>
      <Slot name="topbar-title">
        <NameField />
      </Slot>
      <Slot name="topbar-actions">
        <IconAction action={actions.undo} />
        <IconAction action={actions.redo} />
        <IconAction action={versions.open} />
        {roomy ? <ActionButton action={sizes.open} /> : <IconAction action={sizes.open} />}
        {roomy ? <ActionButton action={actions.use} /> : <IconAction action={actions.use} />}
        <ActionButton action={actions.exportImage} primary />
      </Slot>
      <Slot name="inspector">{sizes.overview === null && <DesignInspector />}</Slot>
      <Slot name="status-left">
        <SaveStatus />
        <span className={styles.measure}>
          {body.width} × {body.height} px
        </span>
        {selection.length > 0 && (
          <span className={styles.measure}>{t('design.selected-count', { count: selection.length })}</span>
        )}
      </Slot>
      <Slot name="status-right">
        <span className={styles.zoom}>
          <IconAction action={actions.zoomOut} size={20} />
          <button
            type="button"
            className={styles.percent}
            title={t('design.zoom-100')}
            onClick={() => editor.viewport.zoomTo(1)}
          >
            {percent}
          </button>
          <IconAction action={actions.zoomIn} size={20} />
          <IconAction action={actions.fit} size={20} />
        </span>
      </Slot>
      {notesOpen && notes.length > 0 && (
        <div className={styles.banner} role="status">
          <p>{notes.join(' ')}</p>
          <Button variant="default" onClick={() => setNotesOpen(false)}>
            {t('design.understood')}
          </Button>
        </div>
      )}
      <ConflictBanner />
      {sizes.banner}
      {sizes.overview ?? (
        <div className={styles.work}>
          <Drawer />
          <div className={styles.centre}>
            <DesignCanvas menu={actions.menu} bar={actions.bar} />
            <PagesStrip add={actions.addPage} duplicate={actions.duplicatePage} remove={actions.removePage} />
          </div>
        </div>
      )}
      <PictureTools />
      {versions.dialog}
      {production}
      {exporting.dialog}
    </div>
  );
}
