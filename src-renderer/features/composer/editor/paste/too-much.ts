/** Most letters that one paste takes: a long book chapter; the longest article of any platform is a fifth of it. */
const mostLetters = 300_000;
/** Most HTML, in characters without the pictures inside: Word writes ten times as much as its words. */
const mostHtml = 3_000_000;

/** Whether a paste would hold the editor up for seconds. `text` is the plain form of the same words. */
export function isTooMuch(html: string, text: string): boolean {
  if (text.length > mostLetters) return true;
  return html.length > mostHtml && html.replace(/data:image\/[^"'\s)>]+/g, '').length > mostHtml;
}
