import { memo } from 'react';
import { useEditorValue } from '../session/editor.ts';
import { ArrangePanel } from './arrange-panel.tsx';
import { EffectsPanel } from './effects-panel.tsx';
import { ImagePanel } from './image-panel.tsx';
import { LayerPanel } from './layer-panel.tsx';
import { LooksPanel } from './looks-panel.tsx';
import { PaintPanel } from './paint-panel.tsx';
import { PagePanel } from './page-panel.tsx';
import { PlacePanel } from './place-panel.tsx';
import { QrPanel } from './qr-panel.tsx';
import { TextPanel } from './text-panel.tsx';

/** Properties of what is chosen; of the page while nothing is. */
export const DesignInspector = memo(function DesignInspector() {
  const selection = useEditorValue((state) => state.selection);
  if (selection.length === 0) return <PagePanel />;
  return (
    <>
      <ArrangePanel />
      <PlacePanel />
      <LayerPanel />
      <TextPanel />
      <PaintPanel />
      <QrPanel />
      <ImagePanel />
      <LooksPanel />
      <EffectsPanel />
    </>
  );
});
