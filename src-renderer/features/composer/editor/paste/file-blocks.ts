import { GalleyError } from '#shared/contract/failure.ts';
import type { ReadHtml } from '#shared/rich/html/read-html.ts';
import { blocksOfMarkdown } from '#shared/rich/read-markdown.ts';

/** Largest text file that is read, in bytes; a book is smaller. */
const largest = 8 * 1024 * 1024;

const kinds = {
  markdown: /\.(?:md|markdown|mdown|mkd)$/i,
  html: /\.(?:html?|xhtml)$/i,
  plain: /\.(?:txt|text)$/i,
};

/** True for files whose words can be taken into the text. */
export function isTextFile(file: File): boolean {
  return Object.values(kinds).some((kind) => kind.test(file.name));
}

/** UTF-8, or UTF-16 and GB 18030 as Windows programs in China write them. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The blocks of a Markdown, HTML or plain text file. @throws GalleyError invalid-input when it is too large */
export async function blocksOfFile(file: File): Promise<ReadHtml> {
  if (file.size > largest) {
    throw new GalleyError('invalid-input', {
      en: `“${file.name}” is larger than 8 MB. Import it in parts.`,
      zh: `“${file.name}”超过 8 MB，请拆分后再导入。`,
    });
  }
  const text = decoded(await file.arrayBuffer());
  if (kinds.html.test(file.name)) {
    const { blocksOfForeignHtml } = await import('./purify.ts');
    return blocksOfForeignHtml(text);
  }
  if (kinds.markdown.test(file.name)) return { blocks: blocksOfMarkdown(text, 'file'), lostPictures: 0 };
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return {
    blocks: lines.map((line) => ({
      kind: 'paragraph',
      align: 'start',
      inlines: line === '' ? [] : [{ kind: 'text', text: line }],
    })),
    lostPictures: 0,
  };
}
