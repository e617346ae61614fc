import { z } from 'zod';
import type { TextNode } from '#shared/design/layers/text.ts';
import { textRunSchema } from '#shared/design/layers/text.ts';
import { editText, setRunStyle } from '#shared/design/text/runs.ts';

/** How copied characters keep their looks on the clipboard, beside the plain words for everyone else. */
export const richTextType = 'application/x-galley-text';

/** The most that a text may hold. */
const longest = 100_000;

const copiedSchema = z.object({ text: z.string(), runs: z.array(textRunSchema) });
type Copied = z.infer<typeof copiedSchema>;

/** A part of a text with its looks, places counted from the part's start. */
export function copyRange(node: TextNode, from: number, to: number): Copied {
  const runs = (node.runs ?? []).flatMap((run) => {
    const start = Math.max(run.start, from);
    const end = Math.min(run.end, to);
    return end > start ? [{ ...run, start: start - from, end: end - from }] : [];
  });
  return { text: node.text.slice(from, to), runs };
}

/** What was copied in Galley; null when the clipboard holds something else. */
export function readCopied(data: string): Copied | null {
  try {
    const parsed = copiedSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Words from elsewhere, with our newlines and without what cannot be seen or typed. */
export function plainWords(text: string): string {
  return text.replaceAll(/\r\n?|\u2028|\u2029/g, '\n').replaceAll(/[\p{Cc}--[\n\t]]/gv, '');
}

/** A text with a part replaced by copied characters that keep their looks; answers where the caret goes. */
export function pasteInto(
  node: TextNode,
  from: number,
  to: number,
  copied: Copied,
): { node: TextNode; caret: number } {
  const text = copied.text.slice(0, Math.max(0, longest - node.text.length + to - from));
  const placed = copied.runs.reduce<TextNode>(
    (made, { start, end, ...look }) =>
      setRunStyle(made, from + Math.min(start, text.length), from + Math.min(end, text.length), look),
    editText(node, from, to, text),
  );
  return { node: placed, caret: from + text.length };
}
