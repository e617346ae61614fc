import type { BrokenLine } from '#shared/design/text/breaking.ts';
import { graphemesOf } from '#shared/design/text/graphemes.ts';
import { measureWidth } from '#shared/design/text/measure.ts';

/** Marks and spaces that look wrong before “…”. */
const trailing = /[\s，、；：,;:]+$/u;

/** A line that ends in “…”, cut between characters so that it is at most `maximum` px wide. */
export function endWithEllipsis(line: BrokenLine, maximum: number, language: string): BrokenLine {
  const kept = [...line.fragments];
  for (;;) {
    const last = kept.at(-1);
    if (!last) return line;
    const { font, style } = last;
    const dots = measureWidth('…', font, style.letterSpacing, language);
    const graphemes = graphemesOf(last.shown.replace(trailing, ''));
    for (let count = graphemes.length; count >= 0; count -= 1) {
      const end = graphemes[count - 1]?.end ?? 0;
      const shown = last.shown.slice(0, end);
      const width = measureWidth(shown, font, style.letterSpacing, language);
      const first = kept.length === 1 && count === 0;
      if (last.offset + width + dots > maximum && !first) continue;
      if (count === 0 && !first) break;
      const start = last.start + end;
      kept[kept.length - 1] = { ...last, shown, end: start, width };
      const tail = { shown: '…', start, end: start, offset: last.offset + width, width: dots, style, font };
      return {
        ...line,
        end: start,
        fragments: [...kept, tail],
        width: tail.offset + dots - style.letterSpacing,
      };
    }
    kept.pop();
  }
}
