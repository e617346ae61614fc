import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { EditorPort } from '../editor-port.ts';

const FindBar = lazy(() => import('./find-bar.tsx'));

/** The bar that finds and replaces, while it is open; made anew for another text. */
export function FindPanel({ port }: { port: EditorPort }) {
  const panel = useSyncExternalStore(port.subscribe, port.panel);
  const editor = useSyncExternalStore(port.subscribe, port.now);
  if (!editor || (panel !== 'find' && panel !== 'replace')) return null;
  return (
    <Suspense>
      <FindBar
        key={editor.getKey()}
        editor={editor}
        replacing={panel === 'replace'}
        onReplacing={(replacing) => port.open(replacing ? 'replace' : 'find')}
        onClose={() => port.open(null)}
      />
    </Suspense>
  );
}
