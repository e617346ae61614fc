import type { JSHandle, Page } from '@playwright/test';

export interface DroppedFile {
  name: string;
  /** Media type as the desktop tells it; empty where it knows none. */
  type: string;
  bytes: Buffer;
}

/** What a drag of files from the desktop carries: the `dataTransfer` of a drag event dispatched in the page. */
export function droppedFiles(page: Page, files: readonly DroppedFile[]): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    (list) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
  );
}
