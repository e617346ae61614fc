import type { ImageBlock, ImageWidth } from './blocks.ts';

/** Asset addresses of pictures in Markdown: `asset:<id>`, with `#half` or `#small` when not as wide as the text. */
const assetAddress = /^asset:([\w-]{1,64})(?:#(half|small))?$/;

export function imageOf(address: string, alt: string, caption: string): ImageBlock {
  const asset = assetAddress.exec(address);
  const width = (asset?.[2] ?? 'full') as ImageWidth;
  return {
    kind: 'image',
    assetId: asset?.[1] ?? null,
    url: asset ? null : imageAddress(address),
    alt: oneLine(alt),
    caption: oneLine(caption),
    width,
  };
}

/** An address a picture can be known by: on the web, or data of a picture; null for everything else. */
export function imageAddress(address: string): string | null {
  const plain = address.trim();
  const full = plain.startsWith('//') ? `https:${plain}` : plain;
  if (/^https?:\/\/[^\s<>"]{1,4096}$/i.test(full)) return full;
  return /^data:image\/(?:png|jpeg|gif|webp|avif|bmp);base64,[a-z0-9+/=\s]+$/i.test(full)
    ? full.replace(/\s+/g, '')
    : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The picture as `![alt](address "caption")`. */
export function markdownOfImage(image: ImageBlock): string {
  const width = image.width === 'full' ? '' : `#${image.width}`;
  const address = image.assetId === null ? (image.url ?? '') : `asset:${image.assetId}${width}`;
  const escape = (text: string, chars: RegExp): string =>
    oneLine(text)
      .replace(/&(?=#|\w)/g, '&#38;')
      .replace(chars, '\\$&');
  const caption = image.caption === '' ? '' : ` "${escape(image.caption, /[\\"]/g)}"`;
  const destination = /[\s()]/.test(address) || (address === '' && caption !== '') ? `<${address}>` : address;
  return `![${escape(image.alt, /[\\[\]`*_~<]/g)}](${destination}${caption})`;
}
