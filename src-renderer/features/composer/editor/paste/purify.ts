import DOMPurify from 'dompurify';
import { type ReadHtml, readHtml } from '#shared/rich/html/read-html.ts';

/**
 * HTML of the clipboard or a file as blocks. DOMPurify takes it apart first, in a document without a window, where
 * nothing runs or loads and nesting has an end; what it leaves is then read as data.
 */
export function blocksOfForeignHtml(html: string): ReadHtml {
  const clean = DOMPurify.sanitize(html, {
    FORBID_TAGS: [
      'style',
      'script',
      'form',
      'svg',
      'math',
      'iframe',
      'object',
      'embed',
      'audio',
      'video',
      'template',
      'noscript',
    ],
    // Word's `file:` is kept to tell that a picture came without its file; nothing ever asks for an address.
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|file:|\/\/|data:image\/)/i,
    ALLOW_DATA_ATTR: true,
    ADD_ATTR: ['class'],
  });
  return readHtml(clean);
}
