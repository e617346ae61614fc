import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { EditorPort } from '../editor-port.ts';
import { LinkPanel } from './link-panel.tsx';
import { TablePanel } from './table-panel.tsx';

const EmojiPanel = lazy(() => import('../emoji/emoji-panel.tsx'));
const PicturePanel = lazy(() => import('../images/picture-panel.tsx'));

/** Whatever is open over the text. */
export function Panels({ port }: { port: EditorPort }) {
  const panel = useSyncExternalStore(port.subscribe, port.panel);
  const close = (): void => port.open(null);
  return (
    <Suspense>
      {panel === 'link' && <LinkPanel onClose={close} />}
      {panel === 'table' && <TablePanel onClose={close} />}
      {panel === 'emoji' && <EmojiPanel onClose={close} />}
      {panel === 'picture' && <PicturePanel onClose={close} />}
    </Suspense>
  );
}
