import type { Block, ImageBlock, Inline, ListBlock, TextRun } from './blocks.ts';
import { safeLink } from './safe-link.ts';

/** Text for HTML, also inside a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const tags = [
  ['code', 'code'],
  ['strike', 's'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

/**
 * Blocks as HTML without classes or styles but the alignment, one element per line. `imageSource` tells where a
 * picture is (an address or `data:`); without it, or for null, a picture of the web keeps its address and one of
 * the library leaves its caption. Every word is escaped, links are http, https or mailto.
 */
export function htmlOf(
  blocks: readonly Block[],
  { imageSource = (image) => image.url }: { imageSource?: (image: ImageBlock) => string | null } = {},
): string {
  return blocks.map((block) => blockHtml(block, imageSource)).join('\n');
}

function blockHtml(block: Block, imageSource: (image: ImageBlock) => string | null): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${alignHtml(block.align)}>${inlineHtml(block.inlines) || '<br>'}</p>`;
    case 'heading':
      return `<h${block.level}${alignHtml(block.align)}>${inlineHtml(block.inlines)}</h${block.level}>`;
    case 'quote':
      return `<blockquote><p>${inlineHtml(block.inlines)}</p></blockquote>`;
    case 'callout':
      return `<blockquote data-callout="${block.tone}"><p>${inlineHtml(block.inlines)}</p></blockquote>`;
    case 'code': {
      const language = block.language.replace(/[^\w+#.-]/g, '');
      const name = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
      // The first line end inside <pre> is not read.
      return `<pre><code${name}>${escapeHtml(block.text)}</code></pre>`;
    }
    case 'list':
      return listHtml(block);
    case 'table':
      return tableHtml(block);
    case 'image':
      return imageHtml(block, imageSource(block));
    case 'divider':
      return '<hr>';
  }
}

function alignHtml(align: string): string {
  return align === 'start' ? '' : ` style="text-align: ${align}"`;
}

function runHtml(run: TextRun): string {
  let html = escapeHtml(run.text);
  for (const [mark, tag] of tags) if (run[mark]) html = `<${tag}>${html}</${tag}>`;
  return html;
}

/** Inlines as HTML. */
export function inlineHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return runHtml(inline);
      if (inline.kind === 'break') return '<br>';
      const words = inline.runs.map(runHtml).join('');
      const url = safeLink(inline.url);
      return url === null ? words : `<a href="${escapeHtml(url)}">${words}</a>`;
    })
    .join('');
}

function listHtml(list: ListBlock): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : '';
  const items = list.items.map((item) => {
    const check =
      item.checked === null ? '' : `<input type="checkbox" disabled${item.checked ? ' checked' : ''}> `;
    return `<li>${check}${inlineHtml(item.inlines)}${item.lists.map(listHtml).join('')}</li>`;
  });
  return `<${tag}${start}>${items.join('')}</${tag}>`;
}

function tableHtml(table: Extract<Block, { kind: 'table' }>): string {
  const rowHtml = (row: readonly Inline[][], tag: 'td' | 'th'): string =>
    `<tr>${row.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join('')}</tr>`;
  const [first, ...rest] = table.rows;
  const head = table.header && first ? `<thead>${rowHtml(first, 'th')}</thead>` : '';
  const body = (table.header ? rest : table.rows).map((row) => rowHtml(row, 'td')).join('');
  return `<table>${head}${body === '' ? '' : `<tbody>${body}</tbody>`}</table>`;
}

function imageHtml(image: ImageBlock, source: string | null): string {
  const asset = image.assetId === null ? '' : ` data-asset="${escapeHtml(image.assetId)}"`;
  const width = image.width === 'full' ? '' : ` data-width="${image.width}"`;
  const caption = image.caption === '' ? '' : `<figcaption>${escapeHtml(image.caption)}</figcaption>`;
  const picture = source === null ? '' : `<img src="${escapeHtml(source)}" alt="${escapeHtml(image.alt)}">`;
  if (picture !== '') return `<figure${asset}${width}>${picture}${caption}</figure>`;
  const alt = escapeHtml(image.alt);
  const spoken = alt === '' ? '' : ` data-alt="${alt}"`;
  return `<figure${asset}${width}${spoken}>${caption || (alt === '' ? '' : `<figcaption>${alt}</figcaption>`)}</figure>`;
}
