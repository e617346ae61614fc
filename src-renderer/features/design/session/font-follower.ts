import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Patch } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import { familiesOfText } from '#shared/design/text/families.ts';
import type { EditorStore } from './editor-store.ts';
import { areLoaded, familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { fitText } from './layer-boxes.ts';

/** Where fonts come from; a test gives its own. */
interface FontSource {
  areLoaded(families: Iterable<string>): boolean;
  loadFamilies(families: Iterable<string>): Promise<void>;
}

function familiesIn(patch: Patch): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const change of patch) {
    if (change.table === 'nodes' && change.value?.type === 'text')
      found.set(change.id, familiesOfText(change.value));
  }
  return found;
}

/** Measures texts anew that were measured with a font that stood in; belongs to the step that brought it. */
function refit(store: EditorStore, ids: Iterable<string>, missing: ReadonlySet<string>): void {
  const { body, canRedo } = store.snapshot();
  // Taken back meanwhile: nothing of it is left to be measured, and what can be done again stays so.
  if (canRedo) return;
  const patch = [...ids].flatMap((id) => {
    const node = body.nodes[id];
    if (node?.type !== 'text' || ![...familiesOfText(node)].some((family) => missing.has(family))) return [];
    // A new record even where the box is right: its letters are painted and its caret placed anew.
    return [{ table: 'nodes' as const, id, value: { ...fitText(node) } }];
  });
  if (patch.length > 0) store.apply(edit(body, patch), { amend: true });
}

/**
 * Sees to it that every font of a design is there, whatever brought it: writing the first emoji, a paste, a
 * template, undo, another size. Texts of an edit are measured again with their own fonts; what undo, or an
 * opened size, brings back has the boxes it was saved with.
 */
export function followFonts(
  store: EditorStore,
  source: FontSource = { areLoaded, loadFamilies },
): () => void {
  let variantId = store.snapshot().variantId;
  const stopPatches = store.onPatch((patch, made) => {
    const texts = familiesIn(patch);
    const missing = new Set([...texts.values()].flatMap((families) => [...families]));
    if (source.areLoaded(missing)) return;
    const ids = [...texts.keys()];
    const loaded = source.loadFamilies(missing);
    loaded.then(() => made && refit(store, ids, missing), notifyFailure);
  });
  const stopStates = store.subscribe(() => {
    const now = store.snapshot();
    if (now.variantId === variantId) return;
    variantId = now.variantId;
    source.loadFamilies(familiesOf(now.body)).catch(notifyFailure);
  });
  return () => {
    stopPatches();
    stopStates();
  };
}
