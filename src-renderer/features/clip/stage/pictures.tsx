import { useEffect, useRef } from 'react';
import { loadBrand, onBrand, presentTokens } from '#renderer/ui/fonts/brand.ts';
import { resolveColour } from '#shared/design/colours.ts';
import { clipPlayerOf } from '../player/timeline-player.ts';
import { useClipEditor } from '../session/editor.tsx';
import { createDesignPages } from './design-pages.ts';
import { frameSize } from './frame-size.ts';
import { createLutBook } from './lut-book.ts';
import type { Size } from './picture-geometry.ts';
import { createPictureView, type PictureView } from './picture-view.ts';
import { createPosterBook } from './posters.ts';
import styles from './stage.module.css';
import { useStageState } from './stage-state.ts';

/** The pictures that play, kept in step by hand: React is not asked sixty times a second. */
export function Pictures({ shown }: { shown: Size }) {
  const editor = useClipEditor();
  const { mode } = useStageState();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<PictureView | null>(null);
  const needs = useRef({ frame: shown, mode });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const player = clipPlayerOf(editor.player);
    const pages = createDesignPages();
    pages.open();
    const posters = createPosterBook(() => view.current?.update());
    const luts = createLutBook(() => view.current?.update());
    const made = createPictureView(element, {
      player,
      posters,
      luts,
      edit: () => editor.session.now().edit,
      frame: () => needs.current.frame,
      asset: editor.sources.asset,
      page: (design, page) =>
        pages.address(design, page, {
          frame: frameSize(editor.session.now().edit, editor.sources.asset),
        }),
      mode: () => needs.current.mode,
      colour: (colour) => resolveColour(colour, presentTokens()),
    });
    view.current = made;
    // Until the brand is here its colours are Galley's own.
    loadBrand().then(made.update, () => {});
    const stops = [
      player.subscribe(made.update),
      editor.session.subscribe(made.update),
      editor.sources.subscribe(made.update),
      pages.subscribe(made.update),
      onBrand(made.update),
    ];
    made.update();
    return () => {
      for (const stop of stops) stop();
      pages.close();
      posters.close();
      luts.close();
      made.close();
      view.current = null;
    };
  }, [editor]);

  useEffect(() => {
    needs.current = { frame: { width: shown.width, height: shown.height }, mode };
    view.current?.update();
  }, [shown.width, shown.height, mode]);
  return <div className={styles.pictures} ref={host} aria-hidden />;
}
