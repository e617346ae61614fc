import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Block, ImageBlock } from '#shared/rich/blocks.ts';

/** The picture that a `data:` address holds; null for one that is not readable. */
export function fileOfData(url: string, name: string): File | null {
  const found = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(url);
  if (!found?.[1] || found[2] === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(found[2]), (char) => char.charCodeAt(0));
    return new File([bytes], `${name}.${found[1].slice(6).replace('jpeg', 'jpg')}`, { type: found[1] });
  } catch {
    return null;
  }
}

async function taken(image: ImageBlock, name: string): Promise<ImageBlock> {
  const file = fileOfData(image.url ?? '', name);
  if (!file) return { ...image, url: null };
  try {
    const source = await currentTransport().offer(file, () => undefined, new AbortController().signal);
    const result = await runJob('assets.import', { sources: [source] });
    const asset = [...result.imported, ...result.duplicates][0];
    return { ...image, assetId: asset?.id ?? null, url: null, alt: image.alt || (asset?.alt ?? '') };
  } catch (error) {
    notifyFailure(error);
    return { ...image, url: null };
  }
}

/**
 * Pictures whose bytes came with the text go into the library; ones of the web stay addresses, which nobody asks.
 * One after another, as each takes memory.
 */
export async function takePictures(blocks: readonly Block[], name: string): Promise<Block[]> {
  const out: Block[] = [];
  let count = 0;
  for (const block of blocks) {
    if (block.kind !== 'image' || !block.url?.startsWith('data:')) {
      out.push(block);
      continue;
    }
    count += 1;
    const picture = await taken(block, `${name} ${count}`);
    if (picture.assetId !== null) out.push(picture);
  }
  return out;
}
