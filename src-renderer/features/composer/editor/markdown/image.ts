import type { ElementTransformer } from '@lexical/markdown';
import { imageWidths } from '#shared/rich/blocks.ts';
import { $createImageNode, $isImageNode, type ImageFacts, ImageNode } from '../nodes/image-node.tsx';

const line = /^!\[((?:\\.|[^\]\\])*)\]\(([^\s)]*)(?: "((?:\\.|[^"\\])*)")?\)\s*$/;

/** Marks that would end the part of the line are written with a backslash; a line holds no line break. */
function escaped(text: string, marks: RegExp): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(marks, String.raw`\$&`);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

/** `![alt](asset:<id>#half "caption")`, an address instead of the asset where it is not in the library. */
function imageLine({ assetId, url, alt, caption, width }: ImageFacts): string {
  const place = assetId === null ? (url ?? '').replaceAll(/[\s)]/g, encodeURIComponent) : `asset:${assetId}`;
  const size = width === 'full' ? '' : `#${width}`;
  const title = caption === '' ? '' : ` "${escaped(caption, /["\\]/g)}"`;
  return `![${escaped(alt, /[[\]\\]/g)}](${place.replaceAll(')', '%29')}${size}${title})`;
}

function factsOf(match: readonly (string | undefined)[]): ImageFacts {
  const [, alt = '', target = '', caption = ''] = match;
  const width = imageWidths.find((each) => each !== 'full' && target.endsWith(`#${each}`));
  const place = width === undefined ? target : target.slice(0, -width.length - 1);
  const assetId = /^asset:(.+)$/.exec(place)?.[1] ?? null;
  return {
    assetId,
    url: assetId === null && place !== '' ? place : null,
    alt: unescaped(alt),
    caption: unescaped(caption),
    width: width ?? 'full',
  };
}

/** A picture that stands alone on its line. */
export const IMAGE: ElementTransformer = {
  type: 'element',
  dependencies: [ImageNode],
  regExp: line,
  export: (node) => ($isImageNode(node) ? imageLine(node.getFacts()) : null),
  replace: (parent, _children, match, isImport) => {
    const node = $createImageNode(factsOf(match));
    if (isImport || parent.getNextSibling() !== null) parent.replace(node);
    else parent.insertBefore(node);
  },
};
