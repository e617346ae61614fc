import { mediaUrl } from '#renderer/bridge/client.ts';
import type { Block, ImageBlock } from '#shared/rich/blocks.ts';
import { escapeHtml, htmlOf } from '#shared/rich/to-html.ts';

/** A name that every system takes for a file. */
export function fileName(title: string, fallback: string): string {
  const plain = title
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return plain === '' ? fallback : plain;
}

async function dataOf(assetId: string): Promise<string | null> {
  const answer = await fetch(mediaUrl(`picture/${assetId}`));
  if (!answer.ok) return null;
  const bytes = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(bytes);
  });
}

/** Where the pictures of a text are, with those of the library as `data:`, so that a file carries them. */
export async function pictureSources(
  blocks: readonly Block[],
): Promise<(image: ImageBlock) => string | null> {
  const known = new Map<string, string | null>();
  for (const block of blocks) {
    if (block.kind !== 'image' || block.assetId === null || known.has(block.assetId)) continue;
    known.set(block.assetId, await dataOf(block.assetId));
  }
  return (image) => (image.assetId === null ? image.url : (known.get(image.assetId) ?? null));
}

/** A page of its own, as a browser or another program opens it. */
export async function htmlPage(title: string, blocks: readonly Block[], language: string): Promise<string> {
  const body = htmlOf(blocks, { imageSource: await pictureSources(blocks) });
  return `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/**
 * Puts words on the clipboard in several forms at once, byte for byte: the clipboard's own call lets the browser
 * rewrite HTML. @throws Error where the browser does not let it
 */
export function copyForms(forms: Readonly<Record<string, string>>): void {
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, words] of Object.entries(forms)) event.clipboardData?.setData(type, words);
  };
  window.addEventListener('copy', write, { capture: true, once: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', write, { capture: true });
  if (!done) throw new Error('The browser did not copy.');
}
