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

const LoadedFindBar = lazy(() => import('../find/find-bar.tsx'));

/** The bar above the text that finds and replaces, while it is open. */
export function FindPanel({ port }: { port: EditorPort }) {
  const panel = useSyncExternalStore(port.subscribe, port.panel);
  if (panel !== 'find' && panel !== 'replace') return null;
  return (
    <Suspense>
      <LoadedFindBar
        replacing={panel === 'replace'}
        onReplacing={(replacing) => port.open(replacing ? 'replace' : 'find')}
        onClose={() => port.open(null)}
      />
    </Suspense>
  );
}
