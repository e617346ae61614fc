import type { Edit, Patch } from '#shared/design/operations.ts';
import { applyPatch, edit as editBody } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { bodyOfVariant } from '#shared/design/variants/derive.ts';
import { writeBack } from '#shared/design/variants/write-back.ts';
import { History, type StoredHistory } from './history.ts';

export interface EditorState {
  /** What is shown and edited: the design itself, or one of its linked sizes. */
  body: DesignBody;
  /** The design that is saved, with all of its sizes; the same as `body` while no size is open. */
  master: DesignBody;
  /** The linked size that is open. */
  variantId: string | null;
  pageId: string;
  selection: readonly string[];
  /** The group that was entered by double click; clicks choose its members. */
  scope: string | null;
  /** The text layer that is being written in. */
  editing: string | null;
  /** The image layer that is being cropped on the canvas. */
  cropping: string | null;
  canUndo: boolean;
  canRedo: boolean;
  readOnly: boolean;
}

export interface ApplyOptions {
  /** Edits with the same key in quick succession become one step of undo. */
  mergeKey?: string;
  /** Belongs to the step before it, however long ago that was. */
  amend?: boolean;
  select?: readonly string[];
}

/** Two edits in a row as one; the second was made on the first one's body. */
export function joinEdits(first: Edit, second: Edit): Edit {
  return {
    body: second.body,
    patch: [...first.patch, ...second.patch],
    inverse: [...second.inverse, ...first.inverse],
  };
}

/** The design that one window edits, with its selection and history. */
export class EditorStore {
  private state: EditorState;
  private readonly history = new History();
  /** The design itself while the shown one only tries something out; see `preview`. */
  private settled: DesignBody | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly bodyListeners = new Set<(body: DesignBody) => void>();
  private readonly patchListeners = new Set<(patch: Patch, made: boolean) => void>();
  /** Where on the page new layers come when nobody says: the middle of what the window shows of it. */
  landing: () => { x: number; y: number };

  /** `saved` is the undo that was kept with this very body. */
  constructor(body: DesignBody, readOnly: boolean, saved?: StoredHistory) {
    if (saved && !readOnly) this.history.restore(saved);
    this.landing = () => ({ x: this.state.body.width / 2, y: this.state.body.height / 2 });
    this.state = {
      body,
      master: body,
      variantId: null,
      pageId: pagesInOrder(body)[0]?.id ?? '',
      selection: [],
      scope: null,
      editing: null,
      cropping: null,
      canUndo: this.history.canUndo,
      canRedo: this.history.canRedo,
      readOnly,
    };
  }

  snapshot = (): EditorState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Told after each change of the design that is to be saved. */
  onBody(listener: (body: DesignBody) => void): () => void {
    this.bodyListeners.add(listener);
    return () => this.bodyListeners.delete(listener);
  }

  /** Told what changed in what is shown: `made` by an edit, or taken back or done again. */
  onPatch(listener: (patch: Patch, made: boolean) => void): () => void {
    this.patchListeners.add(listener);
    return () => this.patchListeners.delete(listener);
  }

  private announcePatch(patch: Patch, made: boolean): void {
    for (const listener of this.patchListeners) listener(patch, made);
  }

  /** Puts a state of the design in place, and what is shown of it. */
  private setMaster(master: DesignBody, change: Partial<EditorState> = {}): void {
    const variantId = change.variantId === undefined ? this.state.variantId : change.variantId;
    const sized = variantId === null ? null : bodyOfVariant(master, variantId);
    this.set({ ...change, master, body: sized?.body ?? master, variantId: sized ? variantId : null });
  }

  private set(change: Partial<EditorState>): void {
    const next = { ...this.state, ...change, canUndo: this.history.canUndo, canRedo: this.history.canRedo };
    if (!next.body.pages[next.pageId]) next.pageId = pagesInOrder(next.body)[0]?.id ?? '';
    const here = (id: string): boolean => next.body.nodes[id]?.pageId === next.pageId;
    if (!next.selection.every(here)) next.selection = next.selection.filter(here);
    if (next.scope !== null && !here(next.scope)) next.scope = null;
    if (next.editing !== null && !here(next.editing)) next.editing = null;
    if (next.cropping !== null && !(here(next.cropping) && next.selection.includes(next.cropping))) {
      next.cropping = null;
    }
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  private announceBody(): void {
    for (const listener of this.bodyListeners) listener(this.state.master);
  }

  /** Makes an edit of the current body a step of undo. */
  apply(wanted: Edit, options: ApplyOptions = {}): void {
    if (this.state.readOnly) return;
    // Made over something tried out: undo must lead back to the design itself.
    const seen = this.settled ? editBody(this.settled, wanted.patch) : wanted;
    this.settled = null;
    const { master, variantId } = this.state;
    const edit = variantId === null ? seen : writeBack(master, variantId, seen.body);
    this.record(edit, options);
    this.announcePatch(seen.patch, true);
  }

  /** Makes an edit of the design itself a step of undo, whichever size is open. */
  applyToMaster(edit: Edit, options: ApplyOptions = {}): void {
    if (this.state.readOnly) return;
    this.preview(null);
    this.record(edit, options);
    this.announcePatch(edit.patch, true);
  }

  private record(edit: Edit, options: ApplyOptions): void {
    const chosen = options.select ? { selection: options.select } : {};
    if (edit.patch.length > 0) {
      if (options.amend && this.history.canUndo) this.history.amend(edit.patch, edit.inverse);
      else this.history.push(edit.patch, edit.inverse, options.mergeKey ?? null, Date.now());
      this.setMaster(edit.body, chosen);
      this.announceBody();
    } else if (options.select) this.set(chosen);
  }

  /** Shows and edits a linked size, or with null the design itself. Not a step of undo. */
  openVariant(variantId: string | null): void {
    if (variantId === this.state.variantId) return;
    this.preview(null);
    this.setMaster(this.state.master, { variantId, selection: [], scope: null, editing: null });
  }

  /** Shows the design as it would be, without saving it or a step of undo; null shows it as it is again. */
  preview(patch: Patch | null): void {
    const body = this.settled ?? this.state.body;
    if (patch === null) {
      this.settled = null;
      if (body !== this.state.body) this.set({ body });
    } else if (!this.state.readOnly) {
      this.settled = body;
      this.set({ body: applyPatch(body, patch) });
    }
  }

  private travel(patch: Patch | null): void {
    if (!patch || this.state.readOnly) return;
    this.preview(null);
    const master = applyPatch(this.state.master, patch);
    this.setMaster(master, { pageId: touchedPage(master, patch, this.state.pageId) });
    this.announceBody();
    this.announcePatch(patch, false);
  }

  undo(): void {
    this.travel(this.history.undo());
  }

  redo(): void {
    this.travel(this.history.redo());
  }

  /** Puts another window's version in place with its undo; what was done here cannot be undone any more. */
  replace(body: DesignBody, saved?: StoredHistory): void {
    this.settled = null;
    this.history.clear();
    if (saved && !this.state.readOnly) this.history.restore(saved);
    this.setMaster(body, { editing: null });
  }

  /** The undo that belongs to the present body, for saving it beside the design. */
  storedHistory(): StoredHistory {
    return this.history.store();
  }

  select(ids: readonly string[]): void {
    this.set({ selection: ids, editing: null });
  }

  toggle(id: string): void {
    const { selection } = this.state;
    this.select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id]);
  }

  enter(scope: string | null, selection: readonly string[]): void {
    this.set({ scope, selection, editing: null });
  }

  edit(id: string | null): void {
    this.set(id === null ? { editing: null } : { editing: id, selection: [id] });
  }

  /** Begins to crop a layer on the canvas, or ends it. */
  crop(id: string | null): void {
    this.set(id === null ? { cropping: null } : { cropping: id, editing: null, selection: [id] });
  }

  showPage(pageId: string): void {
    if (pageId !== this.state.pageId) this.set({ pageId, selection: [], scope: null, editing: null });
  }

  /** One level up: out of the text, out of the group, out of the selection. Answers whether there was one. */
  escape(): boolean {
    const { editing, scope, selection, body } = this.state;
    if (editing !== null) this.set({ editing: null });
    else if (scope !== null) this.set({ scope: body.nodes[scope]?.parentId ?? null, selection: [scope] });
    else if (selection.length > 0) this.set({ selection: [] });
    else return false;
    return true;
  }

  selectedNodes(): DesignNode[] {
    return this.state.selection.flatMap((id) => this.state.body.nodes[id] ?? []);
  }
}

/** Where to look after undo: the page of the first changed layer, so that nothing changes out of sight. */
function touchedPage(body: DesignBody, patch: Patch, current: string): string {
  const pages = patch.flatMap((change) => {
    if (change.table !== 'pages' && change.table !== 'nodes') return [];
    const pageId = change.table === 'pages' ? change.id : body.nodes[change.id]?.pageId;
    return pageId !== undefined && body.pages[pageId] ? [pageId] : [];
  });
  return pages.length === 0 || pages.includes(current) ? current : (pages[0] ?? current);
}
