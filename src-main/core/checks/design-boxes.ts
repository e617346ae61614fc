import { boundsOf } from '#shared/design/geometry.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';
import type { MediaFacts } from '#shared/domain/content.ts';

/** Letters of a text that name its box. */
const nameLength = 24;

/** Where words and logos stand on a page, as fractions of its size; what is invisible is left out. */
export function boxesOfPage(
  body: DesignBody,
  pageId: string,
  logos: readonly string[],
): NonNullable<MediaFacts['boxes']> {
  return paintOrder(body, pageId).flatMap(({ node, opacity }) => {
    const isText = node.type === 'text' && node.text.trim() !== '';
    const isLogo = node.type === 'image' && logos.includes(node.assetId);
    if ((!isText && !isLogo) || opacity < 0.05) return [];
    const { x, y, width, height } = boundsOf(node);
    const words = isText ? node.text.trim().replace(/\s+/g, ' ') : node.name;
    return {
      name: words.length > nameLength ? `${words.slice(0, nameLength)}…` : words,
      kind: isText ? ('text' as const) : ('logo' as const),
      x: x / body.width,
      y: y / body.height,
      width: width / body.width,
      height: height / body.height,
    };
  });
}

/** Families that the words of a design are set in, as the design names them. */
export function familiesOf(body: DesignBody): Set<string> {
  const families = new Set<string>();
  for (const node of Object.values(body.nodes)) {
    if (node.type !== 'text') continue;
    families.add(node.fontFamily);
    for (const run of node.runs ?? []) if (run.fontFamily) families.add(run.fontFamily);
  }
  return families;
}
