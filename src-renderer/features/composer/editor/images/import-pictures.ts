import { currentTransport, errorOf, runJob } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import type { Asset } from '#shared/domain/asset.ts';

/** True for files that can stand in a text. */
export function isPicture(file: File): boolean {
  return file.type.startsWith('image/') || /\.(?:heic|heif)$/i.test(file.name);
}

/** Brings pictures into the library, in the order given; what cannot be read is refused by name. */
export async function importPictures(files: readonly File[], importing: string): Promise<Asset[]> {
  notify(importing);
  try {
    const { signal } = new AbortController();
    const sources = await Promise.all(
      files.map((file) => currentTransport().offer(file, () => undefined, signal)),
    );
    const result = await runJob('assets.import', { sources });
    for (const { failure } of result.refused) notifyFailure(errorOf(failure));
    const place = (name: string): number => {
      const at = files.findIndex((file) => file.name === name);
      return at < 0 ? files.length : at;
    };
    return [...result.imported, ...result.duplicates]
      .filter((asset) => asset.kind === 'image')
      .toSorted((one, other) => place(one.name) - place(other.name));
  } catch (error) {
    notifyFailure(error);
    return [];
  }
}
