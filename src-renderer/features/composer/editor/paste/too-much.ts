/** Most letters that one paste takes: a long book chapter; the longest article of any platform is a fifth of it. */
const mostLetters = 300_000;
/** Most HTML, in characters without the pictures inside: Word writes ten times as much as its words. */
const mostHtml = 3_000_000;

const endOfAddress = /["'\s)>]/g;

/** Letters of the `data:` addresses of pictures. By steps: one expression over 20 MB of them runs out of its stack. */
function lettersOfPictures(html: string): number {
  let letters = 0;
  for (let from = html.indexOf('data:image/'); from >= 0; from = html.indexOf('data:image/', from)) {
    endOfAddress.lastIndex = from;
    const end = endOfAddress.exec(html)?.index ?? html.length;
    letters += end - from;
    from = end;
  }
  return letters;
}

/** Whether a paste would hold the editor up for seconds. `text` is the plain form of the same words. */
export function isTooMuch(html: string, text: string): boolean {
  if (text.length > mostLetters) return true;
  return html.length > mostHtml && html.length - lettersOfPictures(html) > mostHtml;
}
