import { type ImageBlock, imageWidths } from '../blocks.ts';
import { imageAddress } from '../image-markdown.ts';
import { attribute, type HtmlElement, styleOf } from './element.ts';

/** Where lazy pages keep the address of a picture while `src` holds a grey box. */
const lazyNames = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
  'src',
];

/** What an `<img>` stands for: a picture, a character drawn as one, nothing worth keeping, or one out of reach. */
export type ReadPicture = ImageBlock | { kind: 'text'; text: string } | 'nothing' | 'lost';

function sizeOf(element: HtmlElement, side: 'width' | 'height'): number {
  const size = Number.parseFloat(attribute(element, side) || styleOf(element, side));
  return Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
}

/** Nothing is loaded: the address is only kept, so that the writer may choose to take the picture in. */
export function readPicture(element: HtmlElement): ReadPicture {
  const alt = attribute(element, 'alt').replace(/\s+/g, ' ').trim();
  const small = Math.min(sizeOf(element, 'width'), sizeOf(element, 'height'));
  if (/^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(alt) && !/^\d+$/.test(alt) && small <= 40)
    return { kind: 'text', text: alt };
  if (small <= 3 || (small <= 24 && attribute(element, 'role') === 'presentation')) return 'nothing';
  const address = lazyNames
    .map((name) => imageAddress(attribute(element, name)))
    .find((found) => found !== null);
  const written = attribute(element, 'src').trim();
  if (!address) return written === '' || /^data:image\/svg/i.test(written) ? 'nothing' : 'lost';
  return {
    kind: 'image',
    assetId: null,
    url: address,
    alt,
    caption: attribute(element, 'title').trim(),
    width: 'full',
  };
}

/** A figure that Galley wrote itself: a picture of the library; `alt` null when it came without the picture. */
export function ownFigure(element: HtmlElement, alt: string | null, words: string): ImageBlock | null {
  const assetId = attribute(element, 'data-asset');
  if (!/^[\w-]{1,64}$/.test(assetId)) return null;
  const width = imageWidths.find((known) => known === attribute(element, 'data-width')) ?? 'full';
  const spoken = alt ?? attribute(element, 'data-alt');
  const caption = alt === null && words === spoken ? '' : words;
  return { kind: 'image', assetId, url: null, alt: spoken, caption, width };
}
