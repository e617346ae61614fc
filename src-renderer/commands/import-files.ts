import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { ImportResult } from '#shared/contract/assets.ts';
import { asGalleyError, isCancellation, toFailure } from '#shared/contract/failure.ts';

/** Files on their way to the core: shown in the job tray until the import job itself takes over. */
export interface Upload {
  id: string;
  name: string;
  count: number;
  sent: number;
  total: number;
  cancel(): void;
}

let uploads: readonly Upload[] = [];
const uploadListeners = new Set<() => void>();
const resultListeners = new Set<(result: ImportResult) => void>();

function replaceUploads(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of uploadListeners) listener();
}

export const uploadStore = {
  subscribe(listener: () => void): () => void {
    uploadListeners.add(listener);
    return () => uploadListeners.delete(listener);
  },
  current: () => uploads,
};

/** Told after every import, so that one place can say what came in and what was refused. */
export function onImported(listener: (result: ImportResult) => void): () => void {
  resultListeners.add(listener);
  return () => resultListeners.delete(listener);
}

/**
 * Brings files into the library: offers each (a path in Electron, a streamed upload in a browser), then one import.
 * Answers null when the user cancelled or everything failed; failures are shown here.
 */
export async function importFiles(
  files: readonly File[],
  tags: readonly string[] = [],
): Promise<ImportResult | null> {
  const first = files[0];
  if (!first) return null;
  const abort = new AbortController();
  const id = crypto.randomUUID();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let before = 0;
  const show = (sent: number): void =>
    replaceUploads([
      ...uploads.filter((upload) => upload.id !== id),
      { id, name: first.name, count: files.length, sent, total, cancel: () => abort.abort() },
    ]);
  const sources = [];
  const refused: ImportResult['refused'] = [];
  try {
    for (const file of files) {
      show(before);
      try {
        sources.push(await currentTransport().offer(file, (sent) => show(before + sent), abort.signal));
      } catch (error) {
        if (abort.signal.aborted) return null;
        refused.push({ name: file.name, failure: toFailure(error) });
      }
      before += file.size;
    }
    replaceUploads(uploads.filter((upload) => upload.id !== id));
    const done: ImportResult =
      sources.length === 0
        ? { imported: [], duplicates: [], refused: [] }
        : await runJob('assets.import', { sources, tags: [...tags] }, { signal: abort.signal });
    const result = { ...done, refused: [...refused, ...done.refused] };
    for (const listener of resultListeners) listener(result);
    return result;
  } catch (error) {
    if (!isCancellation(error)) notifyFailure(asGalleyError(error));
    return null;
  } finally {
    replaceUploads(uploads.filter((upload) => upload.id !== id));
  }
}

/** The browser's own file dialog; resolves with nothing when it is closed. */
export function pickFiles(accept = 'image/*,video/*,audio/*,.heic,.heif,.mkv'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
