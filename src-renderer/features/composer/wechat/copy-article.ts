import { mediaUrl } from '#renderer/bridge/client.ts';
import { picturesOf, withPictures } from '#shared/wechat/article.ts';

/** px: as wide as a phone shows them; larger pictures only make pasting slow. */
const mostWidth = 1080;
/** Pictures of articles must be smaller than 1 MB; base64 adds a third, which does not count there. Bytes. */
const mostBytes = 1_000_000;

function blobOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}

/** A picture of the library inside an address, as small as the platform wants it; null where it cannot be read. */
async function inlinePicture(assetId: string): Promise<string | null> {
  const answer = await fetch(mediaUrl(`picture/${assetId}`)).catch(() => null);
  if (!answer?.ok) return null;
  const bitmap = await createImageBitmap(await answer.blob()).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, mostWidth / bitmap.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // PNG keeps lettering and transparency; photographs are too large in it.
  const lossless = await blobOf(canvas, 'image/png');
  if (lossless && lossless.size < mostBytes / 2) return dataAddress(lossless);
  for (const quality of [0.9, 0.8, 0.65]) {
    const photo = await blobOf(canvas, 'image/jpeg', quality);
    if (photo && photo.size < mostBytes) return dataAddress(photo);
  }
  return null;
}

/** The HTML with its library pictures in it. */
export async function withInlinePictures(html: string): Promise<string> {
  const found = new Map<string, string | null>();
  for (const id of picturesOf(html)) found.set(id, await inlinePicture(id));
  return withPictures(html, (id) => found.get(id) ?? null);
}

function wordsOf(html: string): string {
  const page = new DOMParser().parseFromString(
    html.replaceAll(/<(br|\/p|\/section|\/h[1-3])\b[^>]*>/g, '$&\n'),
    'text/html',
  );
  return (page.body.textContent ?? '').replaceAll(/\n{3,}/g, '\n\n').trim();
}

/**
 * Puts an article on the clipboard byte for byte: a copy event takes HTML as it is, while the clipboard's own call
 * lets the browser rewrite its styles. @throws Error where the browser does not let it
 */
export function copyHtml(html: string): void {
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', wordsOf(html));
  };
  window.addEventListener('copy', write, { capture: true, once: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', write, { capture: true });
  if (!done) throw new Error('The browser did not copy.');
}

/** Hands a text over as a file. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
