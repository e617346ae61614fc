import { call, onEvent } from '#renderer/bridge/client.ts';
import { designFormat } from '#shared/design/document.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';

/** How the render paints a page: without its paper, or re-arranged for a frame in px; else as it is. */
export interface PageLook {
  clear?: boolean | undefined;
  frame?: { width: number; height: number } | undefined;
}

/** Address of a page (counted from 1) for the media route. */
function addressOf(design: string, page: number, { clear, frame }: PageLook): string {
  if (frame) return `design-sized/${design}.${page}x${frame.width}x${frame.height}`;
  return `design${clear ? '-clear' : ''}/${design}.${page}`;
}

/** Addresses of pages of designs for the media route, which counts pages. */
export interface DesignPages {
  /** null while it is being found out, or when the design is gone; the first page for an unknown one. */
  address(design: string, page: string | null, look?: PageLook): string | null;
  subscribe(listener: () => void): () => void;
  /** Listens to changes of designs until it is closed. */
  open(): void;
  close(): void;
}

export function createDesignPages(): DesignPages {
  const pages = new Map<string, { ids: string[]; revision: number } | null>();
  const listeners = new Set<() => void>();

  function ask(design: string): void {
    pages.set(design, pages.get(design) ?? null);
    call('designs.get', { id: design }).then(
      (record) => {
        const { body } = readDocument(designFormat, record.document);
        pages.set(design, { ids: pagesInOrder(body).map((page) => page.id), revision: record.revision });
        for (const listener of listeners) listener();
      },
      // Gone: its place stays empty, and the timeline says so.
      () => {},
    );
  }
  let stop: (() => void) | null = null;

  return {
    address(design, page, look = {}) {
      const known = pages.get(design);
      if (known === undefined) ask(design);
      if (!known) return null;
      // As `paintParts` does: a page that is gone is the first.
      const at = page === null ? 0 : Math.max(0, known.ids.indexOf(page));
      // The revision after the sign makes it another picture for the window when the design has changed.
      return `${addressOf(design, at + 1, look)}#${known.revision}`;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      stop ??= onEvent('records.changed', ({ kind, ids }) => {
        if (kind === 'design') for (const id of ids) if (pages.has(id)) ask(id);
      });
    },
    close() {
      stop?.();
      stop = null;
      listeners.clear();
    },
  };
}
