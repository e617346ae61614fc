import { useEffect, useRef, useState } from 'react';
import { currentTransport, errorOf, runJob } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { newId } from '#shared/domain/id.ts';
import type { Attachment } from '#shared/domain/post.ts';

/**
 * Brings dropped or chosen files into the library and hands them on as attachments, in the order of the files.
 * What cannot be read is refused by name; the rest goes on.
 */
export function useImport(onAttach: (attachments: Attachment[]) => void): {
  importing: number;
  importFiles(files: File[]): void;
  browse(): void;
} {
  const [importing, setImporting] = useState(0);
  const attach = useRef(onAttach);
  useEffect(() => {
    attach.current = onAttach;
  });

  const bring = async (files: File[]): Promise<void> => {
    const { signal } = new AbortController();
    const sources = await Promise.all(
      files.map((file) => currentTransport().offer(file, () => undefined, signal)),
    );
    const result = await runJob('assets.import', { sources });
    const assets = [...result.imported, ...result.duplicates];
    const order = files.map((file) => file.name);
    const place = (name: string): number => order.indexOf(name) + 1 || order.length + 1;
    assets.sort((one, other) => place(one.name) - place(other.name));
    const attachments = assets.map(
      (asset): Attachment => ({
        id: newId(),
        kind: 'asset',
        refId: asset.id,
        alt: asset.alt,
        crop: null,
        trim: null,
        coverAt: null,
      }),
    );
    if (attachments.length > 0) attach.current(attachments);
    for (const { failure } of result.refused) notifyFailure(errorOf(failure));
  };

  const [importFiles] = useState(() => (files: File[]): void => {
    if (files.length === 0) return;
    setImporting((count) => count + files.length);
    bring(files)
      .catch(notifyFailure)
      .finally(() => setImporting((count) => count - files.length));
  });

  const browse = (): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'image/*,video/*';
    input.addEventListener('change', () => importFiles([...(input.files ?? [])]));
    input.click();
  };
  return { importing, importFiles, browse };
}
