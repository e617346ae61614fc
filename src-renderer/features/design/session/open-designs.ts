import { call, onEvent } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Bilingual } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { DesignRecord } from '#shared/domain/design-record.ts';
import { forgetBrand, loadBrand } from '#renderer/ui/fonts/brand.ts';
import type { Editor } from './editor.ts';
import { EditorStore } from './editor-store.ts';
import { followFonts } from './font-follower.ts';
import { familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { Pictures } from './pictures.ts';
import { keptHistory, SaveSession } from './save-session.ts';
import { Tool } from './tool.ts';
import { Viewport } from './viewport.ts';

export interface OpenedDesign {
  editor: Editor;
  /** What was repaired, or why it can only be looked at. */
  notes: Bilingual[];
}

/** Editors that stay in memory at once; the tab of an older one reads its design again when it is shown. */
const mostKept = 8;

/** Reads a design and loads its fonts: no text is laid out before they are there. */
async function readDesign(id: string): Promise<OpenedDesign> {
  // Asked for together: none of them needs another's answer, and each is a way to the studio and back.
  const brand = loadBrand();
  const history = keptHistory(id);
  // Whoever waits first is told; without these lines the other failure would count as overlooked.
  brand.catch(() => undefined);
  const record = await call('designs.get', { id });
  const { body, notes, readOnly, unknownKeys } = readDocument(designFormat, record.document);
  // Before the fonts: the brand says which ones its tokens mean.
  await brand;
  await loadFamilies(familiesOf(body));
  const stored = await history;
  const undo = stored?.revision === record.revision ? stored : undefined;
  // Steps are of the body as it was saved: over one that had to be repaired they would not fit.
  const store = new EditorStore(body, readOnly !== null, notes.length === 0 ? undo : undefined);
  const replace = async (theirs: DesignBody, { revision }: DesignRecord): Promise<void> => {
    // Their version may use fonts that this window has not loaded.
    const [undone] = await Promise.all([keptHistory(id), loadFamilies(familiesOf(theirs))]);
    store.replace(theirs, undone?.revision === revision ? undone : undefined);
  };
  const saving = new SaveSession(
    record,
    body,
    unknownKeys,
    (theirs, stored) => void replace(theirs, stored).catch(notifyFailure),
    () => store.storedHistory(),
  );
  store.onBody((changed) => saving.saveBody(changed));
  followFonts(store);
  const viewport = new Viewport(body);
  store.landing = () => viewport.visibleCentre();
  const editor: Editor = { id, store, saving, viewport, pictures: new Pictures(), tool: new Tool() };
  return { editor, notes: readOnly ? [readOnly, ...notes] : notes };
}

/** Designs whose editors live on behind their tabs, with history, selection and view; last used last. */
const kept = new Map<string, OpenedDesign>();
const opening = new Map<string, Promise<OpenedDesign>>();
let following: (() => void) | null = null;

function follow(): void {
  following ??= onEvent('records.changed', ({ kind, ids }) => {
    if (kind !== 'design') return;
    for (const id of ids) kept.get(id)?.editor.saving.follow().catch(notifyFailure);
  });
}

/** Lets go of the editors used longest ago whose changes are all stored. */
function forgetOldest(): void {
  for (const [id, { editor }] of kept) {
    if (kept.size <= mostKept) return;
    if (editor.saving.snapshot().state !== 'saved') continue;
    kept.delete(id);
    editor.saving.close().catch(notifyFailure);
  }
}

/** The editor of a design: the living one, or a new one. */
export async function openDesign(id: string): Promise<OpenedDesign> {
  follow();
  const living = kept.get(id);
  if (living) {
    kept.delete(id);
    kept.set(id, living);
    // Something may have been stored while this window was not told.
    living.editor.saving.follow().catch(notifyFailure);
    return living;
  }
  const known = opening.get(id);
  if (known) return known;
  const reading = readDesign(id);
  opening.set(id, reading);
  try {
    const opened = await reading;
    kept.set(id, opened);
    forgetOldest();
    return opened;
  } finally {
    opening.delete(id);
  }
}

/** The living editor of a design, if it has one. */
export function keptDesign(id: string): OpenedDesign | undefined {
  return kept.get(id);
}

/** Stores the last change and lets go of the editor. */
export async function closeDesign(id: string): Promise<void> {
  const opened = kept.get(id);
  kept.delete(id);
  await opened?.editor.saving.close();
}

let workspaceId: string | null = null;

/** The designs of one workspace mean nothing to another: its editors go when another is opened. */
export function holdWorkspace(id: string): void {
  const before = workspaceId;
  workspaceId = id;
  if (before === null || before === id) return;
  forgetBrand();
  for (const design of [...kept.keys()]) closeDesign(design).catch(notifyFailure);
}
