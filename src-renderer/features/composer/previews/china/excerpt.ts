/** The first letters of an article's Markdown as lists of articles show them: no marks, no pictures, one line. */
export function excerptOf(markdown: string, most = 90): string {
  return markdown
    .slice(0, most * 6)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}\s|>|[-*+]\s|\d+\.\s|\|)\s*(?:\[![A-Z]+\]|\[[ x]\])?\s*/gm, '')
    .replace(/\*\*|__|~~|`+|<\/?u>|\|/g, '')
    .replace(/\*([^*\n]+)\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);
}
