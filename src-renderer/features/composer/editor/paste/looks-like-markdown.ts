/**
 * Whether words of the clipboard clearly are Markdown: a sign that nobody types by chance (a fence, a table rule, a
 * link with an address, a checklist), or two weaker ones. `#tag` and a line of dashes alone are none.
 */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 50_000);
  const sure = [
    /^ {0,3}(?:`{3,}|~{3,})[\w+#.-]*[ \t]*$[^]*^ {0,3}(?:`{3,}|~{3,})[ \t]*$/m,
    /^[ \t]*\|.+\|[ \t]*\n[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*$/m,
    /(?:^|[^!\w])!?\[[^\]\n]{0,200}\]\((?:https?:\/\/|mailto:|asset:)[^)\s]{1,2000}(?: "[^"\n]{0,200}")?\)/m,
    /^[ \t]*[-*+] \[[ xX]\] \S/m,
    /^> \[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/m,
  ];
  if (sure.some((sign) => sign.test(head))) return true;
  const weak = [
    /^#{1,6} \S/m,
    /(?:^|[^\w*])\*\*[^\s*](?:[^*\n]{0,500}[^\s*])?\*\*/m,
    /(?:^[ \t]*[-*+] \S.*\n?){2,}/m,
    /(?:^[ \t]*\d{1,3}\. \S.*\n?){2,}/m,
    /^> \S/m,
    /(?:^|[^`\w])`[^`\n]{1,200}`(?!`)/m,
    /~~\S[^~\n]{0,500}~~/,
    /^(?:-{3,}|\*{3,})$/m,
  ];
  return weak.filter((sign) => sign.test(head)).length >= 2;
}
